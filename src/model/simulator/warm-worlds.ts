/** Worlds kept outside the engine's memory: copies of what it holds, to be taken up again and again. */
import { bytesInMemory, engine, intsInMemory } from './memory';

/** A kept world: pieces with their addresses, and what has no address of its own. */
export interface KeptWorld {
  readonly pieces: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly apart: Uint8Array;
}

/** Keeps the world in memory as it is. */
export function keepWorld(): KeptWorld {
  const program = engine();
  const list = program.listSegments() / 4;
  const pieces = Array.from({ length: program.segmentCount() }, (_, i) => {
    const [at, length] = intsInMemory().subarray(list + 2 * i, list + 2 * i + 2) as unknown as [number, number];
    return { at, bytes: bytesInMemory().slice(at, at + length) };
  });
  const length = program.bytesApart();
  const at = program.roomApart(length);
  program.saveApart();
  return { pieces, apart: bytesInMemory().slice(at, at + length) };
}

/** Puts a kept world in the place of the one in memory, for the model that it was kept under or one with the same warm states. */
export function takeUpWorld({ pieces, apart }: KeptWorld): void {
  const program = engine();
  const at = program.roomApart(apart.length);
  const memory = bytesInMemory();
  for (const piece of pieces) memory.set(piece.bytes, piece.at);
  memory.set(apart, at);
  program.restoreApart();
}
