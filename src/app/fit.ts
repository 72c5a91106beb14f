/** Which figures were changed since the council was calibrated, in words: until it is calibrated anew the fit is to the former ones. */
import type { Scenario } from '../model/index';
import { countWord, formatExact, grouped } from '../model/results/format';
import { baselineFigure, statedResults } from './baseline';
import { isFittedTo } from './fitted-figures';

export interface ChangedFigure {
  readonly label: string;
  /** As shown, with the unit where it is a percentage. */
  readonly is: string;
  readonly was: string;
}

/** Figures that stand otherwise than when the points were fitted, in the order of their change; none that nothing was fitted to. */
export function changedSinceFit(scenario: Scenario): readonly ChangedFigure[] {
  const stated = statedResults(scenario);
  return (scenario.fitted.since ?? []).flatMap(({ path, was }) => {
    const place = stated.findIndex((one) => one.path === path);
    const figure = stated[place] ?? baselineFigure(scenario, path);
    const measure = scenario.observed[place]?.measure;
    if (!figure || (measure !== undefined && !isFittedTo(scenario, measure))) return [];
    const shown = (value: number) =>
      figure.unit.startsWith('%') ? formatExact(value, 'share') : grouped(value, Number.isInteger(value) ? 0 : 2);
    return [{ label: figure.label, is: shown(figure.value / figure.factor), was: shown(was) }];
  });
}

/** Figures named one by one in a sentence; what is more is counted. */
const NAMED = 3;

/**
 * What was fitted and what was changed since, in one or two sentences; empty where nothing was.
 * Example: "One figure was changed since the model was fitted: Referrals a year 15,000 (fitted with 13,000). …"
 */
export function fitWords(scenario: Scenario): string {
  const changed = changedSinceFit(scenario);
  if (changed.length === 0) return '';
  const named = changed.slice(0, NAMED).map(({ label, is, was }) => `${label} ${is} (fitted with ${was})`);
  const more = changed.length - named.length;
  const list = more > 0 ? [...named, `${countWord(more)} more`] : named;
  const all = list.length === 1 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`;
  const figures = changed.length === 1 ? 'One figure was' : 'Figures were';
  return `${figures} changed since the model was fitted: ${all}. How long work takes and in which order it is done still suit the former ${changed.length === 1 ? 'figure' : 'figures'}.`;
}
