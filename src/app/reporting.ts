import packageFile from '../../package.json';
import type { CompiledModel, FormulaMeasure, Plan, Report, Scenario } from '../model/index';
import { assembleReport, futureRows, type AssembleInput } from '../report/assemble';
import { fingerprint } from '../report/fingerprint';
import type { Account } from './ledger';
import { pathDifferences, watchedIn, type PathDifference } from './paths';
import { AS_NOW } from './plans';

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

/** A report with what only the page shows. */
export interface PageReport extends Report {
  /** By plan, its way month by month beside as now; only of plans that were run beside it. */
  readonly paths?: Readonly<Record<string, readonly PathDifference[]>>;
}

/** The report of these plans over their first `futures` futures, as the command line would print it, and their ways. */
export function reportOf(context: ReportContext, plans: readonly PlanAccount[], futures: number): PageReport {
  const { scenario, formulas = [], seed, workers, modelVersion, baseRates } = context;
  const report = assembleReport({
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
      fingerprint: fingerprint(scenario, plan),
      result: {
        futures,
        rows: account.rows.subarray(0, futures * model.columns.length * model.months.length),
        failures: account.failures.filter(({ future }) => future < futures),
        baseline: account.baseline,
      },
    })),
  });
  const rows = (account: PlanAccount) =>
    futureRows({ model: account.model, result: { ...account.account, futures } }, formulas);
  const asNow = plans.find(({ plan }) => plan.id === AS_NOW);
  if (!asNow || plans.length < 2) return report;
  const before = rows(asNow);
  const ids = watchedIn(before.layout);
  const ways = plans
    .filter((one) => one !== asNow)
    .map((one) => [one.plan.id, pathDifferences(before, rows(one), ids)] as const);
  return { ...report, paths: Object.fromEntries(ways) };
}
