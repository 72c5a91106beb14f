/**
 * The luck of counting, simulated: a council whose assessments are in time with a true chance of 86%, each by its own luck, and
 * which starts n of them every month. How often a month's observed share reaches 86% is binomial, and so is the true
 * rate that reaches it nine times in ten. One gap in 1,024 is longer, so that some months have a start or two less than n; the
 * difference that this makes to the chance is the binomial's own and taken off.
 */
import { describe, expect, it } from 'vitest';
import { chanceObservedAtLeast } from '../../src/model/notice/sampling';
import { elapsedTable } from '../../src/model/scenario/distributions';
import { expectTheory, type Estimate } from '../fixtures/estimates';
import { compiled, meanAndError, queueScenario, runFutures } from '../fixtures/worlds';

const MONTHS = 25;
/** Elapsed times in working days: spread evenly below the limit, a tenth of it beyond for those that run over. */
const SHAPE = { earliest: 0.25, bunching: 1, beyond: 0.1 };
const LIMIT = 10;

/** The elapsed times' share within the limit, exactly: how far along the cells' straight lines the limit is crossed. */
function shareInTime(table: Float64Array): number {
  const cell = table.findIndex((x) => x > 1) - 1;
  return (cell + (1 - table[cell]!) / (table[cell + 1]! - table[cell]!)) / (table.length - 1);
}

/** Where arrangements in time must end for the table's own share to be the true rate: its cells are a thousandth wide. */
function latestFor(rate: number): number {
  let [low, high] = [0.3, 0.9999];
  for (let turn = 0; turn < 60; turn++) {
    const latest = (low + high) / 2;
    if (shareInTime(elapsedTable(rate, { ...SHAPE, latest })) > rate) low = latest;
    else high = latest;
  }
  return (low + high) / 2;
}

/** How often a month of n starts reaches 86%: one observation a future, the mean of its months. */
function reached(n: number, rate: number, futures: number): Estimate {
  const scenario = queueScenario({
    servers: 50,
    gap: 444,
    service: 1,
    effort: { logSd: 0 },
    ceiling: 60,
    limitDays: LIMIT,
    start: '2009-04-01',
  });
  const latest = latestFor(rate);
  const { pathway } = scenario;
  pathway.elapsedEarliest.value = SHAPE.earliest;
  pathway.elapsedLatest.value = latest;
  pathway.elapsedBunching.value = SHAPE.bunching;
  pathway.elapsedBeyond.value = SHAPE.beyond;
  scenario.fitted.points[0]!.arrangementInitial = rate;
  const model = compiled(scenario, 'as-now', { horizonMonths: MONTHS, warmUpYears: 0, warmStates: 1 });
  expect(shareInTime(model.points[0]!.elapsed[0]!)).toBeCloseTo(rate, 6);
  // Gaps of one and n a month, the first of them half a gap after the month begins.
  const { month, days } = model.clock;
  const daysOf = new Float64Array(MONTHS);
  for (let day = 0; day < days; day++) daysOf[month[day]!]!++;
  model.demand.gap.fill(1);
  for (let day = 0; day < days; day++) model.demand.intensity[day] = n / daysOf[month[day]!]!;
  model.demand.intensity[0]! += 0.5;

  const run = runFutures(model, futures, Math.round(n + 1000 * rate));
  const last = MONTHS - 1; // its starts are not all done
  const chance = chanceObservedAtLeast(0.86, n, rate);
  const chances = new Map<number, number>();
  return meanAndError(
    Array.from({ length: futures }, (_, f) => {
      let met = 0;
      for (let m = 0; m < last; m++) {
        const starts = run.at(f, m, 'ia_from_start');
        expect(Math.abs(starts - n)).toBeLessThan(2 + 0.01 * n);
        if (!chances.has(starts)) chances.set(starts, chanceObservedAtLeast(0.86, starts, rate));
        met += chance - chances.get(starts)!;
        if (run.at(f, m, 'ia_from_start_in_time') / starts >= 0.86) met++;
      }
      return met / last;
    }),
  );
}

describe('observed 86% or more at a true 86%', () => {
  it.each([
    [150, 0.558, 100],
    [600, 0.529, 40],
    [1800, 0.517, 26],
  ])('of %d: %d of months', (n, theory, futures) => {
    expectTheory(reached(n, 0.86, futures), theory, 0.025);
  });
});

describe('the true rate that shows 86% or more nine times in ten', () => {
  it.each([
    [150, 0.8899, 60],
    [600, 0.8765, 30],
    [1800, 0.8699, 15],
  ])('of %d: %d', (n, rate, futures) => {
    expectTheory(reached(n, rate, futures), 0.9, 0.02);
  });
});
