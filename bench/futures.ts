/** What a future costs: of the shipped scenario, and as the council grows. */
import {
  compile,
  makeSimulator,
  simulatorMaker,
  type CompiledModel,
  type Scenario,
  type Simulator,
} from '../src/model/index';
import { timeInTurn, type Rounds, type Timing } from './clock';
import { scaled } from './scaled';

const SEED = 1;
/** Warm states of the scaled councils: fewer than a run of futures has, because only the cost of a future is asked. */
const WARM_STATES = 4;

export interface PlanCost extends Timing {
  readonly plan: string;
  readonly months: number;
}

export interface SizeCost extends Timing {
  readonly factor: number;
  readonly months: number;
  /** Referrals in a future, mean. */
  readonly referrals: number;
  readonly msPerThousandReferrals: number;
}

/** Milliseconds a future for every plan and horizon. */
export function costOfPlans(scenario: Scenario, horizons: readonly number[], rounds: Rounds): PlanCost[] {
  const cases = horizons.flatMap((months) => {
    const make = simulatorMaker();
    return scenario.plans.map((plan) => {
      const model = compile(scenario, plan, { horizonMonths: months });
      return { plan: plan.id, months, task: futures(model, make(model, SEED)).next };
    });
  });
  const timings = timeInTurn(
    cases.map(({ task }) => task),
    rounds,
  );
  return cases.map(({ plan, months }, i) => ({ plan, months, ...timings[i]! }));
}

/** Milliseconds a future, and for every thousand referrals, for councils so many times as large. */
export function costOfSize(scenario: Scenario, factors: readonly number[], rounds: Rounds): SizeCost[] {
  const cases = factors.map((factor) => {
    const council = scaled({ ...scenario, plans: scenario.plans.slice(0, 1) }, factor);
    const model = compile(council, council.plans[0]!, { warmStates: WARM_STATES });
    return { factor, months: model.months.length, ...futures(model, makeSimulator(model, SEED)) };
  });
  const timings = timeInTurn(
    cases.map(({ next }) => next),
    rounds,
  );
  return cases.map(({ factor, months, referrals }, i) => {
    const timing = timings[i]!;
    const mean = referrals();
    return { factor, months, referrals: mean, ...timing, msPerThousandReferrals: (1000 * timing.ms) / mean };
  });
}

/** Runs one future after another, and counts their referrals. */
function futures(model: CompiledModel, simulator: Simulator): { next: () => void; referrals: () => number } {
  const stride = model.columns.length;
  const row = new Float64Array(stride * model.months.length);
  const column = model.columns.indexOf('referrals');
  let number = 0;
  let total = 0;
  return {
    next() {
      const failure = simulator.run(number++, row);
      if (failure) throw new Error(`future ${String(failure.future)} failed: ${failure.message}`);
      for (let i = column; i < row.length; i += stride) total += row[i]!;
    },
    referrals: () => total / number,
  };
}
