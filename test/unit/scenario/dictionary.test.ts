import { expect, test } from 'vitest';
import { dictionary, dictionaryRows, figureRows } from '../../../src/model/scenario/dictionary';
import { leversSchema, scenarioSchema } from '../../../src/model/scenario/schema';
import { birmingham } from './shipped';

test('scenarios/README.md is what the schema and the files say now', async () => {
  await expect(dictionary([birmingham()])).toMatchFileSnapshot('../../../scenarios/README.md');
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
