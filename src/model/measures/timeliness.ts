/** Assessments, conferences and child protection reviews in time, of those completed or due in the period. */
import { share } from './define';
import type { MeasureDefinition } from './definition';

export const TIMELINESS_MEASURES: readonly MeasureDefinition[] = [
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
];
