import packageFile from '../../package.json';
import type { CompiledModel, FormulaMeasure, Plan, PlanReport, Report, Scenario } from '../model/index';
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

/** What was last read of each model's futures, and of what. */
const read = new WeakMap<
  CompiledModel,
  { readonly of: string; readonly baseRates: BaseRates; readonly report: PlanReport }
>();

/**
 * Reads a plan's futures, unless they were the last that were read of this model, in the same number and for the same
 * figures, notice and words: beside a plan that is being edited, as now stays what it was.
 */
function knownReport(context: ReportContext): NonNullable<AssembleInput['known']> {
  const { scenario, formulas, seed, baseRates } = context;
  const beside = JSON.stringify([{ ...scenario, plans: null }, formulas, seed]);
  return ({ plan, model, fingerprint: numbers, result }, make) => {
    const of = JSON.stringify([beside, plan.id, plan.name, numbers, result.futures, result.failures]);
    const before = read.get(model);
    if (before?.of === of && before.baseRates === baseRates) return before.report;
    const report = make();
    read.set(model, { of, baseRates, report });
    return report;
  };
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
    known: knownReport(context),
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
