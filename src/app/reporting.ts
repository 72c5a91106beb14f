import packageFile from '../../package.json';
import type { CompiledModel, FormulaMeasure, Plan, Report, Scenario } from '../model/index';
import { assembleReport, type AssembleInput } from '../report/assemble';
import { fingerprint } from '../report/fingerprint';
import type { Account } from './ledger';

/** A plan with the futures that were run of it. */
export interface PlanAccount {
  readonly plan: Plan;
  readonly model: CompiledModel;
  readonly account: Account;
}

export type BaseRates = NonNullable<AssembleInput['baseRates']>;

export interface ReportContext {
  readonly scenario: Scenario;
  readonly formulas?: readonly FormulaMeasure[];
  readonly seed: number;
  readonly workers: number;
  readonly modelVersion: string;
  readonly baseRates: BaseRates;
}

/** The report of these plans over their first `futures` futures, as the command line would print it. */
export function reportOf(context: ReportContext, plans: readonly PlanAccount[], futures: number): Report {
  const { scenario, formulas = [], seed, workers, modelVersion, baseRates } = context;
  return assembleReport({
    scenario,
    formulas,
    seed,
    workers,
    modelVersion,
    baseRates,
    appVersion: packageFile.version,
    seconds: 0,
    runs: plans.map(({ plan, model, account }) => ({
      plan,
      model,
      fingerprint: fingerprint(plan, scenario.id, scenario.schemaVersion),
      result: {
        futures,
        rows: account.rows.subarray(0, futures * model.columns.length * model.months.length),
        failures: account.failures.filter(({ future }) => future < futures),
        baseline: account.baseline,
      },
    })),
  });
}
