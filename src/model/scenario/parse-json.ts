import type { Outcome, Problem } from '../failure';
import { pathOf, type Key } from './problems';

/** Largest file read, in characters. */
export const MAX_CHARACTERS = 2_000_000;
/** Deepest nesting read; a scenario needs seven levels. */
export const MAX_DEPTH = 40;

/** Names that mean something to JavaScript itself; no file of ours has them. */
export const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const one = (code: string, message: string, hint: string): Outcome<never> => ({
  ok: false,
  problems: [{ path: '', code, message, hint }],
});

/**
 * Reads JSON text and says where and why it is not JSON, in the same words in every browser. Beyond JSON's own rules it
 * refuses what would be lost silently: names written twice in one object, and numbers too large to be kept.
 */
export function readJson(text: string): Outcome<unknown> {
  const foreign = foreignText(text);
  if (foreign) return foreign;
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const scan = new Scan(body);
  const stop = scan.run();
  if (stop) return { ok: false, problems: [stop] };
  if (scan.problems.length > 0) return { ok: false, problems: scan.problems };
  return { ok: true, value: JSON.parse(body) as unknown };
}

/** What can be told from the first characters, before any reading. */
function foreignText(text: string): Outcome<never> | null {
  const save = 'Choose a file that Trajectory has saved; its name ends in .json.';
  if (text.length > MAX_CHARACTERS) {
    return one(
      'too-large',
      `The file holds ${(text.length / 1e6).toFixed(1)} million characters; at most 2 million are read.`,
      save,
    );
  }
  const utf16 = text.startsWith('\uFFFE') || text.startsWith('\uFFFD\uFFFD') || text.slice(0, 64).includes('\0');
  if (text.startsWith('PK\u0003\u0004'))
    return one('foreign', 'This is a spreadsheet, document or zip file, not a scenario or plan.', save);
  if (text.startsWith('%PDF')) return one('foreign', 'This is a PDF file, not a scenario or plan.', save);
  if (utf16)
    return one(
      'encoding',
      'The file is not saved as UTF-8 text, or is not text at all.',
      'Open it in a text editor and save it again with the encoding UTF-8.',
    );
  const start = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 1);
  if (start === '') return one('empty', 'The file is empty.', save);
  if (start === '<') return one('foreign', 'This is a web page or an XML file, not a scenario or plan.', save);
  // What a reader puts in the place of bytes that are no UTF-8: letters would be lost without a word.
  if (text.includes('\uFFFD'))
    return one(
      'encoding',
      'Some letters of the file are not saved as UTF-8.',
      'Open it in a text editor and save it again with the encoding UTF-8.',
    );
  return null;
}

class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** One pass over the text. Recursion is bounded by {@link MAX_DEPTH}. */
class Scan {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #path: Key[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Gives the first error of syntax; null where there is none. */
  run(): Problem | null {
    try {
      this.#value();
      this.#space();
      if (this.#at < this.#text.length) this.#fail('the end of the file');
      return null;
    } catch (error) {
      if (error instanceof Stop) return error.problem;
      throw error;
    }
  }

  #space(): void {
    while (this.#at < this.#text.length && ' \t\n\r'.includes(this.#text.charAt(this.#at))) this.#at++;
  }

  #value(): void {
    this.#space();
    const c = this.#text.charAt(this.#at);
    if (c === '{' || c === '[') {
      if (this.#path.length >= MAX_DEPTH) {
        throw new Stop({
          path: '',
          code: 'too-deep',
          message: `The file nests more than ${MAX_DEPTH} levels deep (${this.#where()}).`,
          hint: 'A scenario or plan nests fewer than ten; this is another kind of file.',
        });
      }
      if (c === '{') this.#object();
      else this.#array();
    } else if (c === '"') this.#string();
    else if (c === '-' || (c >= '0' && c <= '9')) this.#number();
    else this.#word();
  }

  #object(): void {
    this.#at++;
    const seen = new Set<string>();
    this.#space();
    while (this.#text.charAt(this.#at) !== '}' || seen.size > 0) {
      if (this.#text.charAt(this.#at) !== '"')
        this.#fail(seen.size > 0 ? 'a name in double quotes after the comma' : 'a name in double quotes, or }');
      const key = this.#string();
      this.#name(key, seen);
      this.#space();
      if (this.#text.charAt(this.#at) !== ':') this.#fail(`a colon after "${clip(key)}"`);
      this.#at++;
      this.#path.push(key);
      this.#value();
      this.#path.pop();
      if (!this.#more('}')) return;
      this.#space();
    }
    this.#at++;
  }

  #array(): void {
    this.#at++;
    let index = 0;
    this.#space();
    for (; this.#text.charAt(this.#at) !== ']' || index > 0; index++) {
      this.#path.push(index);
      this.#value();
      this.#path.pop();
      if (!this.#more(']')) return;
    }
    this.#at++;
  }

  /** Past a comma: true. Past the closing bracket: false. */
  #more(close: string): boolean {
    this.#space();
    const c = this.#text.charAt(this.#at);
    if (c !== ',' && c !== close) this.#fail(`a comma or ${close}`);
    this.#at++;
    return c === ',';
  }

  #name(key: string, seen: Set<string>): void {
    const path = pathOf([...this.#path, key]);
    if (seen.has(key)) {
      this.problems.push({
        path,
        code: 'duplicate-key',
        message: `"${clip(key)}" is written twice in the same object (the second time on ${this.#where()}).`,
        hint: 'Keep one of the two.',
      });
    }
    seen.add(key);
  }

  #string(): string {
    const start = this.#at;
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text.charAt(this.#at);
      if (c === '"') {
        this.#at++;
        return JSON.parse(this.#text.slice(start, this.#at)) as string;
      }
      if (c < ' ') this.#fail('a closing double quote on the same line');
      if (c !== '\\') continue;
      this.#at++;
      if (this.#text.charAt(this.#at) === 'u') {
        for (let i = 0; i < 4; i++) {
          this.#at++;
          if (!/^[0-9a-fA-F]$/.test(this.#text.charAt(this.#at))) this.#fail('four hexadecimal digits after \\u');
        }
      } else if (this.#at >= this.#text.length || !'"\\/bfnrt'.includes(this.#text.charAt(this.#at)))
        this.#fail('one of " \\ / b f n r t u after a backslash');
    }
    return this.#fail('a closing double quote');
  }

  #number(): void {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (this.#restIs(/^-?(?:\d+(?:\.|\.?\d*[eE][+-]?))?$/)) this.#at = this.#text.length;
    if (found === undefined || this.#at === this.#text.length) return this.#fail('a digit');
    if (!Number.isFinite(Number(found))) {
      this.problems.push({
        path: pathOf(this.#path),
        code: 'not-finite',
        message: `The number ${clip(found)} is too large to be kept (${this.#where()}).`,
        hint: 'Write a number of ordinary size.',
      });
    }
    this.#at += found.length;
    const next = this.#text.charAt(this.#at);
    if (/^[\d.eE+_a-zA-Z]$/.test(next)) this.#fail('a number such as 0.62, without leading zeros, units or separators');
  }

  #word(): void {
    for (const word of ['true', 'false', 'null']) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return;
      }
    }
    if (this.#restIs(/^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul)$/)) this.#at = this.#text.length;
    const c = this.#text.charAt(this.#at);
    if (c === ']' || c === '}') this.#fail('a value (a comma may not stand before a closing bracket)');
    if (c === "'") this.#fail('a value; text stands in double quotes');
    if (c === '/') this.#fail('a value; comments are not allowed');
    if (/^(NaN|[+-]?Infinity)/.test(this.#text.slice(this.#at, this.#at + 9)))
      this.#fail('a number; NaN and Infinity cannot be written in JSON');
    return this.#fail('a value: text in double quotes, a number, true, false, null, { or [');
  }

  /** Whether the short rest of the file is the beginning of something: then it was cut there. */
  #restIs(beginning: RegExp): boolean {
    return this.#text.length - this.#at < 40 && beginning.test(this.#text.slice(this.#at));
  }

  #where(): string {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    return `line ${line}, column ${this.#at - before.lastIndexOf('\n')}`;
  }

  #fail(expected: string): never {
    if (this.#at >= this.#text.length) {
      throw new Stop({
        path: '',
        code: 'truncated',
        message: `The file ends in the middle, at ${this.#where()}: expected ${expected}.`,
        hint: 'It was probably cut short when it was saved or copied; fetch it again.',
      });
    }
    throw new Stop({
      path: '',
      code: 'syntax',
      message: `The file is not valid JSON at ${this.#where()}: expected ${expected}, found ${JSON.stringify(this.#text.charAt(this.#at))}.`,
      hint: `Correct ${this.#where().replace(',', ' at')} in a text editor, or save the file from Trajectory again.`,
    });
  }
}

/** Text short enough to stand in a sentence. */
function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
