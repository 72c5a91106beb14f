/** Whole and real numbers side by side in memory, read and written as an array is; nobody looks whether a place exists. */

/** 32-bit whole numbers. */
@unmanaged
export class Ints {
  @inline
  @operator('[]')
  get(at: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((<usize>at) << 2));
  }

  @inline
  @operator('[]=')
  set(at: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((<usize>at) << 2), value);
  }

  /** Sets the first `count` numbers to one value. */
  fill(value: i32, count: i32): void {
    for (let i = 0; i < count; i++) this[i] = value;
  }
}

/** 64-bit real numbers. */
@unmanaged
export class Reals {
  @inline
  @operator('[]')
  get(at: i32): f64 {
    return load<f64>(changetype<usize>(this) + ((<usize>at) << 3));
  }

  @inline
  @operator('[]=')
  set(at: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + ((<usize>at) << 3), value);
  }

  /** Sets the first `count` numbers to one value. */
  fill(value: f64, count: i32): void {
    for (let i = 0; i < count; i++) this[i] = value;
  }
}
