import { describe, expect, it } from 'vitest';
import {
  finishedFutures,
  measureIds,
  measureLabel,
  monthValues,
  readMeasureId,
} from '../../../src/model/results/measure-series';
import { MEASURES } from '../../../src/model/measures/all';
import { isKeptByGrade, isKeptByTeam } from '../../../src/model/measures/parts';
import { STAFF_GRADES } from '../../../src/model/measures/columns';
import { rowsOf } from './rows';

describe('a measure of one month', () => {
  const data = rowsOf(
    '2009-04',
    2,
    [
      {
        ia_completed: [100, 0],
        ia_in_time: [62, 0],
        referrals: [40, 50],
        vacant: 25,
        posts_and_in_post: 100,
        declared_school_absence: [0.15, 0.14],
      },
      'failed',
      { ia_completed: [200, 10], ia_in_time: [100, Number.NaN], referrals: [1, 2], posts_and_in_post: 0 },
    ],
    ['duty'],
  );

  it('divides an event within its month and has no value without a denominator', () => {
    expect([...monthValues(data, 'ia_in_time', 0)]).toEqual([0.62, Number.NaN, 0.5]);
    expect([...monthValues(data, 'ia_in_time', 1)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('reads counts, ratios and declared shares as they are', () => {
    expect([...monthValues(data, 'referrals', 1)]).toEqual([50, Number.NaN, 2]);
    expect([...monthValues(data, 'vacancy_rate_dfe', 0)]).toEqual([0.25, Number.NaN, Number.NaN]);
    expect([...monthValues(data, 'school_absence', 1)]).toEqual([0.14, Number.NaN, 0]);
  });

  it('reads a team from its own columns', () => {
    const teams = rowsOf(
      '2009-04',
      1,
      [{ cases_held: 100, holders: 10, 'cases_held@duty': 30, 'holders@duty': 2 }],
      ['duty'],
    );
    expect([...monthValues(teams, 'caseload_mean', 0), ...monthValues(teams, 'caseload_mean@duty', 0)]).toEqual([
      10, 15,
    ]);
    expect(measureLabel(teams.layout, 'caseload_mean@duty')).toBe('Average caseload, duty team');
  });

  it('has no value outside the months of the run', () => {
    expect(monthValues(data, 'referrals', 2).every(Number.isNaN)).toBe(true);
    expect(monthValues(data, 'referrals', -1).every(Number.isNaN)).toBe(true);
  });

  it('offers every measure once, then those of each team and grade', () => {
    const ids = measureIds(data.layout);
    const [byTeam, byGrade] = [MEASURES.filter(isKeptByTeam), MEASURES.filter(isKeptByGrade)];
    expect(ids).toHaveLength(MEASURES.length + byTeam.length + STAFF_GRADES.length * byGrade.length - 1);
    // The caseload of newly qualified workers is a measure of its own already.
    expect(ids).toContain('caseload_newly_qualified');
    expect(ids).not.toContain('caseload_mean@newly-qualified');
    expect(new Set(ids.map((id) => measureLabel(data.layout, id))).size).toBe(ids.length);
    expect(ids).toContain('posts_fte@duty');
    expect(ids).toContain('turnover_rate@social-worker');
    expect(ids).not.toContain('posts_fte@social-worker');
    expect(ids.at(-1)).toBe('caseload_over_share@reviewing-officer');
    expect(measureLabel(data.layout, 'leavers_fte@newly-qualified')).toBe('Leavers, newly qualified workers');
  });

  it('keeps every measure of cases and people by team, and of people by grade, but those named here', () => {
    // Counted where no team has the child any more, over a whole year of children, or by teams that are not the council's.
    const whole =
      /^(referral|decision|rereferral|icpc|cp_|lac_|review_|school|leavers_acc|utilisation|late_|assessment_days)|_by_start$|^(staff_cost|agency_premium)$/;
    const people = /^(service_|caseload_newly)/;
    const missing = MEASURES.filter((one) => !isKeptByTeam(one)).map(({ id }) => id);
    expect(missing.filter((id) => !whole.test(id) && !people.test(id))).toEqual([]);
    expect(MEASURES.filter(isKeptByGrade).map(({ id }) => id)).toEqual([
      ...['in_post_fte', 'agency_fte', 'agency_share_workforce', 'turnover_rate', 'absence_rate'],
      ...['starters_fte', 'leavers_fte'],
      ...['caseload_mean', 'caseload_over_share'],
    ]);
  });

  it('knows a failed future from one that finished, and an unknown measure as a bug', () => {
    expect([...finishedFutures(data)]).toEqual([1, 0, 1]);
    expect(() => readMeasureId(data.layout, 'no_such_thing')).toThrow('no_such_thing');
  });
});
