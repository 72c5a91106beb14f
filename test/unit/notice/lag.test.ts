/** Records that come in late: what the first figure lacks, and what it comes to when all is entered. */
import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../src/model/index';
import { readBasis } from '../../../src/model/notice/basis';
import { recordedPart } from '../../../src/model/notice/lag';
import { summariseTarget } from '../../../src/model/notice/target';
import { monthNumber } from '../../../src/model/units';
import { birmingham2009 } from '../../fixtures/worlds';
import { basis, rowsOf, targetOf } from '../results/rows';

const lag = { share: 0.5, workingDays: 42 };
// April to July 2009.
const data = rowsOf('2009-04', 4, [
  {
    ia_completed: 100,
    ia_in_time: [50, 50, 80, 90],
    referrals: 200,
    cp_reviews: 20,
    cp_reviews_in_time: 18,
    starters: 8,
    vacant: 25,
    posts_and_in_post: 100,
    staff_cost: 1000,
  },
]);
const read = (measure: string, kind: 'in-month' | 'snapshot', month = '2009-07', how: typeof lag | undefined = lag) =>
  readBasis(data, measure, basis(kind), monthNumber(month), how).values[0];

describe('the part of a month that is recorded', () => {
  it('grows from month to month until all is in', () => {
    expect(recordedPart(undefined, 0)).toBe(1);
    expect(recordedPart({ share: 0.2, workingDays: 10 }, 0)).toBeCloseTo(1 - (0.2 * 10) / 21, 12);
    expect(recordedPart({ share: 0.2, workingDays: 10 }, 1)).toBe(1);
    expect([0, 1, 2].map((back) => recordedPart({ share: 0.2, workingDays: 31.5 }, back))).toEqual([0.8, 0.9, 1]);
    expect(recordedPart({ share: 1, workingDays: 120 }, 0)).toBe(0);
  });
});

describe('a figure as first published', () => {
  it('lacks counts, and what was due or referred and is not yet entered as done', () => {
    expect(read('starters_fte', 'in-month')).toBe(4);
    expect(read('referral_to_ia', 'in-month')).toBe(0.25);
    expect(read('cp_reviews_in_time', 'in-month')).toBe(0.45);
  });

  it('is the same percentage of completed work, on fewer of it', () => {
    const { values, denominators } = readBasis(data, 'ia_in_time', basis('in-month'), monthNumber('2009-07'), lag);
    expect([values[0], denominators?.[0]]).toEqual([0.9, 50]);
  });

  it('weighs the latest months of a sum less', () => {
    const sum = { kind: 'cumulative', from: '2009-04', to: '2009-07' } as const;
    const at = (month: string) => readBasis(data, 'ia_in_time', sum, monthNumber(month), lag).values[0];
    // April and May are in; of June and July half.
    expect(at('2009-07')).toBe((50 + 50 + 40 + 45) / (100 + 100 + 50 + 50));
    // Two months after the period has ended it is all in.
    expect(at('2009-09')).toBe(270 / 400);
  });

  it('leaves what stands on a day, and money, as they are', () => {
    expect(read('vacancy_rate_dfe', 'snapshot')).toBe(0.25);
    expect(read('staff_cost', 'in-month')).toBe(1000);
  });

  it('has nothing where nothing of the month is entered', () => {
    expect(read('ia_in_time', 'in-month', '2009-07', { share: 1, workingDays: 120 })).toBeNaN();
    expect(read('referral_to_ia', 'in-month', '2009-07', { share: 1, workingDays: 120 })).toBe(0);
  });
});

describe('a target that is judged by the first figure', () => {
  const target = targetOf({
    measure: 'cp_reviews_in_time',
    basis: basis('in-month'),
    due: '2009-07-31',
    threshold: 0.8,
  });

  it('says so, and what it is when it is run again', () => {
    const late = summariseTarget(data, { ...target, recordingLag: { share: 0.5, workingDays: 21 } }, []);
    expect(late).toMatchObject({ probability: 0, p50: 0.45, basisText: 'July 2009 alone, as first published' });
    expect(late.countedAnotherWay[0]).toEqual({
      basis: 'run-again',
      basisText: 'July 2009 alone, run again when all is entered',
      probability: 1,
      p50: 0.9,
    });
  });

  it('is in nothing different where no lag is given, or nothing is late', () => {
    const plain = summariseTarget(data, target, []);
    expect(plain.countedAnotherWay.map((one) => one.basis)).not.toContain('run-again');
    const none = summariseTarget(data, { ...target, recordingLag: { share: 0, workingDays: 60 } }, []);
    const { countedAnotherWay, basisText, ...numbers } = none;
    expect(plain).toMatchObject(numbers);
    expect(countedAnotherWay.slice(1)).toEqual(
      plain.countedAnotherWay.map((one) => ({ ...one, basisText: `${one.basisText}, as first published` })),
    );
    expect(basisText).toBe(`${plain.basisText}, as first published`);
  });

  it('is refused for what is not made of events', () => {
    const scenario = birmingham2009();
    const aimed = (measure: string, kind: string) =>
      checkScenario({
        ...scenario,
        targets: [{ ...scenario.targets[0], measure, basis: { kind }, recordingLag: { share: 0.2, workingDays: 10 } }],
      });
    expect(aimed('ia_in_time', 'in-month').ok).toBe(true);
    const wrong = aimed('vacancy_rate_dfe', 'snapshot');
    expect(!wrong.ok && wrong.problems[0]).toMatchObject({ path: 'targets[0].recordingLag', code: 'lag-unfit' });
  });
});
