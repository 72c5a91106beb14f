import * as v from 'valibot';
import { figure, isoDate } from './figure';

const shares = (length: number, what: string) =>
  v.strictObject({
    values: v.pipe(
      v.array(v.pipe(v.number(), v.minValue(0))),
      v.length(length, `must hold ${String(length)} shares, ${what}`),
      v.check((a) => Math.abs(a.reduce((s, x) => s + x, 0) - 1) < 1e-6, 'must add up to 1'),
    ),
    source: v.string(),
    grade: v.string(),
    note: v.optional(v.string()),
  });

/** A surge with a start, a rise, a time at its peak and a fall. */
const shockSchema = v.strictObject({
  name: v.string(),
  from: isoDate,
  riseMonths: figure('Months of rise', 'months', 0, 36, 'From the beginning to the peak.'),
  peakMonths: figure('Months at the peak', 'months', 0, 60, 'How long the peak lasts.'),
  fallMonths: figure('Months of fall', 'months', 0, 60, 'From the peak back to the level before.'),
  referrals: figure(
    'Referrals at the peak',
    '(a factor)',
    0.2,
    5,
    'Referrals at the peak against the level without the surge.',
  ),
  section47: figure(
    'Section 47 enquiries at the peak',
    '(a factor)',
    0.2,
    5,
    'Section 47 enquiries for each assessment at the peak, against the level without the surge.',
  ),
});

/** Children who come back after their case was closed. */
const returnsSchema = v.strictObject({
  share: figure(
    'Closed cases that come back',
    '(a share)',
    0,
    0.9,
    'Of cases closed, those referred again within two years; fitted to the rate of repeat referrals where that is given.',
  ),
  /** Of those who come back, shares within 3, 6, 12 and 24 months of closing; the last is 1. */
  lagShape: v.strictObject({
    values: v.pipe(v.array(v.number()), v.length(4)),
    source: v.string(),
    grade: v.string(),
    note: v.optional(v.string()),
  }),
  earlyClosure: figure(
    'Returns after thin work',
    '(a factor for all effort cut)',
    0,
    5,
    'How much likelier a return is for each share of effort that pressure cut: 1 means 10% likelier after 10% less effort.',
  ),
  unassessedClosure: figure(
    'Returns after closing without an assessment',
    '(a factor)',
    1,
    4,
    'How much likelier a child comes back whose waiting assessment was closed without being made.',
  ),
});

/** Arrival of work: how much, when, how unevenly. */
export const demandSchema = v.strictObject({
  /** Where left out, every working day expects a 253rd of the year's referrals, weekdays apart. */
  months: v.optional(shares(12, 'January to December')),
  referralsPerYear: figure(
    'Referrals a year',
    'children',
    1,
    500000,
    'How many children are referred in a year, at the baseline level.',
  ),
  weekdays: shares(5, 'Monday to Friday'),
  /** `spread` over the day, or all at the `start-of-day`. */
  arrivals: v.picklist(['spread', 'start-of-day']),
  trend: figure(
    'Trend of referrals',
    '(share a year)',
    -0.3,
    0.3,
    'By how much referrals grow in a year after the start.',
  ),
  /** Shares of families referred with one, two, three and four children. */
  familySizes: shares(4, 'one to four children'),
  /** Surges that come whatever the plan: a new front door, publicity. */
  shocks: v.pipe(v.array(shockSchema), v.maxLength(12)),
  returns: returnsSchema,
  monthSd: figure(
    'Month-to-month unevenness',
    '(log sd)',
    0,
    1,
    'Variation of a month’s level beyond chance arrivals.',
  ),
  levelSd: figure(
    'Doubt about the level',
    '(log sd)',
    0,
    1,
    'Doubt about the year’s level of referrals after the start.',
  ),
  marginalNeed: figure(
    'Need of the marginal case',
    '(a factor)',
    0,
    1,
    'Need of a case assessed only because the share assessed was raised, against the average.',
  ),
});

const hours = (label: string, meaning: string) => figure(label, 'hours', 0, 1000, meaning);
const weight = (what: string) =>
  figure(`Points of ${what}`, 'points', 0.25, 10, 'What it counts on a caseload; 1 where the ceiling counts cases.');
const probability = (label: string, meaning: string) => figure(label, '(a share)', 0, 1, meaning);

const workingDays = v.pipe(v.number(), v.integer('must be whole working days'), v.minValue(1), v.maxValue(260));

/** How an assessment goes: limits, outcomes, effort, elapsed time, sign-off. */
export const pathwaySchema = v.strictObject({
  /** Limits in working days, each from its date on. */
  regimes: v.pipe(
    v.array(
      v.strictObject({
        from: isoDate,
        /** Initial and core assessment, or one single assessment. */
        initialDays: v.optional(workingDays),
        coreDays: v.optional(workingDays),
        singleDays: v.optional(workingDays),
        source: v.string(),
        note: v.optional(v.string()),
      }),
    ),
    v.minLength(1, 'needs at least one rule regime'),
  ),
  screeningHours: hours('Screening a referral', 'Worker hours for every referral, whether or not it goes on.'),
  dutyShare: probability(
    'Screening at most',
    'Share of the assessment teams’ day that screening may take; the rest waits for the next day.',
  ),
  decidedNextDay: probability(
    'Decisions ready within a day',
    'Share of decisions on referrals that arrangements (checks, partners) allow within one working day.',
  ),
  urgentShare: probability(
    'Urgent referrals',
    'Of referrals that go on, those with child protection concerns: they go first everywhere.',
  ),
  /** Where urgent work goes first: among what waits for a worker, or on the worker’s desk as well, interrupting what is in hand. */
  urgentFirst: v.picklist(['in-the-queue', 'on-the-desk-too']),
  section47AtReferral: probability(
    'Section 47 at referral',
    'Of urgent referrals, those with a strategy discussion on the day.',
  ),
  section47AfterAssessment: probability(
    'Section 47 after an assessment',
    'Of initial or single assessments without enquiries so far, those whose end is a strategy discussion.',
  ),
  section47ToConference: probability(
    'Enquiries leading to a conference',
    'Of section 47 enquiries, those followed by an initial child protection conference.',
  ),
  conferenceToPlan: probability(
    'Conferences leading to a plan',
    'Of initial child protection conferences, those with which a child protection plan starts.',
  ),
  section47Effort: hours('Effort of a section 47 enquiry', 'Worker hours beyond the assessment, mean.'),
  conferenceHours: hours('A child protection conference', 'Worker hours to prepare, attend and write up.'),
  conferenceDays: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(60),
    v.metadata({
      label: 'Limit of a conference',
      unit: 'working days',
      min: 1,
      max: 60,
      meaning: 'From the strategy discussion to the initial child protection conference.',
    }),
  ),
  arrangementConference: probability(
    'Conferences in time with ample staff',
    'What chairs, partners and families would allow if no worker were short of time.',
  ),
  /** When the core assessment's clock starts: as the initial one ends, at a strategy discussion before, or once it has a worker. */
  coreClockStart: v.picklist(['initial-end', 'section-47-decision', 'allocation']),
  singleEffort: hours('Effort of a single assessment', 'Worker hours, mean.'),
  singleToCin: probability('Single assessments ending in a child in need plan', 'Share of single assessments.'),
  singleToLac: probability('Single assessments after which the child is looked after', 'Share of single assessments.'),
  arrangementSingle: probability(
    'Single assessments in time with ample staff',
    'What appointments, partners and families would allow if no worker were short of time.',
  ),
  /** Points each kind of work counts on a caseload; 1 where the ceiling counts cases. */
  caseWeights: v.strictObject({
    initial: weight('an initial assessment'),
    core: weight('a core assessment'),
    single: weight('a single assessment'),
    enquiry: weight('a section 47 enquiry'),
    cin: weight('a child in need plan'),
    cp: weight('a child protection plan'),
    lac: weight('a looked-after child'),
  }),
  transferHours: hours('Transfer', 'Hours lost when a plan passes to the longer-term team.'),
  referralToInitial: probability('Referrals going on to initial assessment', 'Share of referrals that go on.'),
  initialToCore: probability(
    'Initial assessments going on to core',
    'Share of initial assessments followed by a core assessment.',
  ),
  initialToCin: probability(
    'Initial assessments ending in a child in need plan',
    'Of those without a core assessment.',
  ),
  coreToCin: probability('Core assessments ending in a child in need plan', 'Share of core assessments.'),
  coreToCp: probability('Core assessments ending in a child protection plan', 'Share of core assessments.'),
  coreToLac: probability('Core assessments after which the child is looked after', 'Share of core assessments.'),
  initialEffort: hours('Effort of an initial assessment', 'Worker hours, mean.'),
  coreEffort: hours('Effort of a core assessment', 'Worker hours beyond the initial assessment, mean.'),
  effortShape: v.picklist(['lognormal', 'exponential']),
  effortSpread: figure('Spread of effort', '(log sd)', 0, 2, 'Standard deviation of the logarithm of effort.'),
  /** Earliest and typical elapsed time, as shares of the limit. */
  elapsedEarliest: probability(
    'Earliest finish',
    'Elapsed time nobody works on, at its shortest, as a share of the limit.',
  ),
  elapsedLatest: figure(
    'Latest finish of an arrangement in time',
    '(share of the limit)',
    0,
    1,
    'Elapsed time of arrangements that keep the limit, at its longest.',
  ),
  elapsedBunching: figure(
    'Bunching below the limit',
    '(a power)',
    0.2,
    10,
    'How strongly the elapsed time crowds just below the limit: 1 is even.',
  ),
  elapsedBeyond: figure(
    'Beyond the limit',
    '(share of the limit)',
    0,
    5,
    'Mean of how far the late arrangements run over, as a share of the limit.',
  ),
  arrangementInitial: probability(
    'Initial assessments in time with ample staff',
    'What appointments, partners and families would allow if no worker were short of time.',
  ),
  arrangementCore: probability(
    'Core assessments in time with ample staff',
    'What appointments, partners and families would allow if no worker were short of time.',
  ),
  signOffPerManagerDay: figure(
    'Sign-offs a manager can give a day',
    'assessments',
    0.1,
    1000,
    'Capacity of the quality gate.',
  ),
  signOffManagers: figure(
    'Managers who sign off assessments',
    '(share of managers)',
    0,
    1,
    'Of the management team, those who manage assessment work.',
  ),
  handoverHours: hours('Handover', 'Hours lost when a case changes hands.'),
  pressureKappa: figure(
    'Pressure response',
    '(share a multiple of 5 days)',
    0,
    0.1,
    'How much effort falls as open work piles up.',
  ),
  pressureFloor: probability('Floor of the pressure response', 'Effort never falls below this share.'),
  valve: figure(
    'Front-door valve',
    '(share a multiple of the days)',
    0,
    1,
    'How far the share assessed falls as open work piles up beyond the days below: thresholds rise under pressure. 0 switches it off.',
  ),
  valveFromDays: figure(
    'Valve opens at',
    'days of open work',
    1,
    250,
    'Days of open assessment work for each day of the team at which thresholds begin to rise.',
  ),
  valveFloor: probability('Floor of the valve', 'The share assessed never falls below this share of itself.'),
  queueOrder: v.picklist(['oldest-first', 'newest-first', 'nearest-deadline-first']),
});

const held = (name: string) =>
  v.strictObject({
    stock: figure(
      `${name} open at the start`,
      'children',
      0,
      200000,
      'Open plans at the start; lifetimes are fitted so that entries keep it.',
    ),
    hoursPerMonth: hours(`${name}, hours a month`, 'Worker hours a month for each plan held.'),
    /** Shares of plans ended within 3, 6, 12 and 24 months; only the shape counts, the mean follows from stock and starts. */
    durationShape: v.strictObject({
      values: v.pipe(v.array(v.number()), v.length(4)),
      source: v.string(),
      grade: v.string(),
    }),
  });

/** Work that is held, month after month, and its reviews. */
export const heldWorkSchema = v.strictObject({
  cin: held('Child in need plans'),
  cp: held('Child protection plans'),
  lac: held('Looked-after children'),
  lostAtBaseline: probability(
    'Plan time that cannot be given at the start',
    'Share of the time plans are due that no worker has; the hours of plans are scaled to it.',
  ),
  lacReviewHours: hours('A looked-after review', 'Worker hours to prepare and attend.'),
  cpReviewHours: hours('A child protection review', 'Worker hours to prepare and attend.'),
  /** Believed before the council's own figure is seen; without it any share is as likely. */
  lacReviewBooking: v.optional(
    probability(
      'Looked-after reviews whose arrangements allow them on time, over councils',
      'If every child had a worker and chairs had room. The council’s own share is fitted; this is where it may lie.',
    ),
  ),
  cpReviewBooking: probability(
    'Child protection reviews whose arrangements allow them on time',
    'If every child had a worker.',
  ),
  chairCapacity: figure(
    'Reviews the chairs can hold',
    '(share of reviews due at the start)',
    0.1,
    5,
    'Capacity of independent reviewing officers against the reviews due at the start.',
  ),
});
