/** What it costs. */
import { amount } from './define';
import type { MeasureDefinition } from './definition';

export const MONEY_MEASURES: readonly MeasureDefinition[] = [
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
