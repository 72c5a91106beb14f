/** The schema of files as JSON Schema, for other programs: what it takes and refuses is what this program does. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { noticeFileSchema, planFileSchema, scenarioSchema, SCHEMA_VERSION } from '../../../src/model/index';
import { birmingham2009 } from '../../fixtures/worlds';

/** Rules that JSON Schema cannot say (real dates, sums, what must agree across a file) are left to `validate`. */
const part = (schema: Parameters<typeof toJsonSchema>[0], title: string) => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return { title, ...rest };
};
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Files of Trajectory, version ${String(SCHEMA_VERSION)}`,
  description:
    'A scenario, a plan or a notice. Made from the schema of the program by its tests. Dates that exist, shares that add up and names that must agree are checked by "npm run validate" alone.',
  oneOf: [{ $ref: '#/definitions/scenario' }, { $ref: '#/definitions/plan' }, { $ref: '#/definitions/notice' }],
  definitions: {
    scenario: part(scenarioSchema, 'Scenario'),
    plan: part(planFileSchema, 'Plan'),
    notice: part(noticeFileSchema, 'Notice'),
  },
};

describe('scenarios/schema.json', () => {
  it('is what the program reads now, as JSON Schema', async () => {
    await expect(`${JSON.stringify(schema)}\n`).toMatchFileSnapshot('../../../scenarios/schema.json');
  });

  it('takes what the program takes, and refuses what is not in it', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
    const scenario = birmingham2009();
    expect(validate(scenario), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const plan = { kind: 'plan', schemaVersion: SCHEMA_VERSION, scenario: scenario.id, plan: scenario.plans[1] };
    expect(validate(plan)).toBe(true);
    for (const wrong of [
      { ...scenario, weather: 1 },
      { ...scenario, horizonMonths: 61 },
      { ...scenario, schemaVersion: 1 },
      { ...scenario, targets: [{ ...scenario.targets[0], direction: 'upwards' }] },
      { ...plan, plan: { ...plan.plan, levers: { magic: { value: 1, from: '2009-04-01' } } } },
    ])
      expect(validate(wrong)).toBe(false);
  });
});
