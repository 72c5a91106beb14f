/**
 * Each mechanism of the workforce, switched on or turned up from the start: its measure moves in the stated direction by more
 * than 3 paired standard errors, in the same futures.
 */
import { describe, expect, it } from 'vitest';
import { difference, lever, moves, Pairs, set, share, titled, total, type Move, type World } from '../fixtures/pairs';

const pairs = new Pairs(14, 16);

const people = (values: Record<string, number>): World => ({
  scenario: set(Object.fromEntries(Object.entries(values).map(([key, value]) => [`workforce.${key}`, value]))),
});
const vacancies = share('vacant', 'posts', 6);
const timeLost = share('plan_minutes_lost', 'plan_minutes_due', 2);
const CAMPAIGN: World = { levers: { hiresPerMonth: lever(6) } };
const MUCH_AGENCY: World = { levers: { agencyCover: lever(80) } };
/** Where ceilings let it, everybody carries more. */
const HEAVY: World = { levers: { planCeiling: lever(60), longerTermPosts: lever(-20), leavingRate: lever(30) } };

const LEAVING: readonly Move[] = [
  [
    'other councils that take more',
    people({ 'exits.council': 0.6 }),
    'more leavers to them',
    total('leavers_to_council'),
    1,
  ],
  ['agencies that take more', people({ 'exits.agency': 0.5 }), 'more leavers to them', total('leavers_to_agency'), 1],
  [
    'leavers to agencies who are on the council’s market',
    people({ 'exits.agencyReturns': 1 }),
    'more agency workers where the market yields few',
    total('agency', 4),
    1,
    {
      scenario: set({
        'workforce.agencyMarketPerMonth': 0.2,
        'workforce.exits.agency': 0.6,
        'workforce.exits.agencyReturns': 0,
      }),
      levers: { agencyCover: lever(80), leavingRate: lever(40) },
    },
  ],
  [
    'a caseload that drives people out',
    people({ caseloadEffect: 0.15 }),
    'more leavers where it is heavy',
    total('leavers', 2),
    1,
    HEAVY,
  ],
  [
    'early years in which people leave',
    people({ 'leavingByService.years1to2': 0.6 }),
    'more leavers among the newly qualified',
    total('leavers@newly-qualified'),
    1,
    { levers: { newlyQualifiedCohort: lever(15) } },
  ],
];

const COMING: readonly Move[] = [
  [
    'a market that yields few',
    people({ recruitMarketPerMonth: 1 }),
    'fewer starters',
    total('starters', 5),
    -1,
    CAMPAIGN,
  ],
  ['a bad name with recruits', people({ reputation: 0.5 }), 'fewer starters', total('starters', 5), -1, CAMPAIGN],
  [
    'a longer way from offer to start',
    people({ leadMonths: 9 }),
    'more vacancies',
    share('vacant', 'posts', 5, 11),
    1,
    CAMPAIGN,
  ],
  ['rolling adverts', people({ rollingAdvert: 2 }), 'fewer vacancies', vacancies, -1],
  [
    'a shorter way from overseas',
    people({ overseasLeadMonths: 4 }),
    'fewer vacancies sooner',
    vacancies,
    -1,
    { levers: { overseasHires: lever(3) } },
  ],
  ['agency workers who are taken on', people({ agencyConversion: 0.6 }), 'more conversions', total('conversions'), 1],
  ['agency workers beyond vacancies', people({ agencyBeyond: 5 }), 'more agency workers', total('agency', 3), 1],
  [
    'agency workers beyond vacancies',
    people({ agencyBeyond: 5 }),
    'more in time',
    share('ia_in_time', 'ia_completed', 3),
    1,
  ],
  [
    'a longer way to an agency worker',
    people({ agencyLeadWeeks: 26 }),
    'fewer of them',
    total('agency', 2, 9),
    -1,
    MUCH_AGENCY,
  ],
  [
    'a market with few agency workers',
    people({ agencyMarketPerMonth: 0.5 }),
    'fewer of them',
    total('agency', 3),
    -1,
    MUCH_AGENCY,
  ],
  [
    'shorter assignments, of which some become permanent',
    people({ agencyAssignmentMonths: 2 }),
    'more conversions',
    total('conversions'),
    1,
    { scenario: set({ 'workforce.agencyConversion': 0.3 }), ...MUCH_AGENCY },
  ],
];

const WORKING: readonly Move[] = [
  [
    'newly qualified workers with a lighter caseload',
    people({ newlyQualifiedCaseload: 0.5 }),
    'fewer cases for each',
    share('nq_cases', 'nq_holders', 2),
    -1,
  ],
  ['supervision that takes hours', people({ newlyQualifiedSupervision: 60 }), 'less time for plans', timeLost, 1],
  ['leave and training', people({ awayDays: 60 }), 'less time for plans', timeLost, 1],
  ['sickness', people({ sicknessDays: 45 }), 'more absence', share('absence_days', 'workforce_days', 2), 1],
  ['no sickness', people({ sicknessDays: 0 }), 'more in time', share('ia_in_time', 'ia_completed', 2), 1],
  [
    'a caseload that makes people ill',
    people({ absenceCaseloadEffect: 0.1 }),
    'more absence where it is heavy',
    share('absence_days@longer-term', 'workforce_days@longer-term', 3),
    1,
    HEAVY,
  ],
  [
    'starters who take half a year',
    people({ rampWeeks: 26 }),
    'less time for plans',
    timeLost,
    1,
    { levers: { newlyQualifiedCohort: lever(15), hiresPerMonth: lever(2.1) } },
  ],
];

describe.each([
  ['leaving', LEAVING],
  ['coming', COMING],
  ['working', WORKING],
])('%s', (_, table) => {
  it.each(titled(table))('%s', (__, move) => {
    moves(pairs, move);
  });
});

it('senior practitioners are a share of the experienced, counted apart', () => {
  const seniors = (part: number) => pairs.runAnew(people({ seniorShare: part }));
  const { mean, error } = difference(seniors(0.2), seniors(0.6), total('in_post@senior-practitioner'));
  expect(mean).toBeGreaterThan(3 * error);
});

it('a caseload that makes people ill leaves absence alone while it is as it was', () => {
  const { mean } = difference(
    pairs.run(),
    pairs.run(people({ absenceCaseloadEffect: 0.02 })),
    share('absence_days@longer-term', 'workforce_days@longer-term'),
  );
  // Drawn from the empty desks of those just back it would be 0.015 lower.
  expect(Math.abs(mean)).toBeLessThan(0.002);
});
