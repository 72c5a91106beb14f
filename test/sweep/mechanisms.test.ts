/**
 * Each mechanism of the journey, switched on or turned up from the start: its measure moves in the stated direction by more
 * than 3 paired standard errors, in the same futures. What levers do is in `levers.test.ts`; allocation
 * is in `mechanisms-allocation.test.ts`, people are in `mechanisms-people.test.ts`.
 */
import { describe, it } from 'vitest';
import { lever, moves, Pairs, set, share, single, surge, titled, total, type Move } from '../fixtures/pairs';

const pairs = new Pairs(14, 20);

const inTime = share('ia_in_time', 'ia_completed', 1);
const BUSY = { referrals: lever(120) };
const OVERRUN = { levers: { referrals: lever(150) } };

const DEMAND: readonly Move[] = [
  ['a surge', { scenario: surge('2009-04-01', [1, 3, 1], 1.4) }, 'more referrals', total('referrals', 2, 7), 1],
  [
    'a surge',
    { scenario: surge('2009-04-01', [1, 3, 1], 1.4) },
    'fewer in time',
    share('ia_in_time', 'ia_completed', 3, 9),
    -1,
  ],
  [
    'a surge of enquiries alone',
    { scenario: surge('2009-04-01', [1, 3, 1], 1, 1.4) },
    'more enquiries',
    total('section47_started', 2, 7),
    1,
  ],
  ['a trend', { scenario: set({ 'demand.trend': 0.2 }) }, 'more referrals', total('referrals', 6), 1],
  [
    'children who come back',
    { scenario: set({ 'fitted.points.0.returnShare': 0.5 }) },
    'more repeat referrals',
    share('rereferrals', 'referrals', 3),
    1,
  ],
  [
    'a return likelier after thin work, under pressure',
    { scenario: set({ 'demand.returns.earlyClosure': 5 }) },
    'more repeat referrals',
    share('rereferrals', 'referrals', 3),
    1,
    OVERRUN,
  ],
  [
    'a return likelier after closing without an assessment, where that is done',
    { scenario: set({ 'demand.returns.unassessedClosure': 3 }) },
    'more repeat referrals',
    share('rereferrals', 'referrals', 3),
    1,
    { levers: { referrals: lever(150), closeUnassessed: lever(100) } },
  ],
  [
    'marginal cases that need more',
    { scenario: set({ 'demand.marginalNeed': 1 }) },
    'fewer in time',
    inTime,
    -1,
    { levers: { referralToInitial: lever(55) } },
  ],
];

const JOURNEY: readonly Move[] = [
  ['longer screening', { scenario: set({ 'pathway.screeningHours': 2.5 }) }, 'fewer in time', inTime, -1],
  [
    'screening that may take little of the day',
    { scenario: set({ 'pathway.dutyShare': 0.12 }) },
    'fewer decisions in a day',
    share('decisions_in_time', 'decisions', 1),
    -1,
  ],
  [
    'arrangements that hold decisions up',
    { scenario: set({ 'pathway.decidedNextDay': 0.7 }) },
    'fewer decisions in a day',
    share('decisions_in_time', 'decisions', 1),
    -1,
  ],
  [
    'strategy discussions at referral',
    { scenario: set({ 'pathway.section47AtReferral': 1 }) },
    'more enquiries',
    total('section47_started', 1),
    1,
  ],
  [
    'strategy discussions after assessments',
    { scenario: set({ 'pathway.section47AfterAssessment': 0.25 }) },
    'more enquiries',
    total('section47_started', 1),
    1,
  ],
  [
    'concerns that stand up',
    { scenario: set({ 'pathway.section47ToConference': 0.7 }) },
    'more conferences',
    total('icpc', 2),
    1,
  ],
  [
    'conferences that end in plans, which last as long as they did',
    { scenario: set({ 'pathway.conferenceToPlan': 0.6, 'heldWork.cp.stock': 200 * (0.6 / 0.88) }) },
    'fewer children on plans',
    total('cp_plans', 6),
    -1,
  ],
  [
    'longer enquiries',
    { scenario: set({ 'pathway.section47Effort': 30 }) },
    'fewer initial assessments in time',
    inTime,
    -1,
  ],
  [
    'longer conferences',
    { scenario: set({ 'pathway.conferenceHours': 30 }) },
    'fewer initial assessments in time',
    inTime,
    -1,
  ],
  [
    'partners who are late to conferences',
    { scenario: set({ 'pathway.arrangementConference': 0.5 }) },
    'fewer conferences in time',
    share('icpc_in_time', 'icpc', 2),
    -1,
  ],
  [
    'a stricter limit for conferences',
    { scenario: set({ 'pathway.conferenceDays': 5 }) },
    'fewer in it',
    share('icpc_in_time', 'icpc', 2),
    -1,
  ],
  [
    'hardly any chairs',
    { scenario: set({ 'heldWork.chairCapacity': 0.2 }) },
    'fewer conferences in time',
    share('icpc_in_time', 'icpc', 3),
    -1,
  ],
  [
    'few chairs',
    { scenario: set({ 'heldWork.chairCapacity': 0.6 }) },
    'fewer looked-after reviews on time',
    share('lac_reviews_in_time', 'lac_reviews', 2),
    -1,
  ],
  ['one single assessment', { scenario: single }, 'single assessments made', total('sa_completed', 3), 1],
  [
    'longer single assessments',
    { scenario: set({ 'pathway.singleEffort': 60 }) },
    'fewer in time',
    share('sa_in_time', 'sa_completed', 3),
    -1,
    { scenario: single },
  ],
  [
    'partners who are late to single assessments',
    { scenario: set({ 'fitted.points.0.arrangementSingle': 0.6 }) },
    'fewer in time',
    share('sa_in_time', 'sa_completed', 3),
    -1,
    { scenario: single },
  ],
  [
    'a core clock that starts at the strategy discussion',
    { scenario: set({ 'pathway.coreClockStart': 'section-47-decision' }) },
    'fewer core assessments in time',
    share('ca_in_time', 'ca_completed', 1),
    -1,
    { scenario: set({ 'pathway.coreClockStart': 'initial-end', 'pathway.urgentShare': 0.5 }) },
  ],
  [
    'partners who are late',
    { scenario: set({ 'fitted.points.0.arrangementInitial': 0.7 }) },
    'fewer in time',
    inTime,
    -1,
  ],
  [
    'partners who are later than late',
    { scenario: set({ 'pathway.elapsedBeyond': 2 }) },
    'more lateness of their making',
    share('late_elapsed', 'late_total', 1),
    1,
  ],
  [
    'managers who sign off few',
    { scenario: set({ 'pathway.signOffPerManagerDay': 2 }) },
    'more lateness at sign-off',
    share('late_sign_off', 'late_total', 1),
    1,
  ],
  [
    'handovers',
    { scenario: set({ 'pathway.handoverHours': 12 }) },
    'less time for plans',
    share('plan_minutes_lost', 'plan_minutes_due', 1),
    1,
  ],
  [
    'transfers',
    { scenario: set({ 'pathway.transferHours': 12 }) },
    'less time for plans',
    share('plan_minutes_lost', 'plan_minutes_due', 1),
    1,
  ],
  [
    'the pressure response',
    { scenario: set({ 'pathway.pressureKappa': 0.1 }) },
    'less overdue work',
    total('assessments_overdue', 3),
    -1,
    { scenario: set({ 'pathway.pressureKappa': 0 }), levers: BUSY },
  ],
  [
    'the pressure response where all are late',
    { scenario: set({ 'pathway.pressureKappa': 0.1 }) },
    'more completed',
    total('ia_completed', 2),
    1,
    { scenario: set({ 'pathway.pressureKappa': 0 }), ...OVERRUN },
  ],
  [
    'the valve',
    { scenario: set({ 'pathway.valve': 0.5 }) },
    'fewer assessed',
    share('ia_from_start', 'referrals', 3, 12),
    -1,
    { scenario: set({ 'pathway.valve': 0 }), ...OVERRUN },
  ],
  [
    'newest first',
    { scenario: set({ 'pathway.queueOrder': 'newest-first' }) },
    'a longer longest wait',
    total('longest_wait', 3),
    1,
    { levers: BUSY },
  ],
  [
    'visits and reviews that take longer',
    { scenario: set({ 'heldWork.lacReviewHours': 20 }) },
    'less time for plans',
    share('plan_minutes_lost', 'plan_minutes_due', 1),
    1,
  ],
];

describe.each([
  ['demand', DEMAND],
  ['the journey', JOURNEY],
])('%s', (_, table) => {
  it.each(titled(table))('%s', (__, move) => {
    moves(pairs, move);
  });
});
