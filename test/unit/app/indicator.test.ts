import { describe, expect, test } from 'vitest';
import birmingham from '../../../scenarios/birmingham-2009.json';
import later from '../../../scenarios/birmingham-2015.json';
import england from '../../../scenarios/england-today.json';
import { statedResults, withFigure, withStated } from '../../../src/app/baseline';
import { fitWords } from '../../../src/app/fit';
import { explained, partsOf } from '../../../src/app/explain';
import { leverSpecs } from '../../../src/app/levers';
import { normalLine } from '../../../src/app/normal';
import { historyOf, laterFigures, onRecord } from '../../../src/app/recorded';
import { restText } from '../../../src/app/notice/counting';
import { requiredMonths, requiredWords } from '../../../src/app/required';
import { MEASURES, type PlanReport, type Report, type Scenario, type TargetSummary } from '../../../src/model/index';
import { besideTimeliness, byStart } from '../../../src/ui/reading';
import { monthsFrom, targetOf } from '../results/rows';

const notice = birmingham as unknown as Scenario;
const fifteen = later as unknown as Scenario;
const today = england as unknown as Scenario;
const facts = { kind: 'event', unit: 'share' } as const;

describe('what the months must be', () => {
  const december = targetOf({
    threshold: 0.8,
    basis: { kind: 'cumulative', from: '2011-04', to: '2011-12' },
    due: '2011-12-31',
  });
  const months = monthsFrom('2011-01', 24);
  const p50 = months.map((_, i) => ({ 3: 0.62, 4: 0.66, 5: 0.7 })[i] ?? 0.72);

  test('asks 87.0% of July to December after 62, 66 and 70%, and the threshold of the whole', () => {
    const path = requiredMonths(december, facts, months, p50);
    expect(path.map(({ month }) => month)).toEqual(monthsFrom('2011-04', 9));
    expect(path[0]).toMatchObject({ before: null, rest: { kind: 'needs', average: 0.8 } });
    expect(restText(path[3]!.rest, 'at-least')).toBe('87.0%');
    expect(path[3]!.before).toBeCloseTo(0.66, 12);
    expect(path.at(-1)!.rest).toEqual({ kind: 'out-of-reach' });
    const [whole, half] = requiredWords(december, path);
    expect(whole).toBe(
      'April 2011 to December 2011 must average 80% or more (the same number of assessments each month).',
    );
    expect(half).toBe(
      'If April 2011 to August 2011 come out as the middle estimates, 68.4% on average, every month from September 2011 must average 94.5%.',
    );
  });

  test('counts late records as the chance does: what the figure lacks, the months must make up for', () => {
    const recordingLag = { share: 0.5, workingDays: 42 };
    const reviews = { ...december, measure: 'cp_reviews_in_time', threshold: 0.6, recordingLag };
    const path = requiredMonths(reviews, facts, months, p50);
    // Of what was due 9 months count, of what was done 7 and two halves: 0.6 × 9 ÷ 8.
    expect(path[0]!.rest).toEqual({ kind: 'needs', average: expect.closeTo((0.6 * 9) / 8, 12) as number });
    expect(path[3]!.rest).toEqual({ kind: 'needs', average: expect.closeTo((0.6 * 9 - 1.98) / 5, 12) as number });
    expect(path[3]!.before).toBeCloseTo(0.66, 12);
    // Completed assessments are the same records above and below, so that the last two months weigh half.
    const done = requiredMonths({ ...december, recordingLag }, facts, months, p50);
    expect(done[0]!.rest).toEqual({ kind: 'needs', average: expect.closeTo(0.8, 12) as number });
    expect(done[3]!.rest).toEqual({ kind: 'needs', average: expect.closeTo((0.8 * 8 - 1.98) / 5, 12) as number });
    expect(requiredWords(reviews, path).at(-1)).toBe(
      'What is judged is the figure first published, which misses what is entered late: 50% of records, 42 working days after the event. The single months here have every record in; so counted, they must average 67.5%.',
    );
    expect(requiredWords(december, requiredMonths(december, facts, months, p50))).toHaveLength(2);
  });

  test('says nothing of what is not added up, or of months that the run does not hold', () => {
    expect(requiredMonths({ ...december, basis: { kind: 'in-month' } }, facts, months, p50)).toEqual([]);
    expect(requiredMonths(december, { kind: 'snapshot', unit: 'share' }, months, p50)).toEqual([]);
    expect(requiredMonths(december, facts, monthsFrom('2011-06', 24), p50)).toEqual([]);
    expect(requiredWords(december, [])).toEqual([]);
  });
});

describe('what is on record', () => {
  test('is each baseline once, with its year, source and grade', () => {
    expect(historyOf(notice, 'ia_in_time')).toEqual([
      {
        when: '2007-08',
        value: 0.62,
        assumed: false,
        source: notice.sources['N09']!.title,
        grade: 'P',
        note: '',
      },
    ]);
    expect(historyOf(notice, 'rereferral_rate').map(({ when, value }) => [when, value])).toEqual([['fitted to', 0.24]]);
    expect(historyOf(notice, 'assessments_overdue')).toEqual([]);
  });

  test('says what was fitted, not what was typed after it, and which other figures have changed', () => {
    const rereferrals = statedResults(notice).find(({ label }) => label.startsWith('Repeat'))!;
    const typed = withStated(notice, rereferrals, 30);
    expect(historyOf(typed, 'rereferral_rate')).toMatchObject([
      { when: 'fitted to', value: 0.24, source: notice.sources[rereferrals.source]!.title, grade: rereferrals.grade },
      { when: 'changed since the fit', value: 0.3, source: 'Entered by the council on the page Baseline' },
    ]);
    expect(historyOf(typed, 'rereferral_rate')[0]!.note).toContain('still fitted to this');
    const busier = withFigure(notice, 'demand.referralsPerYear', 15000);
    expect(historyOf(busier, 'rereferral_rate', fitWords(busier))[0]!.note).toContain(
      'Referrals a year 15,000 (fitted with 13,000)',
    );
  });

  test('says of a stated figure that nothing is fitted to that the baseline is compared with it, changed or not', () => {
    const absence = today.observed.find(({ measure }) => measure === 'absence_rate')!;
    expect(historyOf(today, 'rereferral_rate').at(-1)).toMatchObject({ when: 'fitted to' });
    expect(historyOf(today, 'absence_rate').at(-1)).toMatchObject({ when: 'compared with', value: absence.value });
    const shown = statedResults(today)[today.observed.indexOf(absence)]!;
    const typed = withStated(today, shown, 9);
    expect(historyOf(typed, 'absence_rate').at(-1)).toMatchObject({ when: 'compared with', value: 0.09 });
    expect(typed.fitted).toEqual(today.fitted);
    // Work kept by an earlier version may have it among what was changed; it is not said to be fitted to either.
    const since = [{ path: shown.path, was: absence.value, source: absence.source, grade: absence.grade }];
    const kept = { ...typed, fitted: { ...typed.fitted, since } };
    expect(historyOf(kept, 'absence_rate').at(-1)).toMatchObject({ when: 'compared with', value: 0.09 });
    expect(fitWords(kept)).toBe('');
  });

  test('says of a setting that it is fitted only where a stated figure answers for it', () => {
    const words = (of: Scenario) => {
      const specs = leverSpecs(of);
      return normalLine(
        of,
        specs,
        specs.find(({ id }) => id === 'reviewBooking')!,
        {},
      );
    };
    expect(words(notice)).toContain('fitted to the baseline');
    expect(words(today)).toMatch(/%, assumed$/);
  });

  test('says what is assumed, and what runs into the months simulated', () => {
    const [year, fit] = historyOf(fifteen, 'sa_in_time');
    expect(year).toMatchObject({ when: '2014-15', value: 0.718, assumed: false, grade: '' });
    expect(year!.note).toContain('runs into the months simulated');
    expect(fit).toMatchObject({ when: 'fitted to', value: 0.72, assumed: true, grade: 'A' });
    expect(historyOf(fifteen, 'agency_share_workforce')[0]).toMatchObject({ when: 'assumed', assumed: true });
    expect(historyOf(notice, 'vacancy_rate_dfe')[0]!.note).toBe('');
  });

  test('puts what later came out beside what the plan was simulated to come to', () => {
    const line = {
      measure: 'turnover_rate',
      label: 'Turnover',
      unit: 'share',
      month: '2015-09',
      reported: 0.196,
      source: 'BPR15',
      grade: 'P',
      note: null,
      plans: [
        { plan: 'as-now', p10: 0.2, p50: 0.3, p90: 0.4 },
        { plan: 'year-one', p10: 0.1, p50: 0.2, p90: 0.3 },
      ],
    } as const;
    const report = { outcomes: [line] } as unknown as Report;
    expect(laterFigures(report, fifteen, 'year-one', 'turnover_rate')).toMatchObject([{ value: 0.196, p50: 0.2 }]);
    expect(laterFigures(report, fifteen, 'year-one', 'caseload_mean')).toEqual([]);
    expect(laterFigures({}, fifteen, 'year-one', 'turnover_rate')).toEqual([]);
    const all = onRecord(report, fifteen, 'year-one', 'turnover_rate');
    expect(all.map(({ when, kind }) => `${when}: ${kind}`)).toEqual([
      '2014: before the run',
      'September 2015: later came out, never an input',
    ]);
  });
});

describe('explain this number', () => {
  test('finds both numbers of every share and ratio in the sentence that says how it is counted', () => {
    for (const { id, denominator, meaning } of MEASURES) {
      if (denominator !== undefined) expect(partsOf(meaning), id).not.toBeNull();
    }
    expect(
      partsOf('Of core assessments completed in the period, the share within 35 working days of their start.'),
    ).toEqual({
      below: 'core assessments completed in the period',
      above: 'of those, within 35 working days of their start',
    });
    expect(partsOf('Agency ÷ posts at month end.')).toEqual({ above: 'Agency', below: 'posts' });
    expect(partsOf('Permanent staff at month end.')).toBeNull();
  });

  const target = {
    ...targetOf(),
    basis: 'cumulative',
    basisText: 'cumulative, April 2009 to February 2010',
    unit: 'share',
    probability: 0.18,
    futures: 198,
    p50: 0.8,
    denominator: 1810,
  } as unknown as TargetSummary;
  const lines = (change: Partial<TargetSummary> = {}, rounding: number | null = null) =>
    Object.fromEntries(
      explained({
        target: { ...target, ...change },
        stated: targetOf({ rounding }),
        result: { failures: [{}] } as unknown as PlanReport,
        kind: 'event',
        meaning: MEASURES.find(({ id }) => id === 'ia_in_time')!.meaning,
        futures: 200,
        sourceTitle: 'The notice',
        record: 'seed 1',
      }).map(({ term, text }) => [term, text]),
    );

  test('counts the futures exactly, those without a value too', () => {
    const said = lines({ probability: 150 / 198 });
    expect(said['The number']).toBe('69% or higher: met in 150 of the 198 simulated futures that have a value.');
    expect(said['Numerator']).toContain('In the middle about 1,448 of 1,810 assessments.');
    expect(said['Futures']).toBe(
      '200 run, 1 could not be finished and count nowhere; 1 more have nothing to count on that date.',
    );
    expect(said['Source']).toBe('The notice, published.');
    expect(said['Run record']).toContain('seed 1');
  });

  test('says how it is rounded, and what has no value', () => {
    expect(lines()['Rounding']).toContain('Compared as it is, unrounded. Exactly 69% is met.');
    expect(lines({}, 0)['Rounding']).toContain('Rounded to whole numbers as published');
    expect(lines({ probability: null, due: null })['The number']).toContain('no date in the notice');
  });
});

test('what the page put for a baseline until one is typed is on no record', () => {
  const [first] = notice.targets;
  const with_ = (value: number, year: string) =>
    historyOf(
      { ...notice, targets: [{ ...first!, measure: 'cp_allocated', baseline: { value, year } }] },
      'cp_allocated',
    );
  expect(with_(0.97, '2007-08')).toHaveLength(1);
  expect(with_(0.9712, 'simulated start')).toEqual([]);
  expect(with_(0, 'not known')).toEqual([]);
});

test('a baseline of a year that runs into the run says so, however the year is written', () => {
  const [first] = notice.targets;
  const noted = (year: string) =>
    historyOf(
      { ...notice, targets: [{ ...first!, measure: 'cp_allocated', baseline: { value: 0.9, year } }] },
      'cp_allocated',
    )[0]!.note;
  for (const year of ['2008-09', '2008–09', '2008/09', '2009']) expect(noted(year)).toContain('runs into the months');
  expect(noted('2007/08')).toBe('');
});

test('overdue open work stands beside the timeliness of a team, the team’s own', () => {
  const measures = { assessments_overdue: 1, 'assessments_overdue@assessment': 2 } as unknown as PlanReport['measures'];
  const beside = (measure: string) => besideTimeliness({ measure }, { measures });
  expect(beside('ia_in_time')).toEqual({ id: 'assessments_overdue', measure: 1 });
  expect(beside('ia_in_time@assessment')).toEqual({ id: 'assessments_overdue@assessment', measure: 2 });
  expect(beside('vacancy_rate_dfe@assessment')).toBeNull();
});

test('the partner by month of start is read in the latest month that is known', () => {
  const measures = { ia_in_time_by_start: { p50: [0.5, 0.6, null, null] } } as unknown as PlanReport['measures'];
  expect(byStart({ measure: 'ia_in_time' }, { measures }, 3)).toEqual({ id: 'ia_in_time_by_start', at: 1, p50: 0.6 });
  expect(byStart({ measure: 'ia_in_time' }, { measures }, 0)).toMatchObject({ at: 0 });
  expect(byStart({ measure: 'vacancy_rate_dfe' }, { measures }, 3)).toBeNull();
});
