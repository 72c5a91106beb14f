import * as v from 'valibot';
import { bounded, figure, identifier, identifierOrKey, isoDate, isoMonth, GRADES, measureId, text } from './figure';
import { historySchema } from './schema-history';
import { demandSchema, heldWorkSchema, pathwaySchema } from './schema-work';
import { moneySchema, workforceSchema } from './schema-people';
import { todaySchema } from './schema-today';

/** Version of all three kinds of file. Older ones are brought up to it step by step: see `migrate.ts`. */
export const SCHEMA_VERSION = 2;

const share = (label: string) => bounded({ label, unit: '(a share from 0 to 1)', min: 0, max: 1, meaning: label });

/** How a target's measure is read. `from` and `to` bound a cumulative basis. */
export const basisSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('cumulative'), from: isoMonth, to: isoMonth }),
  ...(['in-month', 'year-to-date', 'rolling-12', 'snapshot', 'child-level', 'declared'] as const).map((kind) =>
    v.strictObject({ kind: v.literal(kind) }),
  ),
]);

export const targetSchema = v.strictObject({
  id: identifier,
  label: text(120),
  measure: measureId,
  code: v.optional(text(20)),
  direction: v.picklist(['at-least', 'at-most']),
  /** On the measure's own scale: a share from 0 to 1, or a count. */
  threshold: v.pipe(v.number(), v.finite(), v.minValue(0, 'must not be negative')),
  basis: basisSchema,
  due: v.nullable(isoDate),
  /** Decimals of the published percentage to which it is rounded before it is compared; null for none. */
  rounding: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3))),
  /** Records that come in late: the target is judged by the figure first published. Left out, all are in at once. */
  recordingLag: v.optional(
    v.strictObject({
      share: bounded({
        label: 'Events recorded late',
        unit: '(a share from 0 to 1)',
        min: 0,
        max: 1,
        meaning: 'Share of the events that is not yet entered when the month’s figure is first published.',
      }),
      workingDays: bounded({
        label: 'Entered after',
        unit: 'working days',
        min: 1,
        max: 120,
        meaning: 'How many working days after they happened those events are entered.',
      }),
    }),
  ),
  baseline: v.strictObject({ value: v.number(), year: text(20) }),
  rationale: text(200),
  /** What statistical neighbours manage, on the measure's own scale, where it is known. */
  neighbours: v.optional(
    v.strictObject({ average: v.optional(v.number()), best: v.optional(v.number()), year: text(20) }),
  ),
  trajectory: v.optional(v.strictObject({ threshold: v.number(), meaning: text(200) })),
  clause: text(400),
  source: identifierOrKey,
  grade: v.picklist(GRADES),
  /** What was assumed where the notice is silent. */
  assumption: v.optional(text(400)),
  /** The source sets no such number: it is there so that a plan can be looked at, and every report says so. */
  illustrative: v.optional(v.literal(true)),
});

export const reviewSchema = v.strictObject({ date: isoDate, label: text(80) });

export const clauseSchema = v.strictObject({
  text: text(1200),
  paragraph: text(80),
  /** What would show that it is met; it is not simulated. */
  evidence: v.optional(text(400)),
  source: identifierOrKey,
});

/** What must not happen in any month on the way: a level that the board watches beside the targets. */
export const floorSchema = v.strictObject({
  measure: measureId,
  direction: v.picklist(['at-least', 'at-most']),
  /** On the measure's own scale; exactly reached is kept. */
  level: v.pipe(v.number(), v.finite(), v.minValue(0, 'must not be negative')),
  reason: text(200),
});

/** A measure without a staffing mechanism: where it stands, where the council believes it will be, and how many children that counts. */
export const declaredSchema = v.strictObject({
  measure: v.picklist(['school_absence', 'leavers_accommodation']),
  baseline: figure('Baseline', '(share)', 0, 1, 'Where the measure stands at the start.'),
  yearlyChange: figure(
    'Change in a year',
    '(share)',
    -0.5,
    0.5,
    'Expected change a year under as-now; its range is what the council thinks possible.',
  ),
  cohort: figure(
    'Children counted',
    'children',
    1,
    100000,
    'How many children the percentage counts: small numbers jump.',
  ),
});

const lever = (label: string, unit: string, min: number, max: number, meaning: string) =>
  v.optional(
    v.pipe(
      v.strictObject({
        value: bounded({ label, unit, min, max, meaning }),
        from: isoDate,
        /** Back to as now from this date on. */
        until: v.optional(isoDate),
        rampMonths: v.optional(
          bounded({
            label: 'Ramp',
            unit: 'months',
            min: 0,
            max: 36,
            meaning: 'Months over which the lever comes in evenly.',
          }),
        ),
        reason: v.optional(text(400)),
      }),
      v.metadata({ label, unit, min, max, meaning }),
    ),
  );

/** What a plan changes. A lever left out stays as now. */
export const leversSchema = v.strictObject({
  hiresPerMonth: lever(
    'Experienced hires',
    'a month',
    0,
    200,
    'Experienced workers who accept a post each month; they start after the lead time.',
  ),
  newlyQualifiedCohort: lever(
    'Newly qualified, September',
    'people',
    0,
    500,
    'Newly qualified workers who start each September.',
  ),
  overseasHires: lever(
    'Recruits from overseas',
    'a month',
    0,
    100,
    'Experienced recruits from overseas who accept a post each month.',
  ),
  agencyConversion: lever(
    'Agency workers taken on',
    '% of ending assignments',
    0,
    100,
    'Agency workers whose assignment ends and who become permanent where a post is vacant.',
  ),
  strikeTeam: lever(
    'Strike team',
    'agency workers',
    0,
    300,
    'Agency workers who take overdue assessments only, for as long as the lever lasts. Finishing overdue work lowers timeliness counted by completions first.',
  ),
  agencyCover: lever(
    'Agency cover of vacancies',
    '% of vacancies',
    0,
    150,
    'Agency workers as a share of vacant posts.',
  ),
  leavingRate: lever(
    'Leaving rate',
    '% a year',
    1,
    60,
    'Permanent staff who leave in a year, as a share of those in post.',
  ),
  assessmentCeiling: lever(
    'Caseload ceiling, assessment team',
    'cases',
    1,
    60,
    'Cases a full worker of the assessment team holds at most; work above it waits unallocated.',
  ),
  planCeiling: lever(
    'Caseload ceiling, longer-term team',
    'cases',
    1,
    100,
    'Plans a full worker of the longer-term team holds at most; work above it waits unallocated.',
  ),
  referrals: lever('Referrals', '% of now', 20, 300, 'Referrals as a percentage of the baseline level.'),
  referralToInitial: lever(
    'Referrals going on to assessment',
    '%',
    5,
    100,
    'Share of referrals that go on to an initial assessment.',
  ),
  earlyHelp: lever('Early help', '% of referrals diverted', 0, 60, 'New referrals that early help makes unnecessary.'),
  stepDown: lever(
    'Step-down',
    '% shorter plans',
    0,
    60,
    'By how much child in need plans opened from then on are shorter; children closed early come back oftener.',
  ),
  closeUnassessed: lever(
    'Close without assessing',
    '% of overdue waiting, a month',
    0,
    100,
    'Of assessments that wait for a worker past their limit, those closed each month without being made. Counted, and shown beside every result.',
  ),
  lateLast: lever(
    'Late ones last',
    '% of workers',
    0,
    100,
    'Workers who leave assessments already late to the last: it lifts the percentage in time and grows a tail of overdue work.',
  ),
  hoursFreed: lever(
    'Hours freed by business support',
    '% of time',
    -30,
    30,
    'Case-holders’ time freed by business support and systems; negative where systems take hours.',
  ),
  assessmentPosts: lever(
    'Extra posts, assessment team',
    'posts',
    -500,
    500,
    'Posts funded in the assessment team beyond the baseline establishment.',
  ),
  longerTermPosts: lever(
    'Extra posts, longer-term team',
    'posts',
    -500,
    500,
    'Posts funded in the longer-term team beyond the baseline establishment.',
  ),
  managementPosts: lever(
    'Extra team managers',
    'posts',
    -200,
    200,
    'Managers’ posts beyond the baseline establishment: sign-off capacity.',
  ),
  reviewingPosts: lever(
    'Extra reviewing officers',
    'posts',
    -200,
    200,
    'Reviewing officers’ posts beyond the baseline establishment: chairs of reviews and conferences.',
  ),
  reviewBooking: lever(
    'Reviews booked in time',
    '% of reviews',
    0,
    100,
    'Looked-after reviews that the arrangements (chairs, venues, papers) would allow on time if every child had a worker.',
  ),
  participation: lever(
    'Children helped to take part',
    '% of reviews',
    0,
    100,
    'Reviews in which the child takes part when the worker has the time to prepare.',
  ),
  schoolAbsence: lever(
    'School absence, change a year',
    'points',
    -20,
    20,
    'Declared: points by which the share absent over 25 days changes in a year.',
  ),
  leaversAccommodation: lever(
    'Care leavers housed, change a year',
    'points',
    -20,
    20,
    'Declared: points by which the share in suitable accommodation changes in a year.',
  ),
});

/** How far the plan is discounted, because plans slip. */
export const optimismSchema = v.strictObject({
  delayMonths: bounded({
    label: 'Delay',
    unit: 'months',
    min: 0,
    max: 24,
    meaning: 'Months by which every lever bites later than planned.',
  }),
  yield: bounded({
    label: 'Yield',
    unit: '(a share from 0 to 1)',
    min: 0,
    max: 1,
    meaning: 'Share of what the plan adds to hiring that arrives.',
  }),
  cost: bounded({
    label: 'Cost uplift',
    unit: '(a share)',
    min: 0,
    max: 3,
    meaning: 'Share added to what the plan costs beyond as-now.',
  }),
  reason: v.optional(text(400)),
});

export const planSchema = v.strictObject({
  id: identifier,
  name: text(80),
  description: text(800),
  levers: leversSchema,
  optimism: optimismSchema,
});

export const planFileSchema = v.strictObject({
  kind: v.literal('plan'),
  schemaVersion: v.literal(SCHEMA_VERSION),
  scenario: identifier,
  plan: planSchema,
});

/** A figure that the notice or the baseline states and the simulated baseline must reproduce. */
export const observedSchema = v.strictObject({
  measure: measureId,
  value: v.number(),
  tolerance: v.pipe(v.number(), v.minValue(0)),
  /** How wide it is, where it is assumed; the fit is to the value. */
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  source: identifierOrKey,
  grade: v.picklist(GRADES),
  note: v.optional(text(600)),
});

/** What was reported for a later month: shown beside what is simulated, never an input. */
export const outcomeSchema = v.strictObject({
  measure: measureId,
  month: isoMonth,
  value: v.number(),
  source: identifierOrKey,
  grade: v.picklist(GRADES),
  note: v.optional(text(400)),
});

/** A measure of the scenario's own, worked out from the model's. */
export const formulaSchema = v.strictObject({
  id: identifier,
  label: text(120),
  unit: v.picklist(['share', 'fte', 'count', 'days', 'cases', 'pounds']),
  polarity: v.picklist(['high', 'low', 'neutral']),
  /** In mathjs syntax, over measure ids: "vacant_fte / posts_fte". Each is read on the basis asked for. */
  formula: text(500),
  meaning: text(300),
});

/** One point of the fitted ridge: parameters that together reproduce the baseline. */
export const fittedPointSchema = v.strictObject({
  arrangementInitial: share('Initial assessments in time with ample staff'),
  arrangementCore: share('Core assessments in time with ample staff'),
  effortScale: bounded({
    label: 'Effort scale',
    unit: '(a factor)',
    min: 0.1,
    max: 5,
    meaning: 'Multiplies the hours of assessment work.',
  }),
  deadlineFirstShare: share('Workers who work nearest deadline first'),
  planEffortScale: bounded({
    label: 'Plan effort scale',
    unit: '(a factor)',
    min: 0.05,
    max: 5,
    meaning: 'Multiplies the hours of held plans.',
  }),
  reviewBooking: share('Looked-after reviews whose arrangements allow them on time'),
  participation: share('Reviews in which a child takes part when there is time to prepare'),
  arrangementSingle: share('Single assessments in time with ample staff'),
  returnShare: share('Closed cases that come back within two years'),
});

/**
 * What is known of a council after one year with its luck: points, each with the world whose last year before the start
 * shows the stated figures. Futures start from them in turn; without them, from the fitted points in worlds of the run's own.
 */
const drawsSchema = v.strictObject({
  seed: v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(0, 'must be 0 to 2^53 − 1'),
    v.maxValue(Number.MAX_SAFE_INTEGER, 'must be 0 to 2^53 − 1'),
  ),
  states: v.pipe(
    v.array(
      v.strictObject({
        place: v.pipe(
          v.number(),
          v.integer('must be a whole number'),
          v.minValue(0),
          v.maxValue(31, 'must be 0 to 31'),
        ),
        world: v.pipe(
          v.number(),
          v.integer('must be a whole number'),
          v.minValue(0),
          v.maxValue(65_535, 'must be 0 to 65535'),
        ),
        point: fittedPointSchema,
      }),
    ),
    v.minLength(1, 'needs at least one state; leave the draws out where there is none'),
    v.maxLength(32),
  ),
});

export const scenarioSchema = v.strictObject({
  kind: v.literal('scenario'),
  schemaVersion: v.literal(SCHEMA_VERSION),
  id: identifier,
  name: text(120),
  council: text(80),
  description: text(2000),
  start: isoDate,
  horizonMonths: v.pipe(
    v.number(),
    v.integer('must be whole months'),
    v.minValue(1, 'must be 1 to 60 months'),
    v.maxValue(60, 'must be 1 to 60 months'),
  ),
  sources: v.record(v.string(), v.strictObject({ title: text(300), date: v.optional(text(40)) })),
  demand: demandSchema,
  pathway: pathwaySchema,
  heldWork: heldWorkSchema,
  workforce: workforceSchema,
  money: moneySchema,
  today: v.optional(todaySchema),
  history: v.optional(historySchema),
  declared: v.pipe(v.array(declaredSchema), v.maxLength(10)),
  observed: v.pipe(v.array(observedSchema), v.maxLength(20)),
  formulas: v.optional(v.pipe(v.array(formulaSchema), v.maxLength(20))),
  outcomes: v.optional(v.pipe(v.array(outcomeSchema), v.maxLength(20))),
  fitted: v.strictObject({
    modelVersion: text(20),
    method: text(600),
    points: v.pipe(
      v.array(fittedPointSchema),
      v.minLength(1, 'needs at least one fitted point; run the calibration'),
      v.maxLength(32),
    ),
    draws: v.optional(drawsSchema),
    /** Figures changed since, as they were when the points were found; left out where none was. */
    since: v.optional(
      v.pipe(
        v.array(
          v.strictObject({ path: text(120), was: v.number(), source: identifierOrKey, grade: v.picklist(GRADES) }),
        ),
        v.maxLength(200),
      ),
    ),
  }),
  targets: v.pipe(v.array(targetSchema), v.maxLength(60)),
  reviews: v.pipe(v.array(reviewSchema), v.maxLength(24)),
  clauses: v.pipe(v.array(clauseSchema), v.maxLength(100)),
  /** Left out, the three floors of our convention are watched; an empty list watches none. */
  floors: v.optional(v.pipe(v.array(floorSchema), v.maxLength(12))),
  plans: v.pipe(v.array(planSchema), v.minLength(1, 'needs at least the plan "as-now"'), v.maxLength(20)),
});

/** A notice on its own: what it asks and when it is judged, to be laid over a council's scenario. */
export const noticeFileSchema = v.strictObject({
  kind: v.literal('notice'),
  schemaVersion: v.literal(SCHEMA_VERSION),
  name: text(120),
  sources: v.record(v.string(), v.strictObject({ title: text(300), date: v.optional(text(40)) })),
  formulas: v.optional(v.pipe(v.array(formulaSchema), v.maxLength(20))),
  targets: v.pipe(v.array(targetSchema), v.maxLength(60)),
  reviews: v.pipe(v.array(reviewSchema), v.maxLength(24)),
  clauses: v.pipe(v.array(clauseSchema), v.maxLength(100)),
  /** Left out, the floors of the scenario it is laid over stay; an empty list watches none. */
  floors: v.optional(v.pipe(v.array(floorSchema), v.maxLength(12))),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type Plan = v.InferOutput<typeof planSchema>;
export type PlanFile = v.InferOutput<typeof planFileSchema>;
export type NoticeFile = v.InferOutput<typeof noticeFileSchema>;
export type Levers = v.InferOutput<typeof leversSchema>;
export type LeverId = keyof Levers;
export type Target = v.InferOutput<typeof targetSchema>;
export type Basis = v.InferOutput<typeof basisSchema>;
export type Review = v.InferOutput<typeof reviewSchema>;
export type Clause = v.InferOutput<typeof clauseSchema>;
export type Floor = v.InferOutput<typeof floorSchema>;
export type FittedPoint = v.InferOutput<typeof fittedPointSchema>;
