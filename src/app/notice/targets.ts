/** Targets added, copied, taken away, and given another measure or date; and the defaults that go with it. */
import {
  isoMonth,
  monthNumber,
  type Basis,
  type FormulaMeasure,
  type IsoDate,
  type IsoMonth,
  type Scenario,
  type Target,
} from '../../model/index';
import { NOT_KNOWN, SIMULATED_START } from '../../model/notice/baseline';
import { financialYearStart } from '../../model/notice/basis';
import { canLag } from '../../model/notice/lag';
import { isDoneHere, measureFacts, type BasisKind, type MeasureFacts } from './measures';
import { lastDay } from './reviews';

/** What the defaults of a target are taken from. */
export interface Ground {
  readonly scenario: Scenario;
  readonly formulas: readonly FormulaMeasure[];
  /** Where a measure stands when the run begins, by the middle of the futures on show; null where nothing is known. */
  readonly middle: (measure: string) => number | null;
}

export type Baseline = Target['baseline'];

/** The source key of what was typed in on the page. */
export const OWN_SOURCE = 'TYPED';
const OWN_TITLE = 'Typed in by the user of Trajectory';

/** What a notice is likeliest to ask for, in this order. */
const USUAL = ['sa_in_time', 'ia_in_time', 'ca_in_time', 'icpc_in_15', 'cp_reviews_in_time', 'vacancy_rate_dfe'];

/** Where a measure stands: as another target says it, as was observed, as the run begins; nought where nothing is known. */
export function baselineOf(measure: string, { scenario, middle }: Ground): Baseline {
  const other = scenario.targets.find((target) => target.measure === measure);
  if (other) return other.baseline;
  const observed = scenario.observed.find((figure) => figure.measure === measure);
  if (observed) return { value: observed.value, year: 'not stated' };
  const simulated = middle(measure);
  if (simulated !== null) return { value: Number(simulated.toFixed(3)), year: SIMULATED_START };
  return { value: 0, year: NOT_KNOWN };
}

/** A basis of this kind with the months that are likeliest meant: the financial year, from the first whole month simulated. */
export function basisOf(kind: BasisKind, due: IsoDate | null, scenario: Scenario): Basis {
  if (kind !== 'cumulative') return { kind };
  const to = monthNumber(due ?? scenario.reviews.at(-1)?.date ?? lastDay(scenario));
  const whole = monthNumber(scenario.start) + (scenario.start.endsWith('-01') ? 0 : 1);
  const from = Math.min(to, Math.max(financialYearStart(to), whole));
  return { kind, from: isoMonth(from), to: isoMonth(to) };
}

/** The direction in which a measure is good; a neutral one is taken to be asked for at least. */
export function directionOf({ polarity }: Pick<MeasureFacts, 'polarity'>): Target['direction'] {
  return polarity === 'low' ? 'at-most' : 'at-least';
}

/** An id that no target has: the base itself, or with the next free number behind it. */
export function freeId({ targets }: Pick<Scenario, 'targets'>, base: string): string {
  const taken = new Set(targets.map(({ id }) => id));
  const short = base.slice(0, 54);
  for (let n = 1; ; n++) {
    const id = n === 1 ? short : `${short}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** With one more target at the end, on the first usual measure that has none; gives its id, too. */
export function addTarget(ground: Ground): { readonly scenario: Scenario; readonly id: string } {
  const { scenario, formulas, middle } = ground;
  const used = new Set(scenario.targets.map(({ measure }) => measure));
  const free = USUAL.filter((id) => !used.has(id) && isDoneHere({ id, kind: 'event' }, scenario));
  const measure = free.find((id) => middle(id) !== null) ?? free[0] ?? 'ia_in_time';
  const facts = measureFacts(measure, formulas);
  if (!facts) throw new Error(`no measure "${measure}"`);
  const baseline = baselineOf(measure, ground);
  const due = scenario.reviews.at(-1)?.date ?? lastDay(scenario);
  const target: Target = {
    // A name that says nothing of the measure, which may still be changed.
    id: freeId(scenario, 'target'),
    label: facts.label,
    measure,
    ...(facts.code === '' ? {} : { code: facts.code }),
    direction: directionOf(facts),
    threshold: baseline.value,
    basis: basisOf(facts.bases[0] ?? 'snapshot', due, scenario),
    due,
    rounding: null,
    baseline,
    rationale: 'Not stated',
    clause: '',
    source: OWN_SOURCE,
    grade: 'A',
  };
  return { scenario: { ...withOwnSource(scenario), targets: [...scenario.targets, target] }, id: target.id };
}

/** With the page's own source in the table, for what is typed there. */
export function withOwnSource(scenario: Scenario): Scenario {
  return { ...scenario, sources: { ...scenario.sources, [OWN_SOURCE]: { title: OWN_TITLE } } };
}

/** With a copy of a target right behind it; gives the copy's id. */
export function duplicateTarget(scenario: Scenario, id: string): { readonly scenario: Scenario; readonly id: string } {
  const at = scenario.targets.findIndex((target) => target.id === id);
  const target = scenario.targets[at];
  if (!target) return { scenario, id };
  const copy: Target = { ...target, id: freeId(scenario, target.id) };
  return { scenario: { ...scenario, targets: scenario.targets.toSpliced(at + 1, 0, copy) }, id: copy.id };
}

export function removeTarget(scenario: Scenario, id: string): Scenario {
  return { ...scenario, targets: scenario.targets.filter((target) => target.id !== id) };
}

/** With a target in the place of the one of the same id. */
export function withTarget(scenario: Scenario, changed: Target): Scenario {
  return { ...scenario, targets: scenario.targets.map((target) => (target.id === changed.id ? changed : target)) };
}

/**
 * On another measure: with its name, code, direction and a basis it can be read on; figures keep the digits on show. What
 * neighbours manage was said of the former one, and goes.
 */
export function changeMeasure(target: Target, measure: string, ground: Ground): Target {
  const { scenario, formulas } = ground;
  const [old, next] = [measureFacts(target.measure, formulas), measureFacts(measure, formulas)];
  if (!next || next.id === target.measure) return target;
  const { code: _, trajectory, neighbours: __, recordingLag, ...rest } = target;
  const scale = (old?.unit === 'share' ? 100 : 1) / (next.unit === 'share' ? 100 : 1);
  const digits = (value: number) => {
    const kept = Number((value * scale).toPrecision(12));
    return next.unit === 'share' ? Math.min(1, kept) : kept;
  };
  const others = {
    ...ground,
    scenario: { ...scenario, targets: scenario.targets.filter(({ id }) => id !== target.id) },
  };
  const before = baselineOf(target.measure, others);
  const untouched = target.baseline.value === before.value && target.baseline.year === before.year;
  const baseline = untouched
    ? baselineOf(measure, others)
    : { ...target.baseline, value: digits(target.baseline.value) };
  // What nobody has set yet goes with the baseline, so that a new target asks for nothing until something is typed.
  const unset = untouched && target.threshold === target.baseline.value;
  const kind = next.bases.includes(target.basis.kind) ? target.basis.kind : (next.bases[0] ?? 'snapshot');
  return {
    ...rest,
    measure,
    label: old && target.label === old.label ? next.label : target.label,
    ...(next.code === '' ? {} : { code: next.code }),
    direction: next.polarity === 'neutral' ? target.direction : directionOf(next),
    baseline,
    threshold: unset ? baseline.value : digits(target.threshold),
    ...(trajectory ? { trajectory: { ...trajectory, threshold: digits(trajectory.threshold) } } : {}),
    ...(recordingLag && canLag(next) ? { recordingLag } : {}),
    basis: kind === target.basis.kind ? target.basis : basisOf(kind, target.due, scenario),
  };
}

/** By another date; a period that ended with the old date ends with the new one. */
export function changeDue(target: Target, due: IsoDate | null): Target {
  const { basis } = target;
  const month: IsoMonth | undefined = due?.slice(0, 7);
  const follows = basis.kind === 'cumulative' && month !== undefined && basis.to === target.due?.slice(0, 7);
  return { ...target, due, basis: follows && month >= basis.from ? { ...basis, to: month } : basis };
}
