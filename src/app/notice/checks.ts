/** What is worth a second look in the targets, and what they ask for in two ways: said, never a reason to refuse. */
import published from '../../../scenarios/neighbours.json';
import {
  isoMonth,
  monthNumber,
  type FormulaMeasure,
  type IsoDate,
  type Scenario,
  type Target,
} from '../../model/index';
import { countingText } from '../../model/notice/basis';
import { neighbourWords, publishedNeighbours } from '../../model/notice/neighbours';
import { dayText, formatExact, monthText, unitWord } from '../../model/results/format';
import { climbOf, type Climb } from './climb';
import { endOfYear } from './fields';
import { isDoneHere, measureFacts, type MeasureFacts } from './measures';
import { reviewOf } from './reviews';
import { countedMonths } from './strip';

/** What was published of a target's neighbours, to stand beside what is stated; empty where nothing was. */
export function publishedWords({ measure }: Target, scenario: Scenario, formulas: readonly FormulaMeasure[]): string {
  const facts = measureFacts(measure, formulas);
  const found = publishedNeighbours(measure, scenario, published);
  return facts && found ? neighbourWords(found, facts.unit) : '';
}

export interface Check {
  readonly code:
    | 'behind-baseline'
    | 'met-at-baseline'
    | 'not-done-here'
    | 'before-start'
    | 'after-reviews'
    | 'no-reviews'
    | 'beats-best-neighbour'
    | 'later-behind'
    | 'clause-differs'
    | 'asked-twice';
  readonly text: string;
}

const figure = (value: number, { unit }: MeasureFacts) => `${formatExact(value, unit)}${unitWord(unit)}`;

/** How far the second value lies beyond the first in the direction asked for; negative where it is behind. */
function beyond({ direction }: Pick<Target, 'direction'>, from: number, to: number): number {
  const step = direction === 'at-least' ? to - from : from - to;
  return Math.abs(step) < 1e-9 ? 0 : step;
}

/** Everything worth a second look in one target. */
export function targetChecks(
  target: Target,
  scenario: Scenario,
  formulas: readonly FormulaMeasure[],
): readonly Check[] {
  const facts = measureFacts(target.measure, formulas);
  if (!facts) return [];
  return [
    ...doneHere(facts, scenario),
    ...againstBaseline(target, facts),
    ...againstNeighbours(target, facts),
    ...inTime(target, scenario),
    ...againstLater(target, facts),
    ...againstClause(target, facts),
    ...askedTwice(target, scenario),
  ];
}

function doneHere(facts: MeasureFacts, scenario: Scenario): Check[] {
  if (isDoneHere(facts, scenario)) return [];
  const text =
    'Nothing of the kind is done in the months simulated, so no chance can be given. Choose another measure.';
  return [{ code: 'not-done-here', text }];
}

function againstBaseline(target: Target, facts: MeasureFacts): Check[] {
  const { baseline, threshold } = target;
  const step = beyond(target, baseline.value, threshold);
  const [from, to] = [figure(baseline.value, facts), figure(threshold, facts)];
  if (step === 0)
    return [{ code: 'met-at-baseline', text: `Already met at the baseline of ${from}: it asks for nothing more yet.` }];
  if (step > 0) return [];
  const way = target.direction === 'at-least' ? 'below' : 'above';
  const text = `Behind its baseline: ${to} is ${way} the ${from} it starts from. Exchange the two, or turn the direction round.`;
  return [{ code: 'behind-baseline', text }];
}

/** What no neighbour has reached is worth asking about, where the best of them is known. */
function againstNeighbours(target: Target, facts: MeasureFacts): Check[] {
  const { neighbours, threshold, direction } = target;
  if (neighbours?.best === undefined || beyond(target, neighbours.best, threshold) <= 0) return [];
  const than = direction === 'at-least' ? 'above' : 'below';
  const year = /^\s*(not stated)?\s*$/.test(neighbours.year) ? '' : ` (${neighbours.year})`;
  const text = `Better than the best neighbour: ${figure(threshold, facts)} is ${than} the ${figure(neighbours.best, facts)} of the best of them${year}. Ask what would make it possible here, or whether the average was meant.`;
  return [{ code: 'beats-best-neighbour', text }];
}

function inTime(target: Target, scenario: Scenario): Check[] {
  const { due } = target;
  if (due === null) {
    if (scenario.reviews.length > 0) return [];
    return [{ code: 'no-reviews', text: 'It has no date and there is no review, so no chance can be given for it.' }];
  }
  const checks: Check[] = [];
  const span = target.basis.kind === 'child-level' ? null : countedMonths(target, due);
  if (span && span.from < monthNumber(scenario.start)) {
    const text = `It counts from ${monthText(isoMonth(span.from))}, but the simulation begins on ${dayText(scenario.start)}: no chance can be given for it. Count from ${monthText(scenario.start)} at the earliest, or date it later.`;
    checks.push({ code: 'before-start', text });
  }
  const last = scenario.reviews.at(-1)?.date;
  if (last !== undefined && reviewOf(scenario, target) === null) {
    const text = `It is due after the last review, ${dayText(last)}, so it falls due at none. Add a review on ${dayText(due)} or later.`;
    checks.push({ code: 'after-reviews', text });
  }
  return checks;
}

function againstLater(target: Target, facts: MeasureFacts): Check[] {
  const { trajectory, threshold } = target;
  if (!trajectory || beyond(target, threshold, trajectory.threshold) > 0) return [];
  const text = `The later value, ${figure(trajectory.threshold, facts)}, asks for no more than the ${figure(threshold, facts)} it is on the way from.`;
  return [{ code: 'later-behind', text }];
}

/** A clause that names percentages, and not the one asked for, was edited away from, or mistyped. */
function againstClause({ clause, threshold }: Target, facts: MeasureFacts): Check[] {
  const named = [...clause.matchAll(/(\d+(?:\.\d+)?) ?(?:%|per ?cent)/gi)].map(([, number]) => Number(number));
  if (facts.unit !== 'share' || named.length === 0) return [];
  if (named.some((number) => Math.abs(number / 100 - threshold) < 1e-6)) return [];
  const text = `The clause quoted below does not name ${figure(threshold, facts)}: the target is no longer the notice’s own.`;
  return [{ code: 'clause-differs', text }];
}

function askedTwice(target: Target, { targets }: Scenario): Check[] {
  const first = targets.find(
    (other) =>
      other.measure === target.measure &&
      other.due === target.due &&
      JSON.stringify(other.basis) === JSON.stringify(target.basis),
  );
  if (!first || first.id === target.id) return [];
  return [{ code: 'asked-twice', text: 'The same measure, basis and date are asked for by another target above.' }];
}

/**
 * When the later value would be reached if it went on as fast as the target asks, from the end of the baseline's year to
 * the due date: "At the pace asked for, 10.8% would be reached about January 2012". Empty where that cannot be said.
 */
export function laterWords(target: Target, formulas: readonly FormulaMeasure[]): string {
  const facts = measureFacts(target.measure, formulas);
  const { trajectory, baseline, threshold, due } = target;
  const start = endOfYear(baseline.year);
  if (!facts || !trajectory || due === null || start === null) return '';
  const [first, second] = [beyond(target, baseline.value, threshold), beyond(target, threshold, trajectory.threshold)];
  const months = monthNumber(due) - start;
  if (first <= 0 || second <= 0 || months <= 0) return '';
  const reached = isoMonth(monthNumber(due) + Math.ceil((second / first) * months - 1e-9));
  return `At the pace this target asks for since ${monthText(isoMonth(start))}, ${figure(trajectory.threshold, facts)} would be reached about ${monthText(reached)}.`;
}

/** Targets of one measure that count it in different ways. */
export interface TwoWays {
  readonly measure: string;
  readonly label: string;
  readonly targets: readonly Target[];
  readonly text: string;
  /** One climb read in both ways, where one of them adds up. */
  readonly climb: Climb | null;
}

/** Every measure that is asked for on more than one basis, with the difference said. */
export function twoWays(
  { targets }: Pick<Scenario, 'targets'>,
  formulas: readonly FormulaMeasure[],
): readonly TwoWays[] {
  return [...new Set(targets.map(({ measure }) => measure))].flatMap((measure) => {
    const same = targets.filter((target) => target.measure === measure);
    const ways = same.filter((one, i) => same.findIndex((other) => wayOf(other) === wayOf(one)) === i);
    const facts = measureFacts(measure, formulas);
    const label = facts?.label ?? measure;
    if (ways.length < 2) return [];
    const counted = ways.map((target) => countingText(target, target.due));
    const text = `${label} is asked for in ${ways.length === 2 ? 'two' : 'several'} ways: ${counted.join('; ')}. The same work gives a different figure in each: months added up carry the weak months of the start with them, a month alone does not.`;
    return [{ measure, label, targets: ways, text, climb: facts ? climbOf(same, facts) : null }];
  });
}

/** How a target counts, without the month in which it is read. */
function wayOf({ basis }: Target): string {
  return basis.kind === 'cumulative' ? `cumulative from ${basis.from}` : basis.kind;
}

/** A date on which a target without one can be looked at: the last review, or the end of the run. */
export function exampleDate({ reviews }: Pick<Scenario, 'reviews'>, end: IsoDate): IsoDate {
  return reviews.at(-1)?.date ?? end;
}
