/** Puts a compiled model into the engine's memory: each number into the field of its name, arrays and tables beside. */
import type { CompiledModel, CompiledPoint } from '../compiled';
import { leversOf, modelOf, moneyOf, type Value } from './fields';
import { addressOf, engine, fieldsOf, intsInMemory, realsInMemory, writeField } from './memory';

/** The model in memory, and where its tables end. */
let loaded: CompiledModel | undefined;
let end = 0;

/** Says that what stands in memory may be of no model. */
export function forgetModel(): void {
  loaded = undefined;
}

/**
 * Makes a model the one that is lived, in a council with nobody and nothing in it.
 * @throws RangeError for a model with more people, columns, teams, months or days than there is room for
 */
export function takeUp(model: CompiledModel): void {
  if (loaded !== model) {
    forgetModel();
    load(model);
    loaded = model;
  }
  engine().takeUp();
}

/** Whether a model is the one in memory. */
export function isLoaded(model: CompiledModel): boolean {
  return loaded === model;
}

/** Room for so many real numbers after the model's tables; the next model's tables take it again. Returns its address. */
export function placeFor(count: number): number {
  const address = end;
  end += 8 * count;
  if (end > addressOf('RULES_END')) throw new RangeError('a model whose tables are more than there is room for');
  return address;
}

function load(model: CompiledModel): void {
  refuseWhatIsTooLarge(model);
  engine();
  end = addressOf('MODEL_TABLES');
  const { clock, workforce, pathway } = model;
  put('Model', 'MODEL', modelOf(model));
  put('Levers', 'LEVERS', leversOf(model));
  put('Money', 'MONEY', moneyOf(model));
  const ints = intsInMemory();
  const whole = (name: string, values: ArrayLike<number>, from = 0): void => {
    ints.set(values, addressOf(name) / 4 + from);
  };
  whole('MONTH_OF', clock.month);
  whole('SINGLE_ON', clock.single);
  clock.limits.forEach((days, stage) => {
    whole('LIMITS', days, stage * addressOf('MOST_DAYS'));
  });
  realsInMemory().set(pathway.effort, addressOf('EFFORT') / 8);
  realsInMemory().set(model.demand.gap, addressOf('GAP') / 8);
  workforce.teams.forEach((team, i) => {
    const at = addressOf('TEAM') + 64 * i;
    writeField('TeamState', at, 'holds', team.holds);
    writeField('TeamState', at, 'pool', team.pool);
    writeField('TeamState', at, 'strike', team.strike ? 1 : 0);
  });
  pathway.points.forEach((points, stage) => {
    const at = addressOf('STAGE') + 64 * stage;
    writeField('Stage', at, 'points', points);
    writeField('Stage', at, 'pool', pathway.pools[stage]!);
    writeField('Stage', at, 'measureDays', pathway.measureDays[stage]!);
  });
  model.held.points.forEach((points, kind) => {
    const at = addressOf('KIND') + 64 * kind;
    writeField('Kind', at, 'points', points);
    writeField('Kind', at, 'minutesPerDay', model.held.minutesPerDay[kind]!);
  });
  const future = addressOf('FUTURE');
  writeField('Future', future, 'dayMinutes', clock.dayMinutes);
  writeField('Future', future, 'maxSlots', workforce.maxSlots);
  writeField('Future', future, 'row', placeFor(model.months.length * model.columns.length));
  choosePoint(model, model.points[0]!);
}

/** Takes up a point of the model's ridge. */
export function choosePoint(model: CompiledModel, point: CompiledPoint): void {
  const knots = addressOf('KNOTS');
  model.pathway.minutes.forEach((minutes, stage) => {
    const at = addressOf('STAGE') + 64 * stage;
    const shares = point.elapsed[stage]!;
    const takesTime = shares[knots - 1]! > 0;
    writeField('Stage', at, 'minutes', minutes * point.effortScale);
    writeField('Stage', at, 'takesTime', takesTime ? 1 : 0);
    if (takesTime) realsInMemory().set(shares, addressOf('ELAPSED') / 8 + stage * knots);
  });
  for (const name of fieldsOf('Point'))
    writeField('Point', addressOf('POINT'), name, point[name as keyof CompiledPoint] as number);
}

function refuseWhatIsTooLarge({ workforce, clock, columns, months }: CompiledModel): void {
  const most: readonly (readonly [number, string, string])[] = [
    [workforce.maxWorkers, 'MOST_WORKERS', 'workers'],
    [workforce.maxWorkers * workforce.maxSlots, 'MOST_PLACES', 'places on desks'],
    [clock.dayMinutes, 'MOST_MINUTES', 'minutes in a day'],
    [clock.days, 'MOST_DAYS', 'days'],
    [columns.length, 'MOST_COLUMNS', 'columns'],
    [months.length, 'MOST_MONTHS', 'months'],
    [workforce.teams.length, 'MOST_TEAMS', 'teams'],
  ];
  for (const [count, limit, what] of most) {
    if (count > addressOf(limit))
      throw new RangeError(`a model of ${String(count)} ${what}: a future has room for ${String(addressOf(limit))}`);
  }
}

/** Writes the fields of a struct, each of them once. */
function put(struct: string, address: string, values: Readonly<Record<string, Value>>): void {
  const missing = fieldsOf(struct).filter((name) => !(name in values));
  if (missing.length > 0) throw new Error(`nothing is given for ${struct}.${missing.join(', ')}`);
  for (const [name, value] of Object.entries(values)) {
    const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : place(value);
    writeField(struct, addressOf(address), name, number);
  }
}

/** Puts an array after the tables that are there already. Returns its address. */
function place(values: Exclude<Value, number | boolean>): number {
  if (values instanceof Float64Array || 'reals' in values) {
    const numbers = 'reals' in values ? values.reals : values;
    const address = placeFor(numbers.length);
    realsInMemory().set(numbers, address / 8);
    return address;
  }
  const numbers = 'ints' in values ? values.ints : values;
  const address = placeFor(Math.ceil(numbers.length / 2));
  intsInMemory().set(numbers, address / 4);
  return address;
}
