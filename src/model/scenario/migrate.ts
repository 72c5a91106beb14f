/**
 * Files of older versions, brought up to this one a step at a time. A step takes a file of its version as it was and gives
 * one of the next with the same meaning: what is new in it is switched off, never guessed.
 */
import { isPlain, type Loose } from './problems-loose';
import { fromOneToTwo } from './migrate-1-2';
import { SCHEMA_VERSION } from './schema';

/** A file one version on. It must not change what it is given, and must cope with whatever stands in it. */
export type Step = (file: Loose) => Loose;

/** By the version they start from. */
const STEPS: Readonly<Record<number, Step>> = { 1: fromOneToTwo };

/** The version a value says it is of, where that is an older one that can be brought up; null otherwise. */
export function olderVersion(value: unknown): number | null {
  const version = isPlain(value) ? value['schemaVersion'] : undefined;
  return typeof version === 'number' && version < SCHEMA_VERSION && STEPS[version] ? version : null;
}

/** The value as a file of this version; anything that is no older file as it is. */
export function migrated(value: unknown): unknown {
  const version = olderVersion(value);
  const step = version === null ? undefined : STEPS[version];
  return version !== null && step ? migrated({ ...step(value as Loose), schemaVersion: version + 1 }) : value;
}
