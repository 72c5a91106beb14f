/** The words of limits: a measure named by the working days that a scenario's own rules allow. */
import type { MeasureDefinition } from './definition';

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
