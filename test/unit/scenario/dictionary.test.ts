import { expect, test } from 'vitest';
import { SHIPPED } from '../../../src/cli/inputs';
import { dictionary, dictionaryRows, figureRows } from '../../../src/model/scenario/dictionary';
import { leversSchema, scenarioSchema } from '../../../src/model/scenario/schema';
import type { Scenario } from '../../../src/model/scenario/schema';
import { birmingham } from './shipped';

test('scenarios/README.md is what the schema and the files say now', async () => {
  const all = Object.values(SHIPPED).map((file) => file as Scenario);
  await expect(dictionary(all)).toMatchFileSnapshot('../../../scenarios/README.md');
});

test('every lever and every figure of the schema has a label, a unit and a meaning', () => {
  const levers = dictionaryRows(leversSchema);
  expect(levers).toHaveLength(Object.keys(leversSchema.entries).length);
  for (const row of [
    ...levers,
    ...dictionaryRows(scenarioSchema).filter(({ allowed }) => allowed.endsWith('(figure)')),
  ]) {
    expect(row.label, row.path).not.toBe('');
    expect(row.unit, row.path).not.toBe('');
    expect(row.meaning, row.path).not.toBe('');
  }
});

test('figures are found wherever they stand', () => {
  const paths = figureRows(birmingham()).map(({ path }) => path);
  expect(paths).toContain('workforce.teams[1].ceiling');
  expect(paths).toContain('heldWork.cin.stock');
  expect(paths).toContain('declared[0].yearlyChange');
});

test.each(Object.entries(SHIPPED))('%s: every source key is in the table, and every source is used', (_, file) => {
  const scenario = file as Scenario;
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'source' && typeof part === 'string') used.add(part);
      else if (key !== 'sources') visit(part);
    }
  };
  visit(scenario);
  expect([...used].sort()).toEqual(Object.keys(scenario.sources).sort());
});
