import { describe, expect, test } from 'vitest';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import { laterWords, targetChecks, twoWays } from '../../../../src/app/notice/checks';
import { endOfYear } from '../../../../src/app/notice/fields';
import { noticeHeadline, noticeLead } from '../../../../src/app/notice/headline';
import { stripOf } from '../../../../src/app/notice/strip';
import type { Scenario, Target } from '../../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const byId = (id: string): Target => scenario.targets.find((target) => target.id === id)!;
const codes = (target: Target, of: Scenario = scenario) => targetChecks(target, of, []).map(({ code }) => code);
const ni59 = byId('ni59');

describe('checks in words', () => {
  test('nothing is said of the notice as it was given', () => {
    expect(scenario.targets.flatMap((target) => codes(target))).toEqual([]);
  });

  test('a target behind its baseline, or met there already', () => {
    const behind = targetChecks({ ...ni59, threshold: 0.6, clause: '' }, scenario, []);
    expect(behind).toMatchObject([
      { code: 'behind-baseline', text: expect.stringContaining('60% is below the 62%') as string },
    ]);
    expect(codes({ ...byId('vacancies'), threshold: 0.3, clause: '' })).toContain('behind-baseline');
    expect(codes({ ...ni59, threshold: 0.62, clause: '' })).toEqual(['met-at-baseline']);
  });

  test('months before the start, dates after the last review, no review at all', () => {
    const early: Target = { ...ni59, basis: { kind: 'rolling-12' }, due: '2009-12-31' };
    expect(targetChecks(early, scenario, [])).toMatchObject([
      {
        code: 'before-start',
        text: expect.stringContaining(
          'counts from January 2009, but the simulation begins on 10 February 2009',
        ) as string,
      },
    ]);
    expect(codes({ ...ni59, due: '2010-06-30' })).toEqual(['after-reviews']);
    expect(codes({ ...ni59, due: null }, { ...scenario, reviews: [] })).toEqual(['no-reviews']);
  });

  test('a later value that is no later, a clause that says another number, a target asked twice, a measure not done here', () => {
    const vacancies = byId('vacancies');
    const easier: Target = { ...vacancies, trajectory: { ...vacancies.trajectory!, threshold: 0.2 } };
    expect(codes(easier)).toEqual(['later-behind']);
    expect(codes({ ...ni59, threshold: 0.72 })).toEqual(['clause-differs']);
    const twice: Scenario = { ...scenario, targets: [ni59, { ...ni59, id: 'again' }] };
    expect(codes(twice.targets[1]!, twice)).toEqual(['asked-twice']);
    expect(codes(twice.targets[0]!, twice)).toEqual([]);
    expect(codes({ ...ni59, measure: 'sa_in_time' })).toContain('not-done-here');
  });

  test('the later value is turned into a date at the pace asked for', () => {
    // 24.7% in March 2008 to 17.7% in February 2010: 7 points in 23 months, so 6.9 more take 22.7 months.
    expect(laterWords(byId('vacancies'), [])).toBe(
      'At the pace this target asks for since March 2008, 10.8% would be reached about January 2012.',
    );
    // 3.5 points more take 11.5 months.
    const nearer = { ...byId('vacancies'), trajectory: { threshold: 0.142, meaning: '' } };
    expect(laterWords(nearer, [])).toContain('about February 2011');
    expect(laterWords(ni59, [])).toBe('');
    expect(endOfYear('2007')! - endOfYear('2006-07')!).toBe(9);
    expect(endOfYear('not stated')).toBeNull();
  });

  test('one measure in two ways is explained; one way on two dates is not', () => {
    const alone: Target = { ...ni59, id: 'alone', basis: { kind: 'in-month' } };
    const [ways] = twoWays({ targets: [ni59, alone] }, []);
    expect(ways!.targets).toHaveLength(2);
    expect(ways!.text).toContain('cumulative, April 2009 to February 2010; February 2010 alone');
    const sooner: Target = {
      ...ni59,
      id: 'sooner',
      due: '2009-07-31',
      basis: { kind: 'cumulative', from: '2009-04', to: '2009-07' },
    };
    expect(twoWays({ targets: [ni59, sooner] }, [])).toEqual([]);
  });
});

describe('the strip of months', () => {
  const shaded = (target: Target) =>
    stripOf(target, '2010-02-28')
      .months.filter(({ counts }) => counts)
      .map(({ month }) => month);

  test('shades the months that count, in twelve that hold them', () => {
    const strip = stripOf(ni59, '2010-02-28');
    expect(strip.months).toHaveLength(12);
    expect([strip.months[0]!.month, strip.months.at(-1)!.month]).toEqual(['2009-04', '2010-03']);
    expect(shaded(ni59)).toHaveLength(11);
    expect(strip.due).toBe(11);
    expect(strip.text).toBe('Counts 11 months together, April 2009 to February 2010. Due 28 February 2010.');
    expect(shaded(byId('ni66'))).toHaveLength(12);
    expect(stripOf(byId('ni66'), '2010-02-28').months[0]!.month).toBe('2009-03');
    expect(shaded({ ...ni59, basis: { kind: 'in-month' } })).toEqual(['2010-02']);
    expect(shaded({ ...ni59, due: '2009-12-15', basis: { kind: 'year-to-date' } })).toHaveLength(9);
    const long: Target = { ...ni59, basis: { kind: 'cumulative', from: '2009-01', to: '2010-02' } };
    expect(stripOf(long, '2010-02-28').months).toHaveLength(14);
  });

  test('a snapshot is read once; a target without a date says so', () => {
    expect(stripOf(byId('vacancies'), '2010-02-28')).toMatchObject({
      once: true,
      due: 11,
      text: 'Read once, on its date, 28 February 2010.',
    });
    expect(shaded(byId('vacancies'))).toEqual([]);
    const undated = stripOf({ ...ni59, due: null, basis: { kind: 'in-month' } }, '2010-02-28');
    expect(undated.due).toBeNull();
    expect(undated.text).toBe('Counts February 2010 alone, read in February 2010 for example. No date in the notice.');
  });
});

describe('the headline', () => {
  test('says how many targets, by when, and how they are judged', () => {
    expect(noticeHeadline(scenario)).toBe('The notice asks for eight targets by 28 February 2010');
    expect(noticeLead(scenario)).toBe(
      'Reviewed on 31 July 2009 (nothing falls due) and 28 February 2010 (all fall due). Three are added up over months, so weak early months must be made up for.',
    );
    expect(noticeHeadline({ targets: [] })).toBe('No targets yet');
    const mixed = [ni59, { ...ni59, due: '2009-07-31' }, { ...ni59, due: null }];
    expect(noticeHeadline({ targets: mixed })).toBe(
      'The notice asks for three targets, the last by 28 February 2010, one without a date',
    );
    expect(noticeHeadline({ targets: [{ ...ni59, due: null }] })).toBe(
      'The notice asks for one target, without a date',
    );
  });
});
