/** What must not happen in any month on the way: ours until the board chooses its own levels. */
import { MEASURES, type Floor, type SafetyFloor, type Scenario } from '../../model/index';
import { USUAL_REASONS } from '../../model/results/floors';
import { directionOf } from './targets';
import { isDoneHere, measureFacts } from './measures';
import { readText, readValue, valueText, type Read } from './typed';

export type FloorPart = 'measure' | 'direction' | 'level' | 'reason';

export const FLOOR_PARTS: Readonly<Record<FloorPart, string>> = {
  measure: 'Measure watched',
  direction: 'At least or at most',
  level: 'Level',
  reason: 'Why this level',
};

const unitOf = ({ measure }: Pick<Floor, 'measure'>) => measureFacts(measure, [])?.unit ?? 'count';

/** With the levels now watched as levels of the council's own, to be changed from there; counts in whole numbers. */
export function chooseFloors(scenario: Scenario, shown: readonly SafetyFloor[]): Scenario {
  const floors = shown.map(({ measure, direction, level, unit, levelText }): Floor => ({
    measure,
    direction,
    level: unit === 'share' ? level : Math.round(level),
    reason: levelText,
  }));
  return { ...scenario, floors };
}

/** Back to the floors of our convention. */
export function usualFloors(scenario: Scenario): Scenario {
  const { floors: _, ...rest } = scenario;
  return rest;
}

/** Measures that stand or happen in the months simulated and are better low or high: what a board may want to watch. */
export function watchable(scenario: Scenario): readonly { readonly id: string; readonly label: string }[] {
  return MEASURES.filter((one) => one.polarity !== 'neutral' && one.kind !== 'declared' && isDoneHere(one, scenario));
}

/** With one more floor, on the first measure that a board may want to watch and does not yet. */
export function addFloor(scenario: Scenario): Scenario {
  const { floors = [] } = scenario;
  const wanted = ['unallocated_count', 'longest_wait_days', 'assessments_overdue', 'caseload_mean', 'cp_allocated'];
  const measure = wanted.find((id) => !floors.some((floor) => floor.measure === id)) ?? 'unallocated_count';
  return { ...scenario, floors: [...floors, onMeasure(measure)] };
}

/** Of a fresh floor nothing is allowed of what is bad, or all is asked for of what is good. */
function onMeasure(measure: string): Floor {
  const facts = measureFacts(measure, []);
  const direction = facts ? directionOf(facts) : 'at-most';
  return { measure, direction, level: direction === 'at-least' ? 1 : 0, reason: '' };
}

export function removeFloor(scenario: Scenario, index: number): Scenario {
  return { ...scenario, floors: (scenario.floors ?? []).toSpliced(index, 1) };
}

/** A part of a floor as its field shows it. */
export function floorText(floor: Floor, part: FloorPart): string {
  return part === 'level' ? valueText(floor.level, unitOf(floor)) : floor[part];
}

/** With what was typed or chosen in a part of a floor. */
export function changeFloor(scenario: Scenario, index: number, part: FloorPart, text: string): Read<Scenario> {
  const floor = scenario.floors?.[index];
  if (!floor) return { ok: true, value: scenario };
  const read = changed(floor, part, text);
  if (!read.ok) return read;
  return { ok: true, value: { ...scenario, floors: (scenario.floors ?? []).with(index, read.value) } };
}

function changed(floor: Floor, part: FloorPart, text: string): Read<Floor> {
  if (part === 'measure') return { ok: true, value: text === floor.measure ? floor : onMeasure(text) };
  if (part === 'direction') {
    return { ok: true, value: moved(floor, { ...floor, direction: text === 'at-least' ? 'at-least' : 'at-most' }) };
  }
  const read = part === 'level' ? readValue(text, unitOf(floor)) : readText(text, 200);
  return read.ok ? { ok: true, value: moved(floor, { ...floor, [part]: read.value }) } : read;
}

/** The reason of a level of our convention goes with that level: of another it is not true. */
function moved(from: Floor, to: Floor): Floor {
  const same = from.level === to.level && from.direction === to.direction;
  return !same && USUAL_REASONS.includes(to.reason) ? { ...to, reason: '' } : to;
}

/** What a floor is called in a list of what is wrong. */
export function floorName({ measure }: Floor): string {
  return measureFacts(measure, [])?.label ?? measure;
}
