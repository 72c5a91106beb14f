/** The shapes that most measures have, so that a table of them can be read at a glance. */
import type { Column } from './columns';
import type { MeasureDefinition, MeasureKind, MeasureUnit, Polarity } from './definition';

export const share = (
  id: string,
  label: string,
  polarity: Polarity,
  kind: MeasureKind,
  numerator: Column,
  denominator: Column,
  meaning: string,
  code?: string,
): MeasureDefinition => ({
  id,
  label,
  unit: 'share',
  polarity,
  kind,
  numerator,
  denominator,
  meaning,
  ...(code ? { code } : {}),
});

export const amount = (
  id: string,
  label: string,
  unit: MeasureUnit,
  polarity: Polarity,
  kind: MeasureKind,
  numerator: Column,
  meaning: string,
): MeasureDefinition => ({ id, label, unit, polarity, kind, numerator, meaning });

export const ratio = (
  id: string,
  label: string,
  unit: MeasureUnit,
  polarity: Polarity,
  numerator: Column,
  denominator: Column,
  meaning: string,
): MeasureDefinition => ({ id, label, unit, polarity, kind: 'snapshot', numerator, denominator, meaning });

/** A declared measure: the column holds the share itself. */
export const declared = (
  id: string,
  label: string,
  polarity: Polarity,
  numerator: Column,
  meaning: string,
  code: string,
): MeasureDefinition => ({
  id,
  label,
  unit: 'share',
  polarity,
  kind: 'declared',
  numerator,
  meaning,
  code,
});
