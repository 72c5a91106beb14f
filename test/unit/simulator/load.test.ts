/** A compiled model in the program's memory: each number in the field of its name, nothing left out, nothing beyond its room. */
import { describe, expect, it } from 'vitest';
import { STAGE, type CompiledModel } from '../../../src/model/compiled';
import { choosePoint, isLoaded, placeFor, takeUp } from '../../../src/model/simulator/load';
import { addressOf, fieldsOf, readField } from '../../../src/model/simulator/memory';
import { makeSimulator } from '../../../src/model/simulator/simulator';
import { TABLE_CELLS } from '../../../src/model/tables/tables';
import { constNumber } from '../../fixtures/const-enums';
import { tenthOfBirmingham } from '../../fixtures/council';
import { future, ints, kindAt, reals, realAt, teamAt } from '../../fixtures/inside';
import { compiled } from '../../fixtures/worlds';

const model = compiled(tenthOfBirmingham(), 'recovery', { horizonMonths: 6, warmUpYears: 1, warmStates: 2 });
const { clock, demand, pathway, held, workforce, levers, money } = model;

/** Of parts of the model, what has a field of its name: numbers, switches, arrays of numbers. Returns the names. */
function expectFields(struct: string, address: string, part: object, ...apart: string[]): string[] {
  const at = addressOf(address);
  const names = fieldsOf(struct).filter((name) => name in part && !apart.includes(name));
  for (const name of names) {
    const value = (part as Record<string, unknown>)[name];
    const seen = readField(struct, at, name);
    if (typeof value === 'number' || typeof value === 'boolean') expect(seen, name).toBe(Number(value));
    else if (value === null) expect(seen, name).toBeGreaterThan(0);
    else if (value instanceof Int32Array || value instanceof Uint8Array)
      expect([...ints(seen, value.length)], name).toEqual([...value]);
    else {
      const numbers = [...(value as Iterable<number | Float64Array>)].flatMap((one) =>
        typeof one === 'number' ? one : [...one],
      );
      expect([...reals(seen, numbers.length)], name).toEqual(numbers);
    }
  }
  return names;
}
const modelField = (name: string): number => readField('Model', addressOf('MODEL'), name);

describe('a model that is taken up', () => {
  it('has every field of it written', () => {
    const structs = [
      ['Model', 'MODEL'],
      ['Levers', 'LEVERS'],
      ['Money', 'MONEY'],
      ['Point', 'POINT'],
    ] as const;
    const unwritten = 0x5a5a5a5a;
    for (const [struct, address] of structs) {
      // A field is of 8 bytes at most.
      ints(address, 2 * fieldsOf(struct).length).fill(unwritten);
    }
    const [real] = new Float64Array(Int32Array.of(unwritten, unwritten).buffer);
    takeUp({ ...model });
    for (const [struct, address] of structs) {
      const left = fieldsOf(struct).filter((name) =>
        [unwritten, real].includes(readField(struct, addressOf(address), name)),
      );
      expect(left, struct).toEqual([]);
    }
  });

  it('gives the program its numbers and tables, by name', () => {
    takeUp(model);
    // What is counted or kept in another shape under the same name stands below.
    const parts = { ...clock, ...demand, ...pathway, ...held, ...workforce };
    const names = expectFields('Model', 'MODEL', parts, 'teams', 'pools', 'stock', 'pipelineDays');
    for (const name of ['kappa', 'interrupts', 'intensity', 'lifetime', 'leavingByBand', 'maxWorkers', 'monthEnd'])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(70);
    expect(expectFields('Levers', 'LEVERS', levers)).toEqual(fieldsOf('Levers'));
    expect(expectFields('Money', 'MONEY', money)).toEqual(fieldsOf('Money'));
    for (const point of model.points) {
      choosePoint(model, point);
      expect(expectFields('Point', 'POINT', point)).toEqual(fieldsOf('Point'));
    }
  });

  it('gives what it counts, and what it keeps in another shape', () => {
    takeUp(model);
    expect(modelField('teams')).toBe(workforce.teams.length);
    expect(modelField('pools')).toBe(pathway.poolCount);
    expect(modelField('months')).toBe(model.months.length);
    expect(modelField('columns')).toBe(model.columns.length);
    expect(modelField('daysPerYear')).toBe(clock.workingDaysPerYear);
    expect([...ints(modelField('stock'), 3)]).toEqual(held.stock);
    expect([...ints(modelField('pipelineDays'), 3)]).toEqual(held.pipelineDays);
    const teams = workforce.teams.length;
    expect([...reals(modelField('posts'), teams)]).toEqual(workforce.teams.map(({ posts }) => posts));
    expect([...reals(modelField('ceiling'), teams)]).toEqual(workforce.teams.map(({ ceiling }) => ceiling));
    expect([...ints(modelField('inPost'), teams)]).toEqual(workforce.teams.map(({ inPost }) => inPost));
    expect([...ints(modelField('isFirst'), teams)]).toEqual(workforce.teams.map(({ first }) => Number(first)));
    const campaigns = modelField('campaigns');
    expect(campaigns).toBe(workforce.hireThresholds.length);
    const begin = [...ints(modelField('hireFirst'), campaigns + 1)];
    expect(
      workforce.hireThresholds.map((_, i) =>
        reals(modelField('hireThresholds') + 8 * begin[i]!, begin[i + 1]! - begin[i]!),
      ),
    ).toEqual(workforce.hireThresholds);
    expect([...ints(modelField('declaredColumn'), model.declared.length)].map((at) => model.columns[at])).toEqual(
      model.declared.map(({ column }) => column),
    );
    expect([future.dayMinutes, future.maxSlots]).toEqual([clock.dayMinutes, workforce.maxSlots]);
    workforce.teams.forEach(({ holds, pool, strike }, i) => {
      expect({ ...teamAt(i) }).toMatchObject({ holds, pool, strike: Number(strike) });
    });
    held.points.forEach((points, kind) => {
      expect({ ...kindAt(kind) }).toMatchObject({ points, minutesPerDay: held.minutesPerDay[kind] });
    });
  });

  it('gives what is known of today, and -1 for what is not', () => {
    takeUp(model);
    expect(modelField('knownToday')).toBe(Number(model.today !== null));
    const today: CompiledModel['today'] = {
      assessments: [
        { stage: 0, fromAge: 0, toAge: 10, open: 30, unallocated: 4 },
        { stage: 1, fromAge: 11, toAge: 20, open: 5, unallocated: null },
      ],
      plans: [100, null, 7],
      workers: [
        { team: 0, permanent: 12, newlyQualified: null, agency: 3, away: 1 },
        { team: 2, permanent: null, newlyQualified: 2, agency: null, away: null },
      ],
    };
    takeUp({ ...model, today });
    expect(['knownToday', 'todayWorkerLines', 'todayAssessmentLines'].map(modelField)).toEqual([1, 2, 2]);
    const source = 'src/model/domain/model.ts';
    const lines = (name: string, width: string): number[] => [
      ...ints(modelField(name), 2 * constNumber(source, width)),
    ];
    expect(lines('todayWorkers', 'TODAY_WORKERS')).toEqual([0, 12, -1, 3, 1, 2, -1, 2, -1, -1]);
    expect(lines('todayAssessments', 'TODAY_ASSESSMENTS')).toEqual([0, 0, 10, 30, 4, 1, 11, 20, 5, -1]);
    expect([...ints(modelField('todayPlans'), 3)]).toEqual([100, -1, 7]);
  });

  it('has its tables by stage and day where the program looks for them', () => {
    takeUp(model);
    const [knots, days] = [addressOf('KNOTS'), addressOf('MOST_DAYS')];
    expect(knots).toBe(TABLE_CELLS + 1);
    expect(addressOf('STAGES')).toBe(Object.keys(STAGE).length);
    expect(addressOf('KINDS')).toBe(held.stock.length);
    expect([...reals('EFFORT', knots)]).toEqual([...pathway.effort]);
    expect([...reals('GAP', knots)]).toEqual([...demand.gap]);
    expect([...ints('MONTH_OF', clock.days)]).toEqual([...clock.month]);
    expect([...ints('SINGLE_ON', clock.days)]).toEqual([...clock.single]);
    expect(clock.limits.length).toBe(addressOf('STAGES'));
    clock.limits.forEach((limits, stage) => {
      expect([...ints(addressOf('LIMITS') + 4 * stage * days, clock.days)]).toEqual([...limits]);
    });
    for (const point of model.points) {
      choosePoint(model, point);
      point.elapsed.forEach((shares, stage) => {
        const at = addressOf('STAGE') + 64 * stage;
        const takesTime = shares.at(-1)! > 0;
        expect(readField('Stage', at, 'takesTime')).toBe(Number(takesTime));
        expect(readField('Stage', at, 'minutes')).toBe(pathway.minutes[stage]! * point.effortScale);
        expect(readField('Stage', at, 'points')).toBe(pathway.points[stage]);
        expect(readField('Stage', at, 'pool')).toBe(pathway.pools[stage]);
        expect(readField('Stage', at, 'measureDays')).toBe(pathway.measureDays[stage]);
        if (takesTime) {
          expect(realAt('ELAPSED', stage * knots)).toBe(shares[0]);
          expect([...reals(addressOf('ELAPSED') + 8 * stage * knots, knots)]).toEqual([...shares]);
        }
      });
    }
    expect(model.points[0]!.elapsed.some((shares) => shares.at(-1)! > 0)).toBe(true);
  });
});

describe('a model that is too large', () => {
  const people = (changes: Partial<CompiledModel['workforce']>): CompiledModel => ({
    ...model,
    workforce: { ...workforce, ...changes },
  });
  const time = (changes: Partial<CompiledModel['clock']>): CompiledModel => ({
    ...model,
    clock: { ...clock, ...changes },
  });
  const respects: readonly [string, number, (count: number) => CompiledModel][] = [
    ['workers', addressOf('MOST_WORKERS'), (maxWorkers) => people({ maxWorkers, maxSlots: 1 })],
    ['places on desks', addressOf('MOST_PLACES'), (places) => people({ maxWorkers: 1, maxSlots: places })],
    ['minutes in a day', addressOf('MOST_MINUTES'), (dayMinutes) => time({ dayMinutes })],
    ['days', addressOf('MOST_DAYS'), (days) => time({ days })],
    [
      'columns',
      addressOf('MOST_COLUMNS'),
      (count) => ({ ...model, columns: new Array<string>(count).fill('referrals') }),
    ],
    [
      'months',
      addressOf('MOST_MONTHS'),
      (count) => ({ ...model, months: new Array<CompiledModel['months'][number]>(count).fill('2009-04') }),
    ],
    [
      'teams',
      addressOf('MOST_TEAMS'),
      (count) => people({ teams: new Array<(typeof workforce.teams)[0]>(count).fill(workforce.teams[0]!) }),
    ],
  ];

  it.each(respects)(
    'in %s is refused with a sentence; one of as many as there is room for is not',
    (what, most, of) => {
      takeUp(of(most));
      takeUp(model);
      const sentence = `a model of ${String(most + 1)} ${what}: a future has room for ${String(most)}`;
      expect(() => takeUp(of(most + 1))).toThrow(new RangeError(sentence));
    },
  );

  it('in its tables alone as well, and the model before it is not the worse for it', () => {
    const simulator = makeSimulator(model, 3);
    const live = (): Float64Array => {
      const row = new Float64Array(model.columns.length * model.months.length);
      expect(simulator.run(0, row)).toBeNull();
      return row;
    };
    const before = live();
    const sentence = 'a model whose tables are more than there is room for';
    const larger: CompiledModel = {
      ...model,
      columns: new Array<string>(addressOf('MOST_COLUMNS')).fill('referrals'),
      months: new Array<CompiledModel['months'][number]>(addressOf('MOST_MONTHS')).fill('2009-04'),
      demand: { ...demand, intensity: demand.intensity.map((level) => level / 2) },
    };
    expect(() => takeUp(larger)).toThrow(new RangeError(sentence));
    expect(isLoaded(larger)).toBe(false);
    expect(live()).toEqual(before);
    expect(() => placeFor(1e9)).toThrow(new RangeError(sentence));
  });
});
