/** What stands behind one number, in plain lines: what is counted, over what, by which rule, in how many futures. */
import type { MeasureKind, PlanReport, Scenario, TargetSummary } from '../model/index';
import { countedThing, thresholdText } from '../model/notice/words';
import { formatExact, grouped } from '../model/results/format';
import { gradeWords } from '../model/results/grades';

export interface Explained {
  readonly term: string;
  readonly text: string;
}

const RULES: Readonly<Record<MeasureKind, string>> = {
  event:
    'Only what was finished or held in the period counts, early or late: all months of the period are added up above and below before dividing, so a busy month weighs more. What is still open is in neither number.',
  snapshot: 'Read once, on the last day of the month; what happened in between does not count.',
  flow: 'A count of what happened, added up over the months of the period.',
  declared: 'The council’s own path with its range; no staffing mechanism moves it here.',
  formula: 'Worked out from other measures, each read on the same basis.',
};

/** The two numbers of a measure, out of the sentence that says how it is counted; null where it has one number only. */
export function partsOf(meaning: string): { readonly above: string; readonly below: string } | null {
  const share = /^(?:Declared path: )?[Oo]f (.+?), the share (.+?)(?:; .+)?\.$/.exec(meaning);
  if (share?.[1] !== undefined && share[2] !== undefined) return { above: `of those, ${share[2]}`, below: share[1] };
  const quotient = /^(.+?) ÷ (.+?)(?: at month end|, at month end| in the period)?(?:; .+)?\.$/.exec(meaning);
  if (quotient?.[1] !== undefined && quotient[2] !== undefined) return { above: quotient[1], below: quotient[2] };
  return null;
}

interface ExplainInput {
  readonly target: TargetSummary;
  readonly stated: Scenario['targets'][number] | undefined;
  readonly result: PlanReport;
  readonly kind: MeasureKind;
  /** How the measure is counted, in the words of the scenario's own limits. */
  readonly meaning: string;
  readonly futures: number;
  readonly sourceTitle: string;
  readonly record: string;
}

/** The lines of “Explain this number”, in the order a doubter asks. */
export function explained(input: ExplainInput): readonly Explained[] {
  const { target, stated, kind, meaning, futures, record } = input;
  const parts = partsOf(meaning);
  const { p50, denominator } = target;
  const typical =
    parts && p50 !== null && denominator !== null && target.unit === 'share'
      ? ` In the middle about ${grouped(p50 * denominator, 0)} of ${grouped(denominator, 0)} ${countedThing(target.measure)}.`
      : '';
  return [
    { term: 'The number', text: `${thresholdText(target)}: ${metText(target)}` },
    ...(parts
      ? [
          { term: 'Denominator', text: `${capital(parts.below)}.` },
          { term: 'Numerator', text: `${capital(parts.above)}.${typical}` },
        ]
      : [{ term: 'What is counted', text: meaning }]),
    { term: 'Basis and period', text: capital(target.basisText) },
    { term: 'Counting rule', text: RULES[kind] },
    { term: 'Rounding', text: roundingText(stated?.rounding ?? null, target) },
    { term: 'Futures', text: futuresText(input, futures) },
    {
      term: 'Counted in the chance',
      text: 'Luck (who is referred, who leaves, how long work takes) and the ranges of the assumptions. Not counted: a change in thresholds or partners’ behaviour, the quality of the work, and anything the assumptions leave out.',
    },
    ...(stated
      ? [
          {
            term: stated.illustrative ? 'Source, sets no such number' : 'Source',
            text: `${input.sourceTitle}, ${gradeWords(stated.grade)}.`,
          },
        ]
      : []),
    { term: 'Run record', text: `${record}. The same record gives the same numbers.` },
  ];
}

/** In how many futures it is met, exactly. */
function metText({ probability, futures, due }: TargetSummary): string {
  if (probability === null)
    return due === null ? 'no date in the notice, so it is read at each review.' : 'no value on its date.';
  return `met in ${grouped(Math.round(probability * futures), 0)} of the ${grouped(futures, 0)} simulated futures that have a value.`;
}

function roundingText(rounding: number | null, { threshold, unit }: TargetSummary): string {
  const exactly = `Exactly ${formatExact(threshold, unit)} is met.`;
  if (rounding === null) return `Compared as it is, unrounded. ${exactly} Chances are shown in whole per cent.`;
  const to = rounding === 0 ? 'whole numbers' : `${String(rounding)} decimal${rounding === 1 ? '' : 's'}`;
  return `Rounded to ${to} as published, then compared. ${exactly} Chances are shown in whole per cent.`;
}

function futuresText({ target, result }: ExplainInput, futures: number): string {
  const failed = result.failures.length;
  const without = target.probability === null ? 0 : futures - target.futures;
  const out = failed === 0 ? 'all finished' : `${grouped(failed, 0)} could not be finished and count nowhere`;
  const empty = without > failed ? `; ${grouped(without - failed, 0)} more have nothing to count on that date` : '';
  return `${grouped(futures, 0)} run, ${out}${empty}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
