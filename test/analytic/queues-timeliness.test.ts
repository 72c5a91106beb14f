/**
 * Timeliness on the cliff: M/M/c with 20 workers, services of mean 10 days, and a limit of 35 days. The measure counts whole
 * days, from the day of referral to the day of completion: an arrival at a fraction u of its day is in time within L days
 * if its time in the system is below L + 1 − u. Here a day of the engine is 35 ÷ 14.5 days of the theory
 * and the limit 14 of them: over even u the limit is 35 days in the middle, and the mean over u differs from the theory's value
 * by its curvature only, less than .0003 (asserted).
 */
import { describe, expect, it } from 'vitest';
import { expectTheory, pooled, totals } from '../fixtures/estimates';
import { integral, mmc, mmcDoneWithin } from '../fixtures/laws';
import { DAY, meanTime, runQueue } from '../fixtures/queues';

const WORKERS = 20;
const SERVICE = 0.1;
const LIMIT = 14;
/** Days of the theory in one of the engine, and minutes in one of the theory. */
const DAYS = 35 / (LIMIT + 0.5);
const UNIT = DAY / DAYS;

/** In time as the engine counts days: the sojourn's law, averaged over when in the day the referral came. */
function inTimeByDays(rate: number): number {
  return integral((day) => mmcDoneWithin(WORKERS, rate, SERVICE, day * DAYS), LIMIT, LIMIT + 1);
}

describe('M/M/c, 20 workers, μ .1 a day, 35 days', () => {
  it.each([
    { rate: 1.8, inTime: 0.95367, time: 12.7538, run: { years: 15, warmYears: 3, seed: 27 }, precise: [0.002, 0.15] },
    { rate: 1.9, inTime: 0.88996, time: 17.554, run: { years: 30, warmYears: 10, seed: 28 }, precise: [0.009, 0.5] },
    { rate: 1.94, inTime: 0.77412, time: 24.1403, run: { years: 30, warmYears: 20, seed: 29 }, precise: [0.022, 1.3] },
  ])('λ $rate: P(done within 35 days) $inTime, W $time', ({ rate, inTime, time, run: length, precise }) => {
    const exact = mmcDoneWithin(WORKERS, rate, SERVICE, 35);
    expect(exact).toBeCloseTo(inTime, 5);
    expect(Math.abs(inTimeByDays(rate) - exact)).toBeLessThan(0.0003);
    expect(mmc(WORKERS, rate, SERVICE).inSystem).toBeCloseTo(time, 3);

    const world = { servers: WORKERS, gap: UNIT / rate, service: UNIT / SERVICE, limitDays: LIMIT };
    const run = runQueue({ ...world, effort: 'exponential' }, { futures: 40, ...length });
    expectTheory(pooled(totals(run, 'ia_in_time'), totals(run, 'ia_completed')), inTime, precise[0]!);
    expectTheory(pooled(totals(run, 'ia_from_start_in_time'), totals(run, 'ia_from_start')), inTime, precise[0]!);
    expectTheory(meanTime(run, UNIT), time, precise[1]!);
  });
});
