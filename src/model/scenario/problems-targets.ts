import type { Problem } from '../failure';
import { measureById } from '../measures/all';
import type { MeasureDefinition } from '../measures/definition';
import { isoMonth, monthNumber } from '../units';
import { show } from './problems';
import { dateOf, gatherProblems, numberOf, object, objects, textOf, type Loose, type Say } from './problems-loose';

const EVENT_BASES = ['in-month', 'cumulative', 'year-to-date', 'rolling-12'];
/** Measures that are counted child by child over the last 12 months. */
const CHILD_LEVEL = ['lac_reviews_child', 'review_participation'];

/** On which bases a measure can be read. */
export function basesOf(measure: MeasureDefinition): readonly string[] {
  if (measure.kind === 'declared') return ['declared'];
  if (measure.kind !== 'snapshot') return EVENT_BASES;
  return CHILD_LEVEL.includes(measure.id) ? ['child-level', 'snapshot'] : ['snapshot'];
}

/** What must agree between targets, reviews, the start and the horizon. */
export function targetProblems(scenario: Loose): readonly Problem[] {
  return gatherProblems((say) => {
    const start = dateOf(scenario['start']);
    const months = numberOf(scenario['horizonMonths']);
    const last =
      start !== undefined && months !== undefined && months >= 1 && months <= 60
        ? isoMonth(monthNumber(start) + months - 1)
        : undefined;
    const within = (path: readonly (string | number)[], what: string, date: string | undefined): void => {
      if (date === undefined || start === undefined) return;
      if (date < start)
        say(
          path,
          'before-start',
          `${what} is on ${date}, before the start on ${start}.`,
          'Give a date after the start, or an earlier start.',
        );
      else if (last !== undefined && date.slice(0, 7) > last) {
        const needed = monthNumber(date) - monthNumber(start) + 1;
        say(
          path,
          'beyond-horizon',
          `${what} is on ${date}, but the run ends with ${last}.`,
          needed <= 60
            ? `Make "horizonMonths" at least ${needed}.`
            : 'Give an earlier date: at most 60 months are simulated.',
        );
      }
    };
    const formulas = objects(scenario['formulas']).map(([, item]) => textOf(item['id']));
    for (const [index, target] of objects(scenario['targets'])) {
      within(['targets', index, 'due'], 'The due date', dateOf(target['due']));
      checkBasis(target, index, formulas, say);
      checkScale(target, index, say);
      checkLag(target, index, say);
    }
    let before: string | undefined;
    for (const [index, review] of objects(scenario['reviews'])) {
      const date = dateOf(review['date']);
      within(['reviews', index, 'date'], 'The review', date);
      if (before !== undefined && date !== undefined && date <= before)
        say(
          ['reviews', index, 'date'],
          'order',
          `The review of ${date} stands after that of ${before}.`,
          'Put the reviews in the order of their dates, each date once.',
        );
      before = date ?? before;
    }
    for (const [index, floor] of objects(scenario['floors']))
      checkShare(floor['level'], textOf(floor['measure']), ['floors', index, 'level'], 'The level', say);
    for (const [index, figure] of objects(scenario['observed']))
      checkShare(figure['value'], textOf(figure['measure']), ['observed', index, 'value'], 'The observed value', say);
  });
}

function checkBasis(target: Loose, index: number, formulas: readonly (string | undefined)[], say: Say): void {
  const basis = object(target['basis']);
  const kind = textOf(basis['kind']);
  const measure = measureById(textOf(target['measure']) ?? '');
  if (formulas.includes(textOf(target['measure'])) && (kind === 'child-level' || kind === 'declared'))
    say(
      ['targets', index, 'basis', 'kind'],
      'basis-unfit',
      `A formula cannot be read on the basis "${kind}".`,
      'Choose "in-month", "cumulative", "year-to-date", "rolling-12" or "snapshot".',
    );
  if (
    measure &&
    kind !== undefined &&
    [...EVENT_BASES, 'snapshot', 'child-level', 'declared'].includes(kind) &&
    !basesOf(measure).includes(kind)
  ) {
    say(
      ['targets', index, 'basis', 'kind'],
      'basis-unfit',
      `${show(measure.id)} cannot be read on the basis "${kind}".`,
      `Choose ${basesOf(measure)
        .map((name) => `"${name}"`)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}.`,
    );
  }
  if (kind !== 'cumulative') return;
  const [from, to, due] = [dateOf(basis['from']), dateOf(basis['to']), dateOf(target['due'])];
  if (from !== undefined && to !== undefined && from > to)
    say(
      ['targets', index, 'basis', 'from'],
      'period',
      `The period begins in ${from}, after it ends in ${to}.`,
      'Exchange "from" and "to", or correct the year.',
    );
  if (to !== undefined && due !== undefined && to > due.slice(0, 7))
    say(
      ['targets', index, 'basis', 'to'],
      'period',
      `The period ends in ${to}, after the due date ${due}.`,
      'End the period in the month of the due date at the latest.',
    );
}

/** Late entry is said of events, not of what stands on a day or is declared. */
function checkLag(target: Loose, index: number, say: Say): void {
  const measure = measureById(textOf(target['measure']) ?? '');
  if (target['recordingLag'] === undefined || !measure || measure.kind === 'event' || measure.kind === 'flow') return;
  say(
    ['targets', index, 'recordingLag'],
    'lag-unfit',
    `${show(measure.id)} is read from what stands on a day, not from events that are entered one by one.`,
    'Leave "recordingLag" out.',
  );
}

function checkScale(target: Loose, index: number, say: Say): void {
  const measure = textOf(target['measure']);
  // A negative threshold has been refused by the schema.
  if ((numberOf(target['threshold']) ?? 0) > 1)
    checkShare(target['threshold'], measure, ['targets', index, 'threshold'], 'The threshold', say);
  checkShare(
    object(target['baseline'])['value'],
    measure,
    ['targets', index, 'baseline', 'value'],
    'The baseline',
    say,
  );
  for (const [key, what] of [
    ['average', 'The average of the neighbours'],
    ['best', 'The best neighbour'],
  ] as const)
    checkShare(object(target['neighbours'])[key], measure, ['targets', index, 'neighbours', key], what, say);
  checkShare(
    object(target['trajectory'])['threshold'],
    measure,
    ['targets', index, 'trajectory', 'threshold'],
    'The threshold of the trajectory',
    say,
  );
}

function checkShare(
  value: unknown,
  measure: string | undefined,
  path: readonly (string | number)[],
  what: string,
  say: Say,
): void {
  const number = numberOf(value);
  if (number === undefined || measureById(measure ?? '')?.unit !== 'share' || (number >= 0 && number <= 1)) return;
  const hint =
    number > 1 && number <= 100
      ? `Write ${Number((number / 100).toPrecision(12))} for ${number}%.`
      : 'Write a share from 0 to 1.';
  say(path, 'scale', `${what} is ${number}, but ${show(measure)} is a share from 0 to 1.`, hint);
}
