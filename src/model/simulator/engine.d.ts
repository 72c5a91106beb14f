/** The engine's program as the build makes it of the AssemblyScript in domain/ and engine/; see `assembly.mjs`. */
declare module 'virtual:engine' {
  /** A number by its type; `Ints` and `Reals` are the address of a row of numbers; `pointer` is any other address or size. */
  export type FieldType = 'i32' | 'u32' | 'f64' | 'Ints' | 'Reals' | 'pointer' | 'bool' | 'i8' | 'u8' | 'i16' | 'u16';

  export interface Field {
    /** Bytes from where the object begins. */
    readonly at: number;
    readonly type: FieldType;
  }

  export interface Struct {
    /** Bytes up to the end of its last field. */
    readonly size: number;
    readonly fields: Readonly<Record<string, Field>>;
  }

  /** Makes the program, with a memory of its own; gives what it exports. */
  export function instantiate(): object;

  export interface Layout {
    /** The program's `@unmanaged` classes. */
    readonly structs: Readonly<Record<string, Struct>>;
    /** The constants that the layout files export: addresses, and how much there is room for. */
    readonly addresses: Readonly<Record<string, number>>;
  }

  export const layout: Layout;
}

/** The same program with more exports, for tests that reach inside. */
declare module 'virtual:engine-open' {
  export * from 'virtual:engine';
}
