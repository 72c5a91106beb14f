import * as v from 'valibot';
import { figure, identifier } from './figure';

const teamSchema = v.strictObject({
  id: identifier,
  name: v.string(),
  /** What its workers hold: open assessments, plans, or no cases; managers sign off, reviewing officers chair; a strike team takes what is overdue. */
  holds: v.picklist(['assessments', 'plans', 'none', 'sign-off', 'reviews', 'overdue-assessments']),
  /** Which assessments it makes; both where left out. Single assessments and enquiries go with the initial ones. */
  stages: v.optional(v.pipe(v.array(v.picklist(['initial', 'core'])), v.minLength(1))),
  posts: figure('Posts', 'FTE', 0, 20000, 'Funded posts of the team.'),
  ceiling: figure(
    'Caseload ceiling',
    'cases',
    0,
    200,
    'Cases a full worker holds at most; 0 where the team holds none.',
  ),
});

/** People: posts, leaving, arriving, being away. */
export const workforceSchema = v.strictObject({
  teams: v.pipe(v.array(teamSchema), v.minLength(1), v.maxLength(12)),
  vacancyRate: figure('Vacancy rate', '(share of posts)', 0, 0.95, 'Posts without a permanent holder at the start.'),
  leavingRate: figure(
    'Leaving rate',
    '(share a year)',
    0,
    0.8,
    'Permanent staff who leave in a year, at the baseline.',
  ),
  leavingDoubt: figure(
    'Doubt about leaving',
    '(log sd)',
    0,
    0.5,
    'How far leaving in each year of the run may be from the stated, for all staff at once: 0.2 means that in one year in three it is a fifth more or less.',
  ),
  recruitmentDoubt: figure(
    'Doubt about recruitment',
    '(log sd)',
    0,
    0.5,
    'The same of recruits from campaigns and adverts in each year of the run.',
  ),
  /** Relative hazards of leaving in years 1–2, 3–5 and later; their level follows from the leaving rate. */
  leavingByService: v.strictObject({
    years1to2: figure('Leaving in years 1–2', '(share a year)', 0, 1, 'Before scaling to the leaving rate.'),
    years3to5: figure('Leaving in years 3–5', '(share a year)', 0, 1, 'Before scaling to the leaving rate.'),
    later: figure('Leaving after year 5', '(share a year)', 0, 1, 'Before scaling to the leaving rate.'),
  }),
  caseloadEffect: figure(
    'Caseload effect on leaving',
    '(share a year for each extra case)',
    0,
    0.015,
    'Added annual turnover for each case above the team’s baseline load.',
  ),
  exits: v.strictObject({
    council: figure('Leavers to another council', '(a share)', 0, 1, 'Of leavers.'),
    agency: figure(
      'Leavers to an agency',
      '(a share)',
      0,
      1,
      'Of leavers; the rest leave councils’ children’s services.',
    ),
    agencyReturns: figure(
      'Of those, on the council’s own market',
      '(a share)',
      0,
      1,
      'Of leavers to an agency, those whom the council’s own agency market then has.',
    ),
  }),
  seniorShare: figure(
    'Senior practitioners',
    '(a share)',
    0,
    1,
    'Of experienced workers with two years of service or more.',
  ),
  unevenness: figure(
    'Unequal allocation',
    '(log sd)',
    0,
    1,
    'How far workers’ own limits spread around the caseload ceiling: 0.2 means that a third hold 20% more or less than the ceiling.',
  ),
  caseloadOver: figure('Caseload watched', 'cases', 0, 200, 'Workers holding more cases than this are counted.'),
  newlyQualifiedCohort: figure('Newly qualified starters in September', 'people', 0, 2000, 'The cohort as now.'),
  newlyQualifiedCaseload: figure(
    'Caseload of a newly qualified worker',
    '(share of a full one)',
    0.1,
    1,
    'As honoured in practice.',
  ),
  newlyQualifiedSupervision: figure(
    'Supervision of a newly qualified worker',
    'hours a month',
    0,
    100,
    'Taken from experienced staff of the team.',
  ),
  rampWeeks: figure(
    'Weeks to full productivity',
    'weeks',
    0,
    52,
    'Productivity of a new starter rises evenly over this time.',
  ),
  leadMonths: figure('Months from offer to start', 'months', 0, 18, 'Experienced recruits; range gives the spread.'),
  agencyShare: figure('Agency share of the workforce', '(share)', 0, 0.9, 'Agency ÷ (agency + in post) at the start.'),
  agencyLeadWeeks: figure('Weeks to bring in an agency worker', 'weeks', 0, 52, 'From decision to first day.'),
  agencyAssignmentMonths: figure('Length of an agency assignment', 'months', 0.5, 60, 'Mean.'),
  agencyConversion: figure(
    'Agency workers who become permanent',
    '(share of ending assignments)',
    0,
    1,
    'As now, where a post is vacant.',
  ),
  agencyBeyond: figure(
    'Agency beyond vacancies',
    'FTE',
    0,
    2000,
    'Agency workers of the assessment team beyond cover of vacancies.',
  ),
  recruitMarketPerMonth: figure(
    'Experienced recruits the market yields',
    'a month',
    0,
    1000,
    'At most so many a month accept, whatever the campaign.',
  ),
  reputation: figure(
    'Reputation with recruits',
    '(a factor)',
    0,
    2,
    'Multiplies what the market yields; below 1 after a bad inspection.',
  ),
  rollingAdvert: figure(
    'Vacancies filled by rolling advert',
    '(fills a year for each vacancy)',
    0,
    12,
    'Each vacancy finds somebody in its own time, beside the campaigns; 0 where there is no such advert.',
  ),
  overseasLeadMonths: figure(
    'Months to bring in a recruit from overseas',
    'months',
    0,
    36,
    'From campaign to start; range gives the spread.',
  ),
  absenceCaseloadEffect: figure(
    'Caseload effect on sickness',
    '(share for each extra case)',
    0,
    0.1,
    'How much oftener spells come for each case above the team’s baseline load.',
  ),
  agencyMarketPerMonth: figure(
    'Agency workers the market yields',
    'a month',
    0,
    1000,
    'At most so many new assignments a month.',
  ),
  sicknessDays: figure('Sickness', 'working days a year', 0, 120, 'For each permanent member of staff.'),
  shortSpellDays: figure('A short spell of sickness', 'working days', 1, 20, 'Mean.'),
  longSpellDays: figure('A long spell of sickness', 'working days', 5, 250, 'Mean.'),
  longShare: figure('Days lost in long spells', '(share of days)', 0, 1, 'Of all sickness days.'),
  awayDays: figure(
    'Leave and training',
    'working days a year',
    0,
    120,
    'Leave, training and meetings away, for each worker; sickness apart.',
  ),
  hoursPerDay: figure('Working day', 'hours', 1, 12, 'Contracted hours a day.'),
});

/** Money: what people cost. */
export const moneySchema = v.strictObject({
  employerCost: figure('A permanent practitioner', '£ a year', 0, 500000, 'Pay and on-costs.'),
  seniorCost: figure('A senior practitioner', '£ a year', 0, 500000, 'Pay and on-costs.'),
  managerCost: figure('A team manager or reviewing officer', '£ a year', 0, 500000, 'Pay and on-costs.'),
  newlyQualifiedCost: figure('A newly qualified worker', '£ a year', 0, 500000, 'Pay and on-costs.'),
  agencyCost: figure('An agency worker', '£ a year', 0, 500000, 'All charges.'),
  recruitmentCost: figure('Recruiting one worker', '£', 0, 100000, 'Advert, agency fee, checks, induction.'),
  retentionCost: figure(
    'Cutting turnover by one point',
    '£ a year for each member of staff',
    0,
    20000,
    'Retention payments, supervision and support for each percentage point of leaving avoided.',
  ),
  hoursFreedCost: figure(
    'Freeing one per cent of time',
    '£ a year for each case holder',
    0,
    20000,
    'Business support and systems.',
  ),
});
