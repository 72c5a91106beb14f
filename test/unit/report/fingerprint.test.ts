import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprint, fnv1a64 } from '../../../src/report/fingerprint';

describe('a fingerprint', () => {
  it('is FNV-1a of 64 bits, as its authors publish it', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar')).toBe('85944171f73967e8');
  });

  it('does not depend on how the data were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(fingerprint({ id: 'p', levers: { x: 1, y: 2 } }, 's', 1)).toBe(
      fingerprint({ levers: { y: 2, x: 1 }, id: 'p' }, 's', 1),
    );
  });

  it('changes with plan, scenario and schema version', () => {
    const one = fingerprint({ id: 'p' }, 's', 1);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(
      new Set([
        one,
        fingerprint({ id: 'q' }, 's', 1),
        fingerprint({ id: 'p' }, 't', 1),
        fingerprint({ id: 'p' }, 's', 2),
      ]).size,
    ).toBe(4);
  });
});
