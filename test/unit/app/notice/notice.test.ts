import { describe, expect, test } from 'vitest';
import birmingham from '../../../../scenarios/birmingham-2009.json';
import { monthsNeeded, problemWords } from '../../../../src/app/notice/plain';
import { noticeText, registerCsv } from '../../../../src/app/notice/register';
import {
  addReview,
  dueWords,
  lastDay,
  moveReview,
  place,
  relabelReview,
  removeReview,
  reviewOf,
} from '../../../../src/app/notice/reviews';
import { fittedTo, NOTICE_STARTERS } from '../../../../src/app/notice/starters';
import { withTarget } from '../../../../src/app/notice/targets';
import { checkScenario, parseNotice, withNotice, type Scenario } from '../../../../src/model/index';

const scenario = birmingham as unknown as Scenario;
const words = (changed: Scenario) => {
  const checked = checkScenario(changed);
  return checked.ok ? [] : checked.problems.map(problemWords);
};

describe('reviews', () => {
  test('one is added half a year after the last, in order, while there is room', () => {
    expect(lastDay(scenario)).toBe('2011-01-31');
    const more = addReview(scenario);
    expect(more.reviews.map(({ date }) => date)).toEqual(['2009-07-31', '2010-02-28', '2010-08-31']);
    expect(more.reviews.at(-1)!.label).toBe('August 2010');
    let full: Scenario = { ...scenario, reviews: [] };
    for (let n = 0; n < 30; n++) full = addReview(full);
    expect(full.reviews).toHaveLength(24);
    expect(words({ ...full, horizonMonths: 24 })).toEqual([]);
    expect(addReview(full)).toBe(full);
  });

  test('moved and renamed; a name that was only the month follows the date', () => {
    const moved = moveReview(scenario, '2009-07-31', '2010-03-31');
    expect(moved.reviews).toEqual([scenario.reviews[1], { date: '2010-03-31', label: 'March 2010' }]);
    const named = relabelReview(scenario, '2009-07-31', 'Halfway');
    expect(moveReview(named, '2009-07-31', '2009-08-31').reviews[0]).toEqual({ date: '2009-08-31', label: 'Halfway' });
    expect(removeReview(scenario, '2009-07-31').reviews).toEqual([scenario.reviews[1]]);
  });

  test('which targets fall due at which, in words', () => {
    expect(dueWords(scenario, '2009-07-31')).toBe('Nothing falls due');
    expect(dueWords(scenario, '2010-02-28')).toBe('All eight targets fall due');
    const sooner = withTarget(scenario, { ...scenario.targets[1]!, due: '2009-06-30' });
    expect(dueWords(sooner, '2009-07-31')).toBe('Falls due: NI 60');
    expect(reviewOf(sooner, sooner.targets[1]!)).toBe('2009-07-31');
    expect(reviewOf(scenario, { due: '2010-03-01' })).toBeNull();
  });

  test('lie on the line of time between its ends', () => {
    expect(place(scenario, '2009-02-01')).toBe(0);
    expect(place(scenario, '2010-02-01')).toBeCloseTo(0.5, 12);
    expect(place(scenario, '2030-01-01')).toBe(1);
  });
});

describe('what cannot be done, in words', () => {
  const dated = (due: string) => withTarget(scenario, { ...scenario.targets[6]!, due });

  test('dates outside the months simulated, with what would be right', () => {
    expect(words(dated('2008-12-31'))).toEqual([
      'The due date is on 31 December 2008, before the start on 10 February 2009. Give a later date.',
    ]);
    const late = checkScenario(dated('2011-12-31'));
    const problem = late.ok ? null : late.problems[0]!;
    expect(problemWords(problem!)).toBe(
      'The due date is on 31 December 2011, but the run ends with January 2011. Give an earlier date, or simulate 35 months.',
    );
    expect(monthsNeeded(problem!)).toBe(35);
    expect(words({ ...dated('2011-12-31'), horizonMonths: 35 })).toEqual([]);
  });

  test('a period that ends before it begins, or after its date; two reviews on a day', () => {
    const period = (from: string, to: string) =>
      withTarget(scenario, { ...scenario.targets[0]!, basis: { kind: 'cumulative', from, to } });
    expect(words(period('2010-01', '2009-04'))).toEqual([
      'The period begins in January 2010, after it ends in April 2009. Exchange the two months, or correct the year.',
    ]);
    expect(words(period('2009-04', '2010-06'))).toEqual([
      'The period ends in June 2010, after the due date 28 February 2010. End the period in the month of the due date at the latest.',
    ]);
    expect(words(moveReview(scenario, '2009-07-31', '2010-02-28'))).toEqual([
      'There is already a review on that day: choose another.',
    ]);
  });
});

describe('the notice as files', () => {
  test('a saved notice is laid over the same council and gives the same targets', () => {
    const read = parseNotice(noticeText(scenario));
    expect(read).toMatchObject({ ok: true });
    const laid = read.ok ? withNotice({ ...scenario, targets: [], reviews: [], clauses: [] }, read.value) : read;
    expect(laid).toEqual({ ok: true, value: scenario });
    expect(read.ok && Object.keys(read.value.sources)).toEqual(['N09']);
  });

  test('the register has a line for each target and clause, and no cell that a spreadsheet would run', () => {
    const sly = withTarget(scenario, { ...scenario.targets[0]!, label: '=HYPERLINK("x")', rationale: '@SUM(A1)' });
    const lines = registerCsv(sly, []).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFReference,Target,Code,Good is/);
    expect(lines[1]).toContain(`ni59,"'=HYPERLINK(""x"")",NI 59,high,or higher,62%,2007-08,69%`);
    expect(lines[1]).toContain(`,'@SUM(A1),`);
    expect(lines[1]).toContain(
      '"cumulative, April 2009 to February 2010",not rounded,28 February 2010,28 February 2010',
    );
    expect(lines.filter((line) => line.startsWith(',"Clause, not scored"'))).toHaveLength(14);
  });
});

describe('example notices', () => {
  test('every one can be laid over its own council and over one of another year', async () => {
    for (const { id, load } of NOTICE_STARTERS) {
      const origin = await load();
      const same = fittedTo(origin, origin);
      expect(same.changes, id).toEqual([]);
      expect(withNotice({ ...origin, targets: [] }, same.notice), id).toMatchObject({ ok: true });
      if (id !== 'birmingham-2009') continue;
      const later: Scenario = { ...origin, start: '2026-04-01', declared: origin.declared.slice(0, 1), targets: [] };
      const moved = fittedTo(later, origin);
      expect(moved.changes, id).toEqual([
        'All dates were moved by 17 years.',
        'Left out, because this council declares no path for it: Care leavers suitably housed at 19.',
      ]);
      const laid = withNotice({ ...later, horizonMonths: 36 }, moved.notice);
      expect(laid, id).toMatchObject({ ok: true });
      expect(moved.notice.reviews[1], id).toEqual({ date: '2027-02-28', label: 'February 2027' });
      // The last of February stays the last.
      const leap = fittedTo({ ...later, start: '2027-04-01' }, origin);
      expect(leap.notice.targets[0]!.due, id).toBe('2028-02-29');
    }
  });
});
