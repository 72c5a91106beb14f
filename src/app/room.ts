/** How much of the futures is held in memory: a limit on futures × plans × months, so that a laptop never runs out. */
import { makeLayout, type Scenario } from '../model/index';
import { grouped } from '../model/results/format';

/** Numbers of results held at most: 32 million of 8 bytes, 256 MB. */
export const MOST_NUMBERS = 32_000_000;
/** Futures are asked for in such steps. */
const STEP = 50;
/** Fewer are never offered. */
const FEWEST = 200;

/** Numbers that one future of one plan takes: every column, of the whole and of each team, in every month. */
export function numbersOfFuture({ horizonMonths, workforce }: Pick<Scenario, 'horizonMonths' | 'workforce'>): number {
  const teams = workforce.teams.map(({ id }) => id);
  return makeLayout([], teams).stride * horizonMonths;
}

/** How many futures of each of so many plans fit, in steps of 50; never fewer than 200. */
export function futuresThatFit(plans: number, numbers: number): number {
  return Math.max(FEWEST, Math.floor(MOST_NUMBERS / (Math.max(1, plans) * numbers) / STEP) * STEP);
}

/** The stages that fit: those below the limit and, where it cuts the last ones off, the limit itself. */
export function stagesThatFit(stages: readonly number[], fit: number): readonly number[] {
  const last = stages.at(-1) ?? 0;
  return fit >= last ? stages : [...stages.filter((stage) => stage < fit), fit];
}

/** What was cut for want of room. */
export interface Cut {
  readonly futures: number;
  readonly plans: number;
  readonly months: number;
}

/** The limit in a sentence, where one would meet it. */
export function cutWords({ futures, plans, months }: Cut): string {
  const of = plans === 1 ? 'One plan' : `${grouped(plans, 0)} plans`;
  return `At most ${grouped(futures, 0)} futures: ${of} over ${String(months)} months with more would not fit into the ${grouped((MOST_NUMBERS * 8) / 1_000_000, 0)} MB kept for results. Fewer plans or months leave room for more.`;
}
