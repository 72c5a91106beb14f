/**
 * The engine of this thread: a WebAssembly program with a memory of its own, made at first use. What stands where in its
 * memory is known from its source (`layout`): structs by name and field, arrays by the name of their address.
 */
import * as built from 'virtual:engine';

/** What the program does; see `domain/index.ts`. */
export interface Program {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(): void;
  takeUp(): void;
  setFuture(low: number, high: number, number: number, doubtOf: number): void;
  liveUpToStart(counted: number, numbers: number): void;
  startFromToday(): void;
  live(): void;
  listSegments(): number;
  segmentCount(): number;
  bytesApart(): number;
  roomApart(bytes: number): number;
  saveApart(): void;
  restoreApart(): void;
}

let source: typeof built = built;
let program: Program | undefined;

/** Has the thread use another build of the program, before its first use: one that is open to tests. */
export function useBuild(other: typeof source): void {
  if (program) throw new Error('the engine of this thread is made already');
  source = other;
}

/** The thread's program. */
export function engine(): Program {
  if (!program) {
    program = source.instantiate() as Program;
    program.prepare();
  }
  return program;
}

/** Memory grows, and its buffer is another one then: views are made anew. */
let buffer: ArrayBuffer | undefined;
let ints = new Int32Array(0);
let reals = new Float64Array(0);
let raw = new Uint8Array(0);

function look(): void {
  const now = engine().memory.buffer;
  if (now === buffer) return;
  buffer = now;
  ints = new Int32Array(now);
  reals = new Float64Array(now);
  raw = new Uint8Array(now);
}

/** Memory as 32-bit whole numbers, as real numbers, and as bytes; not to be kept beyond the next call of the program. */
export function intsInMemory(): Int32Array {
  look();
  return ints;
}
export function realsInMemory(): Float64Array {
  look();
  return reals;
}
export function bytesInMemory(): Uint8Array {
  look();
  return raw;
}

/** Where an array or a struct stands. */
export function addressOf(name: string): number {
  const address = source.layout.addresses[name];
  if (address === undefined) throw new Error(`the engine has no address by the name of ${name}`);
  return address;
}

/** Where a struct's field stands within it, and of which type it is. */
export function fieldOf(struct: string, name: string): { readonly at: number; readonly type: string } {
  const field = source.layout.structs[struct]?.fields[name];
  if (!field) throw new Error(`the engine's ${struct} has no field ${name}`);
  return field;
}

/** Names of a struct's fields. */
export function fieldsOf(struct: string): readonly string[] {
  return Object.keys(source.layout.structs[struct]?.fields ?? {});
}

/** Writes a number into a field of the struct that begins at an address. */
export function writeField(struct: string, address: number, name: string, value: number): void {
  const { at, type } = fieldOf(struct, name);
  if (type === 'f64') {
    realsInMemory()[(address + at) / 8] = value;
    return;
  }
  if (!Number.isInteger(value)) throw new Error(`${struct}.${name} has to be a whole number, not ${String(value)}`);
  intsInMemory()[(address + at) / 4] = value;
}

/** Reads a field of the struct that begins at an address. */
export function readField(struct: string, address: number, name: string): number {
  const { at, type } = fieldOf(struct, name);
  if (type === 'f64') return realsInMemory()[(address + at) / 8]!;
  const value = intsInMemory()[(address + at) / 4]!;
  return type === 'u32' ? value >>> 0 : value;
}
