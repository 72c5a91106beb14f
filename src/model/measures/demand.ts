/** What comes to the front door, and what becomes of it there. */
import { amount, share } from './define';
import type { MeasureDefinition } from './definition';

export const DEMAND_MEASURES: readonly MeasureDefinition[] = [
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
];
