import type { Report } from '../model/index';

/** What makes a result repeatable: the same record gives the same numbers, on any machine. */
export interface RunRecord {
  readonly appVersion: string;
  readonly modelVersion: string;
  readonly schemaVersion: number;
  readonly scenarioId: string;
  readonly planId: string;
  /** Of everything that decides the numbers but what stands beside it here: council, notice and plan. */
  readonly fingerprint: string;
  readonly seed: number;
  readonly futures: number;
  readonly horizonMonths: number;
}

/** The record of one plan of a report; null where the report does not hold that plan. */
export function runRecord(report: Report, planId: string): RunRecord | null {
  const plan = report.plans.find(({ id }) => id === planId);
  if (!plan) return null;
  const { appVersion, modelVersion, schemaVersion, seed, futures, horizonMonths } = report;
  return {
    appVersion,
    modelVersion,
    schemaVersion,
    scenarioId: report.scenario.id,
    planId,
    fingerprint: plan.fingerprint,
    seed,
    futures,
    horizonMonths,
  };
}

/** The record as one line of text, for a footer or a clipboard. */
export function recordLine(record: RunRecord): string {
  return [
    `app ${record.appVersion}`,
    `model ${record.modelVersion}`,
    `schema ${record.schemaVersion}`,
    `scenario ${record.scenarioId}`,
    `plan ${record.planId}`,
    `fingerprint ${record.fingerprint}`,
    `seed ${record.seed}`,
    `${record.futures.toLocaleString('en-GB')} futures`,
    `${record.horizonMonths} months`,
  ].join(' · ');
}
