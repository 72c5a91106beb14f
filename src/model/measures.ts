/**
 * The measures: what each is called, how it is counted, which columns of a future's row it is read from.
 *
 * Counting rules: only completed work enters a timeliness measure, whatever is still open. A measure of kind
 * - `event` is Σ numerator ÷ Σ denominator over the months of its basis;
 * - `snapshot` is read at the end of a month (numerator ÷ denominator, or the numerator alone);
 * - `flow` is a count of what happened in a month, added up over the months of its basis;
 * - `declared` is a path the user declares, because no staffing mechanism moves it;
 * - `formula` is worked out from other measures, each read on the same basis.
 */
export type MeasureKind = 'event' | 'snapshot' | 'flow' | 'declared' | 'formula';
export type MeasureUnit = 'share' | 'fte' | 'count' | 'days' | 'cases' | 'pounds';
export type Polarity = 'high' | 'low' | 'neutral';

export interface MeasureDefinition {
  readonly id: string;
  /** Full name, sentence case, fit for a table row. */
  readonly label: string;
  readonly unit: MeasureUnit;
  /** Which direction is good. */
  readonly polarity: Polarity;
  /** Official code, where one exists. */
  readonly code?: string;
  readonly kind: MeasureKind;
  readonly numerator: Column;
  readonly denominator?: Column;
  /** How it is counted, in one sentence. */
  readonly meaning: string;
}

/** What a formula is made of: numbers, other measures, and what may be done with them; nothing else. */
export type FormulaTree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'measure'; readonly id: string }
  | { readonly kind: 'apply'; readonly name: string; readonly parts: readonly FormulaTree[] };

/** A measure that a scenario adds, worked out from others. */
export interface FormulaMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly polarity: Polarity;
  readonly meaning: string;
  /** As written, in mathjs syntax. */
  readonly formula: string;
  readonly tree: FormulaTree;
}

/** Columns of one month in a future's row, in order. Months without a value hold NaN. */
export const COLUMNS = [
  'referrals',
  'rereferrals',
  'decisions',
  'decisions_in_time',
  'closed_unassessed',
  'ia_completed',
  'ia_in_time',
  'ia_from_start',
  'ia_from_start_in_time',
  'ca_completed',
  'ca_in_time',
  'ca_from_start',
  'ca_from_start_in_time',
  'sa_completed',
  'sa_in_time',
  'sa_from_start',
  'sa_from_start_in_time',
  'section47_started',
  'icpc',
  'icpc_in_time',
  'cp_reviews',
  'cp_reviews_in_time',
  'cp_plans',
  'cp_allocated',
  'cp_waiting_days',
  'lac_children',
  'lac_children_in_time',
  'lac_reviews',
  'lac_reviews_in_time',
  'participation_children',
  'participation_taking_part',
  'declared_school_absence',
  'declared_leavers_accommodation',
  'posts',
  'in_post',
  'vacant',
  'posts_and_in_post',
  'uncovered',
  'agency',
  'workforce',
  'leavers_year',
  'leavers',
  'leavers_to_council',
  'leavers_to_agency',
  'starters',
  'conversions',
  'absence_days',
  'workforce_days',
  'cases_held',
  'holders',
  'holders_over',
  'nq_cases',
  'nq_holders',
  'cases_open',
  'unallocated',
  'longest_wait',
  'assessments_open',
  'assessments_overdue',
  'minutes_used',
  'minutes_available',
  'days_p50',
  'days_p90',
  'late_waiting',
  'late_effort',
  'late_elapsed',
  'late_sign_off',
  'late_total',
  'plan_minutes_due',
  'plan_minutes_lost',
  'staff_cost',
  'agency_premium',
  'initial_minutes_in_system',
  'initial_minutes_waiting',
  'initial_allocated',
  'core_minutes_waiting',
  'core_allocated',
  'urgent_completed',
  'urgent_minutes_in_system',
  'service_years1to2',
  'service_years3to5',
  'service_later',
] as const;
export type Column = (typeof COLUMNS)[number];

const share = (
  id: string,
  label: string,
  polarity: Polarity,
  kind: MeasureKind,
  numerator: Column,
  denominator: Column,
  meaning: string,
  code?: string,
): MeasureDefinition => ({
  id,
  label,
  unit: 'share',
  polarity,
  kind,
  numerator,
  denominator,
  meaning,
  ...(code ? { code } : {}),
});

const amount = (
  id: string,
  label: string,
  unit: MeasureUnit,
  polarity: Polarity,
  kind: MeasureKind,
  numerator: Column,
  meaning: string,
): MeasureDefinition => ({ id, label, unit, polarity, kind, numerator, meaning });

const ratio = (
  id: string,
  label: string,
  unit: MeasureUnit,
  polarity: Polarity,
  numerator: Column,
  denominator: Column,
  meaning: string,
): MeasureDefinition => ({ id, label, unit, polarity, kind: 'snapshot', numerator, denominator, meaning });

/** A declared measure: the column holds the share itself. */
const declared = (
  id: string,
  label: string,
  polarity: Polarity,
  numerator: Column,
  meaning: string,
  code: string,
): MeasureDefinition => ({
  id,
  label,
  unit: 'share',
  polarity,
  kind: 'declared',
  numerator,
  meaning,
  code,
});

/** Every measure of the model, in the order reports show them. */
export const MEASURES: readonly MeasureDefinition[] = [
  amount(
    'referrals',
    'Referrals',
    'count',
    'neutral',
    'flow',
    'referrals',
    'Referrals received in the month, first-time and returning.',
  ),
  share(
    'referral_to_ia',
    'Referrals going on to initial assessment',
    'high',
    'event',
    'ia_completed',
    'referrals',
    'Initial assessments completed ÷ referrals in the period.',
    'NI 68',
  ),
  share(
    'decision_in_1_day',
    'Decisions on referrals within a day',
    'high',
    'event',
    'decisions_in_time',
    'decisions',
    'Of decisions on referrals made in the period, the share within 1 working day of the referral.',
  ),
  share(
    'rereferral_rate',
    'Repeat referrals',
    'low',
    'event',
    'rereferrals',
    'referrals',
    'Of referrals received in the period, the share within 12 months of the child’s previous referral.',
  ),
  amount(
    'closed_unassessed',
    'Closed without an assessment',
    'count',
    'low',
    'flow',
    'closed_unassessed',
    'Waiting assessments closed without having been made, because the plan says so.',
  ),
  share(
    'ia_in_time',
    'Initial assessments in 7 working days',
    'high',
    'event',
    'ia_in_time',
    'ia_completed',
    'Of initial assessments completed in the period, the share within 7 working days of the referral.',
    'NI 59',
  ),
  share(
    'ca_in_time',
    'Core assessments in 35 working days',
    'high',
    'event',
    'ca_in_time',
    'ca_completed',
    'Of core assessments completed in the period, the share within 35 working days of their start.',
    'NI 60',
  ),
  share(
    'sa_in_time',
    'Single assessments in 45 working days',
    'high',
    'event',
    'sa_in_time',
    'sa_completed',
    'Of single assessments completed in the period, the share within 45 working days of the referral.',
  ),
  share(
    'icpc_in_15',
    'Child protection conferences in 15 working days',
    'high',
    'event',
    'icpc_in_time',
    'icpc',
    'Of initial child protection conferences held in the period, the share within 15 working days of the strategy discussion.',
  ),
  share(
    'cp_reviews_in_time',
    'Child protection reviews on time',
    'high',
    'event',
    'cp_reviews_in_time',
    'cp_reviews',
    'Of child protection reviews due in the period, the share held by their date.',
  ),
  share(
    'cp_allocated',
    'Child protection cases allocated',
    'high',
    'snapshot',
    'cp_allocated',
    'cp_plans',
    'Of child protection plans open at month end, the share held by a worker in post.',
  ),
  share(
    'lac_reviews_child',
    'Looked-after reviews, every one on time',
    'high',
    'snapshot',
    'lac_children_in_time',
    'lac_children',
    'Of children looked after for four weeks or more at month end, the share whose every review due in the last 12 months was on time.',
    'NI 66',
  ),
  share(
    'lac_reviews_event',
    'Looked-after reviews on time, review by review',
    'high',
    'event',
    'lac_reviews_in_time',
    'lac_reviews',
    'Of looked-after reviews due in the period, the share held by their date.',
  ),
  share(
    'review_participation',
    'Children taking part in their reviews',
    'high',
    'snapshot',
    'participation_taking_part',
    'participation_children',
    'Of children looked after for four weeks or more with a review in the last 12 months, the share who took part in every one.',
    'C63',
  ),
  declared(
    'school_absence',
    'Absent from school over 25 days',
    'low',
    'declared_school_absence',
    'Declared path: of children in care, the share missing more than 25 days of school in a year.',
    'CF/C24',
  ),
  declared(
    'leavers_accommodation',
    'Care leavers suitably housed at 19',
    'high',
    'declared_leavers_accommodation',
    'Declared path: of care leavers aged 19, the share in suitable accommodation.',
    'NI 147',
  ),
  share(
    'vacancy_rate_dfe',
    'Vacancies, posts without a permanent holder',
    'low',
    'snapshot',
    'vacant',
    'posts_and_in_post',
    'Vacant ÷ (vacant + in post) at month end; a post covered by agency is vacant.',
  ),
  share(
    'vacancy_rate_uncovered',
    'Vacancies nobody covers',
    'low',
    'snapshot',
    'uncovered',
    'posts',
    'Vacant and not covered by agency ÷ posts, at month end.',
  ),
  amount(
    'vacant_fte',
    'Vacant posts',
    'fte',
    'low',
    'snapshot',
    'vacant',
    'Posts without a permanent holder at month end.',
  ),
  amount(
    'uncovered_fte',
    'Vacant posts nobody covers',
    'fte',
    'low',
    'snapshot',
    'uncovered',
    'Posts with neither a permanent holder nor an agency worker at month end.',
  ),
  amount('posts_fte', 'Posts', 'fte', 'neutral', 'snapshot', 'posts', 'Funded posts at month end.'),
  amount(
    'in_post_fte',
    'Permanent staff in post',
    'fte',
    'high',
    'snapshot',
    'in_post',
    'Permanent staff at month end.',
  ),
  amount('agency_fte', 'Agency workers', 'fte', 'neutral', 'snapshot', 'agency', 'Agency workers at month end.'),
  share(
    'agency_share_workforce',
    'Agency share of the workforce',
    'low',
    'snapshot',
    'agency',
    'workforce',
    'Agency ÷ (agency + in post) at month end.',
  ),
  share(
    'agency_share_posts',
    'Agency share of posts',
    'low',
    'snapshot',
    'agency',
    'posts',
    'Agency ÷ posts at month end.',
  ),
  share(
    'turnover_rate',
    'Turnover in 12 months',
    'low',
    'snapshot',
    'leavers_year',
    'in_post',
    'Leavers in the last 12 months ÷ in post at month end.',
  ),
  share(
    'absence_rate',
    'Absence',
    'low',
    'event',
    'absence_days',
    'workforce_days',
    'Working days lost to sickness ÷ working days of permanent staff.',
  ),
  amount('starters_fte', 'Starters', 'fte', 'neutral', 'flow', 'starters', 'Permanent staff who started in the month.'),
  amount('leavers_fte', 'Leavers', 'fte', 'low', 'flow', 'leavers', 'Permanent staff who left in the month.'),
  ratio(
    'caseload_mean',
    'Average caseload',
    'cases',
    'low',
    'cases_held',
    'holders',
    'Cases held ÷ case holders (agency included) at month end.',
  ),
  share(
    'caseload_over_share',
    'Workers above the caseload watched',
    'low',
    'snapshot',
    'holders_over',
    'holders',
    'Of case holders, the share holding more cases at month end than the number the scenario watches.',
  ),
  ratio(
    'caseload_newly_qualified',
    'Caseload of newly qualified workers',
    'cases',
    'low',
    'nq_cases',
    'nq_holders',
    'Cases held by newly qualified workers ÷ their number, at month end.',
  ),
  amount(
    'cases_open',
    'Open cases',
    'count',
    'neutral',
    'snapshot',
    'cases_open',
    'Assessments and plans open at month end, allocated or not.',
  ),
  amount(
    'unallocated_count',
    'Unallocated cases',
    'count',
    'low',
    'snapshot',
    'unallocated',
    'Open cases without a worker at month end.',
  ),
  share(
    'unallocated_share',
    'Unallocated share of open cases',
    'low',
    'snapshot',
    'unallocated',
    'cases_open',
    'Open cases without a worker ÷ open cases at month end.',
  ),
  amount(
    'longest_wait_days',
    'Longest wait for a worker',
    'days',
    'low',
    'snapshot',
    'longest_wait',
    'Working days the longest-waiting unallocated case has waited, at month end.',
  ),
  amount(
    'assessments_open',
    'Open assessments',
    'count',
    'neutral',
    'snapshot',
    'assessments_open',
    'Initial and core assessments open at month end.',
  ),
  amount(
    'assessments_overdue',
    'Overdue open assessments',
    'count',
    'low',
    'snapshot',
    'assessments_overdue',
    'Open assessments past their limit at month end.',
  ),
  share(
    'utilisation',
    'Share of case-holding time used',
    'neutral',
    'event',
    'minutes_used',
    'minutes_available',
    'Minutes worked on cases ÷ minutes available to case holders.',
  ),
  share(
    'ia_in_time_by_start',
    'Initial assessments in 7 days, by month of start',
    'high',
    'event',
    'ia_from_start_in_time',
    'ia_from_start',
    'Of initial assessments whose referral came in the month, the share finished within 7 working days; months too recent to know are left out.',
  ),
  share(
    'ca_in_time_by_start',
    'Core assessments in 35 days, by month of start',
    'high',
    'event',
    'ca_from_start_in_time',
    'ca_from_start',
    'Of core assessments started in the month, the share finished within 35 working days; months too recent to know are left out.',
  ),
  share(
    'sa_in_time_by_start',
    'Single assessments in 45 days, by month of start',
    'high',
    'event',
    'sa_from_start_in_time',
    'sa_from_start',
    'Of single assessments whose referral came in the month, the share finished within 45 working days; months too recent to know are left out.',
  ),
  amount(
    'assessment_days_p50',
    'Days to finish an assessment, median',
    'days',
    'low',
    'snapshot',
    'days_p50',
    'Of initial or single assessments whose referral came in the month, the working days within which half were done; months too recent to know are left out.',
  ),
  amount(
    'assessment_days_p90',
    'Days to finish an assessment, 9 in 10',
    'days',
    'low',
    'snapshot',
    'days_p90',
    'Of initial or single assessments whose referral came in the month, the working days within which 9 in 10 were done; months too recent to know are left out.',
  ),
  share(
    'late_waiting',
    'Late because of waiting for a worker',
    'neutral',
    'event',
    'late_waiting',
    'late_total',
    'Of the excess days of late assessments, the share spent waiting for allocation.',
  ),
  share(
    'late_effort',
    'Late in the worker’s hands',
    'neutral',
    'event',
    'late_effort',
    'late_total',
    'Of the excess days of late assessments, the share spent waiting for or under the worker’s effort.',
  ),
  share(
    'late_elapsed',
    'Late because of appointments and partners',
    'neutral',
    'event',
    'late_elapsed',
    'late_total',
    'Of the excess days of late assessments, the share nobody could work on.',
  ),
  share(
    'late_sign_off',
    'Late at sign-off',
    'neutral',
    'event',
    'late_sign_off',
    'late_total',
    'Of the excess days of late assessments, the share waiting for a manager to sign off.',
  ),
  amount(
    'staff_cost',
    'Staff cost',
    'pounds',
    'neutral',
    'flow',
    'staff_cost',
    'Pay and on-costs of permanent staff, agency, recruitment, and what the plan spends on retention and support, in the month.',
  ),
  amount(
    'agency_premium',
    'Agency premium',
    'pounds',
    'low',
    'flow',
    'agency_premium',
    'What agency workers cost in the month beyond permanent staff of the same number.',
  ),
];

const BY_ID = new Map(MEASURES.map((m) => [m.id, m]));

/** The definition of a measure id, without any team suffix; undefined where there is none. */
export function measureById(id: string): MeasureDefinition | undefined {
  return BY_ID.get(id);
}

/** Working days that a scenario's rules allow each stage; null where they never know it. */
export interface MeasureLimits {
  readonly initial: number | null;
  readonly core: number | null;
  readonly single: number | null;
  readonly conference: number | null;
}

/** What of a scenario its limits are read from. */
interface Rules {
  readonly start: string;
  readonly pathway: {
    readonly regimes: readonly {
      readonly from: string;
      readonly initialDays?: number | undefined;
      readonly coreDays?: number | undefined;
      readonly singleDays?: number | undefined;
    }[];
    readonly conferenceDays: number;
  };
}

/** The limits by which a scenario counts: of the rules in force at its start, or of the first later ones that know the stage. */
export function limitsOf({ start, pathway: { regimes, conferenceDays } }: Rules): MeasureLimits {
  const now = Math.max(
    0,
    regimes.findLastIndex(({ from }) => from <= start),
  );
  const days = (key: 'initialDays' | 'coreDays' | 'singleDays'): number | null =>
    regimes.slice(now).find((rules) => rules[key] !== undefined)?.[key] ?? null;
  return {
    initial: days('initialDays'),
    core: days('coreDays'),
    single: days('singleDays'),
    conference: conferenceDays,
  };
}

/** The limits that labels and meanings above are written with. */
const WRITTEN: MeasureLimits = { initial: 7, core: 35, single: 45, conference: 15 };

/** Measures of one stage. */
const STAGE_OF: Readonly<Record<string, keyof MeasureLimits>> = {
  referral_to_ia: 'initial',
  ia_in_time: 'initial',
  ia_in_time_by_start: 'initial',
  ca_in_time: 'core',
  ca_in_time_by_start: 'core',
  sa_in_time: 'single',
  sa_in_time_by_start: 'single',
  icpc_in_15: 'conference',
};

/**
 * A measure in the words of a scenario's own limits: where its rules allow 10 days, "Initial assessments in 10 working
 * days". Null where they never know the stage that it counts: such a measure has nothing to say.
 */
export function inOwnWords<T extends Pick<MeasureDefinition, 'id' | 'label' | 'meaning'>>(
  definition: T,
  limits: MeasureLimits,
): T | null {
  const stage = STAGE_OF[definition.id];
  if (stage === undefined) return definition;
  const days = limits[stage];
  if (days === null) return null;
  const said = (text: string): string => text.replace(new RegExp(`\\b${String(WRITTEN[stage])}\\b`), String(days));
  return { ...definition, label: said(definition.label), meaning: said(definition.meaning) };
}

/** Columns kept a second time for each team; the id of such a column is `column@team`. */
export const TEAM_COLUMNS = [
  'posts',
  'in_post',
  'agency',
  'vacant',
  'uncovered',
  'leavers',
  'starters',
  'workforce_days',
  'absence_days',
  'cases_held',
  'holders',
  'holders_over',
  'unallocated',
  'ia_completed',
  'ia_in_time',
  'ca_completed',
  'ca_in_time',
  'sa_completed',
  'sa_in_time',
  'assessments_overdue',
  'plan_minutes_due',
  'plan_minutes_lost',
] as const satisfies readonly Column[];

/** Grades of staff, in the order of all tables by grade. Ids stand after the at sign, as those of teams do. */
export const STAFF_GRADES = [
  'newly-qualified',
  'social-worker',
  'senior-practitioner',
  'team-manager',
  'reviewing-officer',
] as const;
export type StaffGrade = (typeof STAFF_GRADES)[number];

/** Columns kept a second time for each grade. */
export const GRADE_COLUMNS = [
  'in_post',
  'agency',
  'leavers',
  'starters',
  'cases_held',
  'holders',
] as const satisfies readonly Column[];

/** Measures that are also reported by team and, where they have the columns, by grade, as `measure@team`. */
export const TEAM_MEASURES = [
  'caseload_mean',
  'caseload_over_share',
  'unallocated_count',
  'in_post_fte',
  'agency_fte',
  'posts_fte',
  'vacant_fte',
  'uncovered_fte',
  'starters_fte',
  'leavers_fte',
  'absence_rate',
  'ia_in_time',
  'ca_in_time',
  'sa_in_time',
  'assessments_overdue',
] as const;
