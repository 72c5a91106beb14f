import { STAGE, type CompiledToday } from '../compiled';
import type { Scenario } from './schema';

/** What is known of the day of the start, by number; null where nothing is. Counts are rounded to whole cases and people. */
export function compileToday({ today, workforce }: Scenario): CompiledToday | null {
  if (!today) return null;
  const whole = (figure?: { readonly value: number }): number | null => (figure ? Math.round(figure.value) : null);
  const { cin, cp, lac } = today.heldPlans ?? {};
  return {
    assessments: (today.openAssessments ?? []).map(({ stage, fromAge, toAge, open, unallocated }) => ({
      stage: STAGE[stage],
      fromAge,
      toAge,
      open: Math.round(open.value),
      unallocated: whole(unallocated),
    })),
    plans: [whole(cin), whole(cp), whole(lac)],
    workers: (today.workers ?? []).map(({ team, permanent, newlyQualified, agency, away }) => ({
      team: workforce.teams.findIndex(({ id }) => id === team),
      permanent: whole(permanent),
      newlyQualified: whole(newlyQualified),
      agency: whole(agency),
      away: whole(away),
    })),
  };
}
