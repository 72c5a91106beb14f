/**
 * Zip archives made with the browser's own compression. The build puts this in the place of the package that the workbook
 * writer brings: that one starts workers from addresses the content policy refuses.
 */
type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

interface Entry {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly crc: number;
  readonly method: 0 | 8;
}

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x800;
/** 1 January 1980, so that equal contents give equal bytes. */
const DAY = 0x21;

/** Packs files; calls back with the archive, or what went wrong. */
export function zip(files: Files, done: (error: Error | null, archive: Uint8Array<ArrayBuffer>) => void): void {
  Promise.all(Object.entries(files).map(async ([name, data]) => entry(name, data, await deflated(data), 8))).then(
    (entries) => done(null, archive(entries)),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), new Uint8Array()),
  );
}

/** Puts files into an archive as they are. */
export function zipSync(files: Files): Uint8Array<ArrayBuffer> {
  return archive(Object.entries(files).map(([name, data]) => entry(name, data, data, 0)));
}

/** The bytes of a text in UTF-8. */
export function strToU8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function entry(name: string, raw: Uint8Array, data: Uint8Array<ArrayBuffer>, method: 0 | 8): Entry {
  return { name: strToU8(name), data, size: raw.length, crc: crc32(raw), method };
}

async function deflated(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function archive(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const one of entries) {
    const header = fields([4, 0x04034b50], ...described(one));
    directory.push(
      fields([4, 0x02014b50], [2, VERSION], ...described(one), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      one.name,
    );
    parts.push(header, one.name, one.data);
    at += header.length + one.name.length + one.data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]);
  return joined([...parts, ...directory, end]);
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What the header of a file and its line in the directory both say. */
function described({ name, data, size, crc, method }: Entry): Field[] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, method],
    [2, 0],
    [2, DAY],
    [4, crc],
    [4, data.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function fields(...all: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
