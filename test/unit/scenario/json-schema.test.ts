/** The schema of files as JSON Schema, for other programs: what it takes and refuses is what this program does. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../../src/cli/inputs';
import {
  checkNoticeFile,
  checkPlanFile,
  checkScenario,
  noticeFileSchema,
  planFileSchema,
  scenarioSchema,
  SCHEMA_VERSION,
} from '../../../src/model/index';
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

  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const scenario = birmingham2009();
  const [first] = scenario.targets;
  const plan = { kind: 'plan', schemaVersion: SCHEMA_VERSION, scenario: scenario.id, plan: scenario.plans[1]! };
  const { sources, targets, reviews, clauses } = scenario;
  const notice = {
    kind: 'notice',
    schemaVersion: SCHEMA_VERSION,
    name: 'A notice',
    sources,
    targets,
    reviews,
    clauses,
  };
  const taken = (value: unknown) => ({
    program: [checkScenario, checkPlanFile, checkNoticeFile].some((check) => check(value).ok),
    schema: validate(value),
  });

  it.each(Object.entries(SHIPPED))('takes the shipped scenario %s, as the program does', (_, file) => {
    expect(taken(file), JSON.stringify(validate.errors?.slice(0, 3))).toEqual({ program: true, schema: true });
  });

  it('takes a plan and a notice, and every optional part of a target, as the program does', () => {
    expect(taken(plan)).toEqual({ program: true, schema: true });
    expect(taken(notice)).toEqual({ program: true, schema: true });
    const full = {
      ...first,
      measure: 'ia_in_time@assessment',
      recordingLag: { share: 0.2, workingDays: 10 },
      neighbours: { average: 0.64, best: 0.7, year: '2008-09' },
    };
    const floors = [{ measure: 'cp_waiting_days', direction: 'at-most', level: 21, reason: 'Board' }];
    expect(taken({ ...scenario, targets: [full], floors })).toEqual({ program: true, schema: true });
  });

  const target = (change: object) => ({ ...scenario, targets: [{ ...first, ...change }] });
  const without = (key: keyof typeof scenario) =>
    Object.fromEntries(Object.entries(scenario).filter(([name]) => name !== key));
  it.each<readonly [string, unknown]>([
    ['an entry nobody knows', { ...scenario, weather: 1 }],
    ['a kind nobody knows', { ...scenario, kind: 'forecast' }],
    ['an older version', { ...notice, schemaVersion: 0 }],
    ['a newer version', { ...scenario, schemaVersion: SCHEMA_VERSION + 1 }],
    ['a missing part', without('demand')],
    ['a missing list', without('targets')],
    ['a horizon of 61 months', { ...scenario, horizonMonths: 61 }],
    ['half a month', { ...scenario, horizonMonths: 12.5 }],
    ['a horizon in words', { ...scenario, horizonMonths: 'twelve' }],
    ['an id with blanks', { ...scenario, id: 'my council' }],
    ['a name that is too long', { ...scenario, name: 'x'.repeat(121) }],
    ['no plan at all', { ...scenario, plans: [] }],
    ['a direction nobody knows', target({ direction: 'upwards' })],
    ['a threshold below nought', target({ threshold: -0.1 })],
    ['a threshold in quotes', target({ threshold: '0.69' })],
    ['a basis nobody knows', target({ basis: { kind: 'quarterly' } })],
    ['a sum without its months', target({ basis: { kind: 'cumulative', from: '2009-04' } })],
    ['a month that is no month', target({ basis: { kind: 'cumulative', from: '2009-13', to: '2010-02' } })],
    ['months of a basis that has none', target({ basis: { kind: 'in-month', from: '2009-04' } })],
    ['rounding to four decimals', target({ rounding: 4 })],
    ['a grade nobody knows', target({ grade: 'B' })],
    ['two at signs in a measure', target({ measure: 'caseload_mean@duty@night' })],
    ['a lag of more than all', target({ recordingLag: { share: 1.2, workingDays: 10 } })],
    ['a lag without its days', target({ recordingLag: { share: 0.2 } })],
    ['a baseline without a year', target({ baseline: { value: 0.62 } })],
    [
      'a figure outside its range',
      {
        ...scenario,
        demand: { ...scenario.demand, referralsPerYear: { ...scenario.demand.referralsPerYear, value: 0 } },
      },
    ],
    [
      'a figure without a source',
      { ...scenario, declared: [{ ...scenario.declared[0], cohort: { value: 100, grade: 'A' } }] },
    ],
    [
      'a floor without a level',
      { ...scenario, floors: [{ measure: 'cp_allocated', direction: 'at-least', reason: '' }] },
    ],
    ['a clause as a text alone', { ...notice, clauses: ['Improve.'] }],
    ['a review without a name', { ...notice, reviews: [{ date: '2009-07-31' }] }],
    ['a lever nobody knows', { ...plan, plan: { ...plan.plan, levers: { magic: { value: 1, from: '2009-04-01' } } } }],
    [
      'a lever beyond its range',
      { ...plan, plan: { ...plan.plan, levers: { agencyCover: { value: 500, from: '2009-04-01' } } } },
    ],
    ['a list where an object belongs', { ...scenario, workforce: [] }],
    ['an empty object', {}],
    ['nothing', null],
    ['a text', 'birmingham-2009'],
  ])('refuses %s, as the program does', (_, wrong) => {
    expect(taken(wrong)).toEqual({ program: false, schema: false });
  });
});
