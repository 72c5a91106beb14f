/**
 * A mechanism that is switched off is no effect at all: whatever its other parameters say, not one byte of the rows changes,
 * warm-up included. Each proof is kept honest by its counterpart: switched on, the same parameters change the rows.
 */
import { describe, expect, it } from 'vitest';
import { lever, modelOf, set, single, surge, type Change, type World } from '../fixtures/pairs';
import { runFutures } from '../fixtures/worlds';

const TENTH = 0.1;

function rowsOf(...worlds: readonly World[]) {
  return runFutures(modelOf(worlds, { horizonMonths: 9, warmUpYears: 1, warmStates: 1 }, TENTH), 2);
}

/** What it does not depend on then: what switches it off, what its other parameters become, and what switches it on (the council as it is where left out). */
const OFF: readonly [string, World, Change, World?][] = [
  [
    'nobody comes back: when, and how much likelier after thin work',
    { scenario: set({ 'fitted.points.0.returnShare': 0 }) },
    set({
      'demand.returns.lagShape.values': [0.1, 0.2, 0.3, 1],
      'demand.returns.earlyClosure': 4,
      'demand.returns.unassessedClosure': 3,
    }),
  ],
  [
    'no pressure, no step-down: returns after thin work, floor of the pressure',
    { scenario: set({ 'pathway.pressureKappa': 0 }), levers: { referrals: lever(200) } },
    set({ 'demand.returns.earlyClosure': 4, 'pathway.pressureFloor': 0.95 }),
    { levers: { referrals: lever(200) } },
  ],
  [
    'nothing closed without an assessment: returns after it',
    {},
    set({ 'demand.returns.unassessedClosure': 3 }),
    { levers: { closeUnassessed: lever(100), referrals: lever(200) } },
  ],
  [
    'no child protection concerns: enquiries and conferences',
    {
      scenario: set({ 'pathway.urgentShare': 0, 'pathway.section47AfterAssessment': 0 }),
    },
    set({
      'pathway.section47AtReferral': 0.2,
      'pathway.section47ToConference': 0.9,
      'pathway.conferenceToPlan': 0.2,
      'pathway.section47Effort': 30,
      'pathway.conferenceHours': 30,
      'pathway.arrangementConference': 0.2,
      'pathway.caseWeights.enquiry': 4,
    }),
  ],
  [
    'no strategy discussion before the core assessment: a core clock from it is one from the end of the initial one',
    { scenario: set({ 'pathway.urgentShare': 0, 'pathway.coreClockStart': 'initial-end' }) },
    set({ 'pathway.coreClockStart': 'section-47-decision' }),
    { scenario: set({ 'pathway.coreClockStart': 'initial-end' }) },
  ],
  [
    'initial and core assessments: whatever single ones are',
    {},
    (s) => {
      s.pathway.singleEffort.value = 40;
      s.pathway.singleToCin.value = 0.6;
      s.pathway.singleToLac.value = 0.3;
      s.pathway.arrangementSingle.value = 0.4;
      s.pathway.caseWeights.single.value = 4;
      s.pathway.regimes.push({ from: '2030-01-01', singleDays: 45, source: 'MODEL' });
    },
    { scenario: single },
  ],
  [
    'single assessments: whatever initial and core ones are',
    { scenario: single },
    set({
      'pathway.initialEffort': 30,
      'pathway.coreEffort': 50,
      'pathway.initialToCore': 0.8,
      'pathway.initialToCin': 0.1,
      'pathway.coreToCin': 0.1,
      'pathway.coreToLac': 0.1,
      'pathway.coreToCp': 0.1,
      'pathway.coreClockStart': 'allocation',
      'pathway.caseWeights.initial': 4,
      'pathway.caseWeights.core': 4,
      'fitted.points.0.arrangementInitial': 0.3,
      'fitted.points.0.arrangementCore': 0.3,
    }),
    {},
  ],
  [
    'a surge of nothing: when it comes and how long it stays',
    { scenario: surge('2009-04-01', [2, 2, 2], 1) },
    set({ 'demand.shocks.0.from': '2009-06-01', 'demand.shocks.0.peakMonths': 9 }),
    { scenario: surge('2009-04-01', [2, 2, 2], 1.4) },
  ],
  [
    'no valve: where it opens, how far it shuts',
    { scenario: set({ 'pathway.valve': 0 }), levers: { referrals: lever(250) } },
    set({ 'pathway.valveFromDays': 3, 'pathway.valveFloor': 0.9 }),
    { levers: { referrals: lever(250) } },
  ],
  [
    'no screening: how much of the day it may take',
    {
      scenario: set({ 'pathway.screeningHours': 0 }),
    },
    set({ 'pathway.dutyShare': 0.05 }),
  ],
  [
    'nobody newly qualified: their caseload, their supervision',
    { scenario: set({ 'workforce.newlyQualifiedCohort': 0 }) },
    set({ 'workforce.newlyQualifiedCaseload': 0.3, 'workforce.newlyQualifiedSupervision': 40 }),
    { scenario: set({ 'workforce.newlyQualifiedCohort': 6 }) },
  ],
  [
    'no agency workers: how they come and go',
    { scenario: set({ 'workforce.agencyShare': 0 }) },
    set({
      'workforce.agencyLeadWeeks': 1,
      'workforce.agencyAssignmentMonths': 1,
      'workforce.agencyMarketPerMonth': 50,
      'workforce.agencyConversion': 0.9,
      'workforce.exits.agencyReturns': 1,
      'money.agencyCost': 90000,
    }),
  ],
  [
    'nobody falls sick: spells, and what a caseload does to them',
    { scenario: set({ 'workforce.sicknessDays': 0 }) },
    set({
      'workforce.shortSpellDays': 6,
      'workforce.longSpellDays': 90,
      'workforce.longShare': 0.3,
      'workforce.absenceCaseloadEffect': 0.1,
    }),
  ],
  [
    'nobody leaves: when in a career they would, where to, and in what labour market',
    { scenario: set({ 'workforce.leavingRate': 0, 'workforce.caseloadEffect': 0 }) },
    set({
      'workforce.leavingByService.years1to2': 0.6,
      'workforce.exits.council': 0.1,
      'workforce.exits.agency': 0.7,
      'workforce.exits.agencyReturns': 1,
      'workforce.leavingDoubt': 0.5,
      'money.retentionCost': 5000,
    }),
  ],
  [
    'nobody leaves, is away or comes from an agency: what a handover costs',
    {
      scenario: set({
        'workforce.leavingRate': 0,
        'workforce.caseloadEffect': 0,
        'workforce.sicknessDays': 0,
        'workforce.agencyShare': 0,
      }),
    },
    set({ 'pathway.handoverHours': 20 }),
  ],
  [
    'no plan begins: what a transfer costs',
    {
      scenario: (s) => {
        for (const key of ['initialToCin', 'coreToCin', 'coreToLac', 'coreToCp', 'conferenceToPlan'] as const)
          s.pathway[key].value = 0;
      },
    },
    set({ 'pathway.transferHours': 20 }),
  ],
  [
    'no strike team: how much it would hold',
    {},
    (s) => {
      s.workforce.teams.find((team) => team.holds === 'overdue-assessments')!.ceiling.value = 2;
    },
    { levers: { strikeTeam: lever(5), referrals: lever(150) } },
  ],
  [
    'nobody from overseas: how long they take',
    {},
    (s) => {
      Object.assign(s.workforce.overseasLeadMonths, { value: 2, low: 1, high: 3 });
    },
    { levers: { overseasHires: lever(3) } },
  ],
  [
    'a market that is not asked for more: what it yields, and the council’s name in it',
    {},
    set({ 'workforce.recruitMarketPerMonth': 2, 'workforce.reputation': 0.7 }),
    { levers: { hiresPerMonth: lever(5) } },
  ],
  [
    'a share assessed as now: the need of marginal cases',
    {},
    set({ 'demand.marginalNeed': 0.1 }),
    { levers: { referralToInitial: lever(70) } },
  ],
  [
    'effort that is exponential: its spread',
    { scenario: set({ 'pathway.effortShape': 'exponential' }) },
    set({ 'pathway.effortSpread': 1.2 }),
  ],
  [
    'arrangements that never fail: how far they run over',
    {
      scenario: set({
        'fitted.points.0.arrangementInitial': 1,
        'fitted.points.0.arrangementCore': 1,
        'pathway.arrangementConference': 1,
      }),
    },
    set({ 'pathway.elapsedBeyond': 3 }),
  ],
];

describe('switched off, its other parameters change nothing', () => {
  it.each(OFF)('%s', (_, off, scenario) => {
    expect(rowsOf(off, { scenario }).rows).toEqual(rowsOf(off).rows);
  });
});

describe('switched on, they change something', () => {
  it.each(OFF)('%s', (_, __, scenario, on = {}) => {
    expect(rowsOf(on, { scenario }).rows).not.toEqual(rowsOf(on).rows);
  });
});

it('one team makes all assessments: saying so changes nothing, a team of its own for core assessments does', () => {
  const said: Change = (s) => {
    s.workforce.teams[0]!.stages = ['initial', 'core'];
  };
  const apart: Change = (s) => {
    const [first, ...others] = s.workforce.teams;
    const posts = { ...first!.posts, value: first!.posts.value / 2 };
    s.workforce.teams = [
      { ...first!, posts, stages: ['initial'] },
      { ...first!, id: 'core', posts, stages: ['core'] },
      ...others,
    ];
  };
  const plain = rowsOf({});
  expect(rowsOf({ scenario: said }).rows).toEqual(plain.rows);
  const two = rowsOf({ scenario: apart });
  expect(two.at(0, 3, 'core_allocated')).toBeGreaterThan(plain.at(0, 3, 'core_allocated'));
});

const NO_RETURN: World = { scenario: set({ 'workforce.exits.agencyReturns': 0 }) };
const COLUMNS_OF_TENTH = modelOf([], { horizonMonths: 1 }, TENTH).columns;

describe('what only counts changes only its own columns', () => {
  const plain = rowsOf(NO_RETURN);
  it.each<[string, Change, RegExp]>([
    [
      'prices: the money',
      set({ 'money.employerCost': 45000, 'money.agencyCost': 80000, 'money.managerCost': 70000 }),
      /^(staff_cost|agency_premium)$/,
    ],
    [
      'who is senior: the money, and two grades',
      set({ 'workforce.seniorShare': 0.7 }),
      /^(staff_cost|agency_premium|.*@(senior-practitioner|social-worker))$/,
    ],
    ['the caseload watched: workers above it', set({ 'workforce.caseloadOver': 10 }), /^holders_over/],
    [
      'where leavers go, when none is on the council’s market: the two exits',
      set({ 'workforce.exits.council': 0.6, 'workforce.exits.agency': 0.3 }),
      /^leavers_to_(council|agency)$/,
    ],
    ['decisions ready: those in time', set({ 'pathway.decidedNextDay': 0.5 }), /^decisions_in_time$/],
    ['bookings of protection reviews: those in time', set({ 'heldWork.cpReviewBooking': 0.4 }), /^cp_reviews_in_time$/],
    [
      'children helped to take part: those who do',
      set({ 'fitted.points.0.participation': 0.3 }),
      /^participation_taking_part$/,
    ],
    [
      'what is declared: what is declared',
      set({ 'declared.0.baseline': 0.4, 'declared.0.cohort': 100 }),
      /^declared_school_absence$/,
    ],
  ])('%s', (_, scenario, own) => {
    const { rows } = rowsOf(NO_RETURN, { scenario });
    const moved = new Set<string>();
    rows.forEach((value, i) => {
      if (!Object.is(value, plain.rows[i])) moved.add(COLUMNS_OF_TENTH[i % plain.stride]!);
    });
    expect(moved.size).toBeGreaterThan(0);
    expect([...moved].filter((column) => !own.test(column))).toEqual([]);
  });
});
