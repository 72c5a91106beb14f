/** The twelve months a council counted: typed, pasted, kept, and what they say of the baseline. */
import { describe, expect, it } from 'vitest';
import { baselineFigure } from '../../../src/app/baseline';
import { columnOf, monthsOf, movedTo, readBlock, readCell, seriesOf, withCells } from '../../../src/app/months';
import {
  impliedFigures,
  impossibleMonths,
  monthsReconciled,
  vacancyQuestion,
  withImplied,
} from '../../../src/app/months-implied';
import { monthsDesk } from '../../../src/app/months-desk.svelte';
import { Session } from '../../../src/app/session.svelte';
import { worldKey } from '../../../src/app/draft';
import { checkScenario, type HistoryCell, type HistoryColumn, type Scenario } from '../../../src/model/index';
import type { Runner } from '../../../src/run/runner';
import { birmingham2009 } from '../../fixtures/worlds';

const scenario = birmingham2009();
const series = (column: HistoryColumn) => seriesOf(scenario).find((one) => one.column === column)!;
const place = (column: HistoryColumn) => seriesOf(scenario).findIndex((one) => one.column === column);
const filled = (values: Partial<Record<HistoryColumn, readonly HistoryCell[]>>, of: Scenario = scenario): Scenario =>
  withCells(
    of,
    Object.entries(values).flatMap(([column, cells]) =>
      cells.map((value, at) => ({ column: column as HistoryColumn, at, value })),
    ),
  );
const twelve = <T>(value: T): T[] => Array.from({ length: 12 }, () => value);

describe('the grid', () => {
  it('has the twelve whole months before the start, and the series that the rules know', () => {
    expect([monthsOf(scenario)[0], monthsOf(scenario).at(-1)]).toEqual(['2008-02', '2009-01']);
    const columns = seriesOf(scenario).map(({ column }) => column);
    expect(columns).toContain('ia_in_time');
    expect(columns).not.toContain('sa_in_time');
  });

  it.each([
    ['1,234', 'referrals', 1234],
    ['55.7', 'vacant', 55.7],
    ['', 'vacant', null],
    ['C', 'vacant', 'c'],
    [':', 'referrals', ':'],
    ['low', 'referrals', 'low'],
  ] as const)('“%s” in %s is kept as %s', (text, column, value) => {
    expect(readCell(text, series(column), 3, '2008-04')).toEqual({ ok: true, value });
  });

  it.each([
    ['12..5', 'agency', 'Row 14: “12..5” is not a number. Month Aug 2008, Agency FTE.'],
    ['55.7%', 'vacant', 'is a percentage, but this column counts FTE'],
    ['12.5', 'referrals', 'is not a whole number'],
    ['-3', 'vacant', 'is below nought'],
    ['100001', 'referrals', 'is more than 100,000'],
  ] as const)('“%s” in %s is refused with its row and month', (text, column, said) => {
    const read = readCell(text, series(column), 14, '2008-08');
    expect(!read.ok && read.sentence).toContain(said);
  });

  it('is kept in the file, checked, and changes no future', () => {
    const kept = filled({ referrals: [1083, 'c', null, 'low'], vacant: [170.5] });
    const checked = checkScenario(JSON.parse(JSON.stringify(kept)));
    expect(checked.ok && checked.value.history).toEqual(kept.history);
    expect(columnOf(kept, 'referrals').slice(0, 5)).toEqual([1083, 'c', null, 'low', null]);
    expect(worldKey(kept)).toBe(worldKey(scenario));
    // Unlike the draws of a calibration, which every future starts from.
    const draws = { seed: 1, states: [{ place: 0, world: 3, point: scenario.fitted.points[0]! }] };
    expect(worldKey({ ...scenario, fitted: { ...scenario.fitted, draws } })).not.toBe(worldKey(scenario));
    expect(
      withCells(
        kept,
        [...twelve('referrals'), ...twelve('vacant')].map((column, i) => ({
          column: column as HistoryColumn,
          at: i % 12,
          value: null,
        })),
      ),
    ).not.toHaveProperty('history');
    expect(movedTo(kept, '2007-04').history!.from).toBe('2007-04');
    expect(movedTo(scenario, '2007-04')).toBe(scenario);
  });

  it.each([
    [{ from: '2008-02', series: [{ column: 'referrals', values: twelve(1).slice(1) }] }, 'must hold 12 months'],
    [
      { from: '2008-02', series: [{ column: 'referrals', values: [...twelve(1).slice(1), 'no'] }] },
      'must be a number, null, or a symbol',
    ],
    [{ from: '2008-02', series: [{ column: 'weather', values: twelve(1) }] }, '"referrals"'],
    [{ from: '2008-02', series: [1, 2].map(() => ({ column: 'referrals', values: twelve(1) })) }, 'is used twice'],
    [{ from: 'spring', series: [] }, 'is not a month'],
  ])('a file with %j is told what is wrong', (history, said) => {
    const checked = checkScenario({ ...scenario, history });
    expect(checked.ok ? '' : checked.problems.map(({ message }) => message).join('\n')).toContain(said);
  });
});

describe('what is pasted', () => {
  it('fills from the focused cell, keeps bad text in its cell, and says what found no place', () => {
    const text = '10\t5\r\n11\t12..5\r\nc\t7\r\n';
    const block = readBlock(text, scenario, { column: place('vacant'), at: 10 });
    expect(block.changes).toEqual([
      { column: 'vacant', at: 10, value: 10 },
      { column: 'agency', at: 10, value: 5 },
      { column: 'vacant', at: 11, value: 11 },
    ]);
    expect(block.bad).toMatchObject([{ column: 'agency', at: 11, text: '12..5' }]);
    expect(block.bad[0]!.sentence).toContain('Row 2: “12..5” is not a number. Month Jan 2009, Agency FTE.');
    expect(block.problems).toEqual(['Row 3: a month below the last is not among the twelve months. It was left out.']);
    const wide = readBlock('1\t2', scenario, { column: seriesOf(scenario).length - 1, at: 0 });
    expect(wide.problems).toEqual(['Row 1: there is no column for “2”. It was left out.']);
  });

  it('goes by names and months where it has them, in any order', () => {
    const text =
      'Month\tAgency FTE\tWeather\tReferrals\nJan 2009\t80\tfine\t1,100\n2008-02\t81\tfoul\t900\nMay 2010\t1\t1\t1';
    const block = readBlock(text, scenario, { column: 0, at: 5 });
    expect(block.changes).toEqual([
      { column: 'agency', at: 11, value: 80 },
      { column: 'referrals', at: 11, value: 1100 },
      { column: 'agency', at: 0, value: 81 },
      { column: 'referrals', at: 0, value: 900 },
    ]);
    expect(block.problems).toEqual([
      'Row 1: there is no series called “Weather”. Its column was left out.',
      'Row 4: May 2010 is not among the twelve months. It was left out.',
    ]);
  });
});

describe('what the months imply', () => {
  const year = filled({
    referrals: [1000, 1100, 1200, 1000, 1100, 1200, 1000, 1100, 1200, 1000, 1100, 1200],
    ia_completed: [100, ...twelve(300).slice(1)],
    ia_in_time: ['c', ...twelve(180).slice(1)],
    in_post: [520, ...twelve(500).slice(1)],
    vacant: twelve(167),
    agency: twelve(50),
    leavers: twelve(8),
    starters: twelve(6),
    cases_held: twelve(6000),
    holders: twelve(300),
    cp_plans: [1000, 1101, ...twelve(null).slice(2)],
  });
  const implied = Object.fromEntries(impliedFigures(year).map((one) => [one.id, one]));

  it('is worked out by the counting rules of the measures', () => {
    expect(implied['referrals']).toMatchObject({ value: 13200, how: 'Added up over the 12 months.', differs: true });
    // The month that is suppressed counts in neither.
    expect(implied['initial']).toMatchObject({ value: 60, how: '1,980 ÷ 3,300, 11 of 12 months.' });
    expect(implied['vacancies']!.value).toBe(25);
    expect(implied['agency']!.value).toBe(9.1);
    expect(implied['leaving']).toMatchObject({
      value: 19.2,
      how: '96 leavers in 12 months ÷ 500 in post in the last.',
    });
    expect(implied['caseload']!.value).toBe(20);
    expect(implied['protection']!.value).toBe(1051);
    expect(implied['single']).toBeUndefined();
  });

  it('needs every month for a year’s total', () => {
    const some = filled({ referrals: [1000, 'x'] });
    expect(impliedFigures(some)[0]).toMatchObject({
      value: null,
      how: expect.stringContaining('Only 1 of 12 months') as string,
    });
  });

  it('is taken over into the figures and the results stated, with the months as the source', () => {
    const taken = withImplied(year, impliedFigures(year));
    expect(taken.demand.referralsPerYear).toMatchObject({
      value: 13200,
      source: 'ENTERED',
      note: expect.stringContaining('Feb 2008') as string,
    });
    expect(taken.workforce.vacancyRate.value).toBeCloseTo(0.25, 12);
    expect(taken.observed.find(({ measure }) => measure === 'vacancy_rate_dfe')!.value).toBeCloseTo(0.25, 12);
    expect(taken.observed.find(({ measure }) => measure === 'ia_in_time')!.value).toBeCloseTo(0.6, 12);
    expect(baselineFigure(taken, 'heldWork.cp.stock')!.value).toBe(1051);
    expect(checkScenario(taken).ok).toBe(true);
    expect(impliedFigures(taken).some(({ differs }) => differs)).toBe(false);
  });

  it('must agree with itself and with the teams, in numbers', () => {
    const [staff, cases, posts] = monthsReconciled(year);
    expect(staff).toBe(
      '66 starters less 88 leavers after the first month are −22; staff in post went from 520 to 500, −20: 2 FTE unexplained.',
    );
    expect(cases).toContain('6,000 cases held ÷ 300 case holders are 20.0 each');
    expect(posts).toContain('500 in post and 167 vacancies in the last month are 667 posts');
    expect(monthsReconciled(scenario)).toEqual([]);
  });

  it('is asked about where vacancies may be per cent, and only there', () => {
    const asked = vacancyQuestion(filled({ vacant: twelve(25.3), in_post: twelve(500) }))!;
    expect(asked.sentence).toContain('Vacancies 25.3: is that FTE or %?');
    expect(asked.ifPercent[0]).toEqual({ column: 'vacant', at: 0, value: 169.3 });
    expect(vacancyQuestion(filled({ vacant: twelve(25.3) }))!.ifPercent).toEqual([]);
    expect(vacancyQuestion(year)).toBeNull();
    // Far from both, and nearer as FTE.
    for (const vacant of [80, 95]) expect(vacancyQuestion(filled({ vacant: twelve(vacant) }))).toBeNull();
    expect(vacancyQuestion(scenario)).toBeNull();
  });

  it('cannot have a part above its whole', () => {
    expect(impossibleMonths(filled({ ia_completed: [30], ia_in_time: [40] }))).toEqual([
      'Feb 2008: Initial in time 40 is more than Initial assessments 30.',
    ]);
    expect(impossibleMonths(year)).toEqual([]);
  });
});

it('a paste that the council does not take says why, and fills nothing', () => {
  const still: Runner = {
    workers: 1,
    start: () => ({ end: new Promise(() => {}), cancel: () => {} }),
    dispose: () => {},
  };
  const session = new Session({ scenario, runner: still, baseRates: {} as never, modelVersion: '1' });
  const desk = monthsDesk(session);
  session.readOnly = true;
  desk.paste('1000\t200', 'referrals', 0);
  expect(session.scenario.history).toBeUndefined();
  expect(desk.problems.join()).toContain('open in another window');
  expect(session.announcement).toMatch(/^0 cells filled/);
  session.readOnly = false;
  desk.paste('1000\t200', 'referrals', 0);
  expect(desk.problems).toEqual([]);
  expect(session.scenario.history?.series).toHaveLength(2);
});
