/** Children with plans: allocated, reviewed, taking part; and what a council declares of them. */
import { amount, declared, share } from './define';
import type { MeasureDefinition } from './definition';

export const CHILDREN_MEASURES: readonly MeasureDefinition[] = [
  share(
    'cp_allocated',
    'Child protection cases allocated',
    'high',
    'snapshot',
    'cp_allocated',
    'cp_plans',
    'Of child protection plans open at month end, the share held by a worker in post.',
  ),
  amount(
    'cp_waiting_days',
    'Child protection plans waiting for a worker',
    'days',
    'low',
    'flow',
    'cp_waiting_days',
    'Working days that child protection plans spent without a worker in the month, added up over all of them.',
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
];
