import { leversAsNow, leversSchema, type LeverId, type Levers, type Plan, type Scenario } from '../model/index';
import { typedNumber } from './typed-number';

/** A lever as the page offers it: words and limits from the schema, where it stands as now from the scenario. */
export interface LeverSpec {
  readonly id: LeverId;
  readonly label: string;
  readonly unit: string;
  readonly meaning: string;
  /** Limits of the number box. */
  readonly min: number;
  readonly max: number;
  /** Limits of the slider: the part of the range in which plans move. */
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Where it stands without a plan, in the lever's unit. */
  readonly now: number;
  /** One of the levers shown at once; the others wait behind a fold. */
  readonly main: boolean;
}

const MAIN: readonly LeverId[] = [
  'hiresPerMonth',
  'newlyQualifiedCohort',
  'agencyCover',
  'leavingRate',
  'assessmentCeiling',
  'planCeiling',
  'referrals',
  'referralToInitial',
];

const STEPS: Partial<Record<LeverId, number>> = {
  hiresPerMonth: 0.5,
  leavingRate: 0.5,
  schoolAbsence: 0.5,
  leaversAccommodation: 0.5,
};

/** Every lever in the order of the schema. */
export function leverSpecs(scenario: Scenario): LeverSpec[] {
  const now = valuesAsNow(scenario);
  return (Object.keys(leversSchema.entries) as LeverId[])
    .filter((id) => now[id] !== undefined)
    .map((id) => {
      const { label, unit, meaning, min, max } = metadata(id);
      const step = STEPS[id] ?? 1;
      const at = now[id] ?? 0;
      const values = [at, ...scenario.plans.map(({ levers }) => levers[id]?.value ?? at)];
      const [low, high] = sliderRange(id, values, at, min, max);
      return { id, label, unit, meaning, min, max, low, high, step, now: at, main: MAIN.includes(id) };
    });
}

/** Label, unit, meaning and limits of a lever, as the schema states them. */
function metadata(id: LeverId): { label: string; unit: string; meaning: string; min: number; max: number } {
  return leversSchema.entries[id].wrapped.pipe[1].metadata;
}

/** Where a slider runs for a lever that stands at `now`: the part of the permitted range in which plans move. */
const SPANS: { readonly [id in LeverId]: (now: number) => readonly [number, number] } = {
  hiresPerMonth: (now) => [0, nice(3 * now)],
  newlyQualifiedCohort: (now) => [0, nice(3 * now)],
  overseasHires: () => [0, 10],
  agencyConversion: () => [0, 50],
  strikeTeam: () => [0, 40],
  earlyHelp: () => [0, 30],
  stepDown: () => [0, 40],
  closeUnassessed: () => [0, 50],
  lateLast: () => [0, 100],
  managementPosts: () => [-10, 20],
  reviewingPosts: () => [-10, 20],
  agencyCover: () => [0, 100],
  leavingRate: (now) => [5, nice(2 * now)],
  assessmentCeiling: (now) => [Math.floor(0.4 * now), 2 * now],
  planCeiling: (now) => [Math.floor(0.4 * now), 2 * now],
  referrals: () => [50, 150],
  referralToInitial: (now) => [Math.floor(0.05 * now) * 10, 100],
  hoursFreed: () => [-15, 15],
  assessmentPosts: () => [-30, 30],
  longerTermPosts: () => [-30, 30],
  reviewBooking: () => [50, 100],
  participation: () => [50, 100],
  schoolAbsence: () => [-5, 5],
  leaversAccommodation: () => [-10, 10],
};

/** The slider's ends: its span, widened where a shipped plan goes further, inside the limits. */
function sliderRange(id: LeverId, values: readonly number[], now: number, min: number, max: number): [number, number] {
  const [low, high] = SPANS[id](now);
  return [Math.max(min, Math.floor(Math.min(low, ...values))), Math.min(max, Math.ceil(Math.max(high, ...values)))];
}

/** The next round number up: 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten. */
function nice(value: number): number {
  let power = 1;
  while (power * 10 < value) power *= 10;
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((m) => m * power >= value) ?? 10) * power;
}

/** Where each lever stands as now, as the page writes it; without an entry where the scenario has nothing that it moves. */
function valuesAsNow(scenario: Scenario): Partial<Record<LeverId, number>> {
  const { teams } = scenario.workforce;
  const missing = new Set<string>([
    ...(teams.some(({ holds }) => holds === 'assessments') ? [] : ['assessmentCeiling', 'assessmentPosts']),
    ...(teams.some(({ holds }) => holds === 'plans') ? [] : ['planCeiling', 'longerTermPosts']),
    ...(teams.some(({ holds }) => holds === 'reviews') ? [] : ['reviewingPosts']),
    ...(teams.some(({ holds }) => holds === 'overdue-assessments') ? [] : ['strikeTeam']),
    ...(declares(scenario, 'school_absence') ? [] : ['schoolAbsence']),
    ...(declares(scenario, 'leavers_accommodation') ? [] : ['leaversAccommodation']),
  ]);
  const known = Object.entries(leversAsNow(scenario)).filter(([id]) => !missing.has(id));
  return Object.fromEntries(known.map(([id, value]) => [id, tidy(value)]));
}

function declares(scenario: Scenario, measure: string): boolean {
  return scenario.declared.some((entry) => entry.measure === measure);
}

const tidy = (value: number) => Math.round(value * 10) / 10;

/** Where a lever stands in a plan. */
export function leverValue(levers: Levers, spec: LeverSpec): number {
  return levers[spec.id]?.value ?? spec.now;
}

/** How many settings of a plan differ from as now. */
export function changedLevers(plan: Plan): number {
  return Object.keys(plan.levers).length;
}

/** A number as a lever shows it: without needless decimals. */
export function leverText(value: number): string {
  return String(tidy(value)).replace('-', '−');
}

export type LeverInput =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly sentence: string };

/** Reads what was typed into a lever's number box; where it cannot be used, says what would be right. */
export function readLever(text: string, spec: LeverSpec): LeverInput {
  const read = typedNumber(text);
  const right = `a number from ${leverText(spec.min)} to ${leverText(spec.max)}`;
  if (text.trim() === '') return { ok: false, sentence: `Type ${right}.` };
  if (!read || !['', '%'].includes(read.behind))
    return { ok: false, sentence: `“${text.trim()}” is not a number. Type ${right}.` };
  const { value } = read;
  if (value < spec.min || value > spec.max) {
    return { ok: false, sentence: `${leverText(value)} is outside what can be set. Type ${right}.` };
  }
  return { ok: true, value };
}

/** The first day of the month after the start: when a lever that is new to a plan begins to act. */
export function firstMonthStart(scenario: Scenario): string {
  const year = Number(scenario.start.slice(0, 4));
  const month = Number(scenario.start.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
