import * as v from 'valibot';

/** How well a figure is known; see the grades in `scenarios/README.md`. */
export const GRADES = ['P', 'O', 'S', 'S-', 'R-hi', 'R-med', 'R-lo', 'A'] as const;
export type Grade = (typeof GRADES)[number];

/** What each grade says, in the words of the data dictionary. */
export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  P: 'Primary: the notice itself, statutory guidance, or official statistics read directly.',
  O: 'Worked out here from official open data.',
  S: 'Secondary but reputable: press, Parliament, a sector body.',
  'S-': 'A single secondary source, or an excerpt cut short: indicative only.',
  'R-hi': 'Recalled from general knowledge, not found in a stored source; high confidence.',
  'R-med': 'Recalled from general knowledge, not found in a stored source; medium confidence.',
  'R-lo': 'Recalled from general knowledge, not found in a stored source; low confidence.',
  A: 'Assumption, or arithmetic of our own; the note shows the working where there is any.',
};

/** What a form, the data dictionary and a problem sentence say about a figure. */
export interface FigureMeta {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Why the model asks for it, or what it does there. */
  readonly meaning: string;
}

export const isoDate = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text),
    'is not a calendar date; write it as YYYY-MM-DD, for example 2010-02-28',
  ),
);

export const isoMonth = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month; write it as YYYY-MM, for example 2009-04'),
);

export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'must be 1 to 60 characters: small letters, digits, hyphens or underscores'),
);

/** A measure of the whole service, or of a team or grade after an at sign: "caseload_mean@longer-term". */
export const measureId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9_-]{0,59}(@[a-z0-9][a-z0-9_-]{0,59})?$/,
    'is not the id of a measure; write it as the data dictionary does, of a team or grade with an at sign and its id, like caseload_mean@longer-term',
  ),
);

export const text = (max: number) => v.pipe(v.string(), v.maxLength(max, `must be at most ${String(max)} characters`));

function isRealDate(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** A number within limits, said in the unit of its figure. */
export function bounded(meta: FigureMeta) {
  const range = `must be between ${String(meta.min)} and ${String(meta.max)} ${meta.unit}`;
  return v.pipe(
    v.number('must be a number'),
    v.finite('must be a finite number'),
    v.minValue(meta.min, range),
    v.maxValue(meta.max, range),
    v.metadata({ ...meta }),
  );
}

/**
 * A figure about the world: value, where assumed or doubtful a range, source key, grade. The metadata is the one
 * place where its label, unit, permitted range and meaning are written; form, dictionary and messages read it.
 */
export function figure(label: string, unit: string, min: number, max: number, meaning: string) {
  const meta: FigureMeta = { label, unit, min, max, meaning };
  return v.pipe(
    v.strictObject({
      value: bounded(meta),
      low: v.optional(bounded(meta)),
      high: v.optional(bounded(meta)),
      source: identifierOrKey,
      grade: v.picklist(GRADES),
      note: v.optional(text(600)),
    }),
    v.check((f) => f.low === undefined || f.low <= f.value, 'has a low end above its value; make low at most value'),
    v.check(
      (f) => f.high === undefined || f.high >= f.value,
      'has a high end below its value; make high at least value',
    ),
    v.metadata({ ...meta }),
  );
}

/** A source key, as in the `sources` table of the scenario. */
export const identifierOrKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,39}$/, 'must be a source key of the "sources" table'),
);
