/** The reference problem in every engine on this machine: first whether they agree, then what each replication costs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../clock';
import { agreement, type FigureAgreement } from './agreement';
import type { Engine, Missing } from './engine';
import { buildC, findSimPy } from './outside';
import { VARIANTS, type Effort, type EngineId, type Variant } from './problem';
import { trajectory } from './trajectory';

/** Yardsticks: at least so many times as fast as SimPy, at most so many times the time of plain C. */
export const TIMES_SIMPY = 50;
export const TIMES_C = 1.5;

export interface EngineSpeed {
  readonly engine: EngineId;
  /** Milliseconds of processor time a replication: the median of the rounds, and the mean in each. */
  readonly ms: number;
  readonly rounds: readonly number[];
}

export interface VariantResult {
  readonly id: string;
  readonly label: string;
  readonly replications: Readonly<Partial<Record<EngineId, number>>>;
  readonly figures: readonly FigureAgreement[];
  readonly agree: boolean;
  readonly speed: readonly EngineSpeed[];
  /** How many times as fast as SimPy, the median of the rounds' own ratios; null where it is missing. */
  readonly timesSimPy: number | null;
  /** Time as a multiple of plain C's; null where it is missing. */
  readonly timesC: number | null;
}

export interface ReferenceResult {
  readonly seed: number;
  readonly rounds: number;
  readonly engines: readonly Omit<Engine, 'replicate'>[];
  /** For each program that is not here one sentence. */
  readonly missing: readonly string[];
  readonly variants: readonly VariantResult[];
  readonly agree: boolean;
}

/** Runs the whole comparison. A program that is missing is left out and named. */
export function compareEngines(effort: Effort, seed: number, say: (progress: string) => void): ReferenceResult {
  const folder = mkdtempSync(join(tmpdir(), 'trajectory-bench-'));
  try {
    const found = [findSimPy(), buildC(folder), trajectory];
    const engines = found.filter((each): each is Engine => 'replicate' in each);
    const missing = found.filter((each): each is Missing => 'missing' in each).map((each) => each.missing);
    const variants = VARIANTS.map((variant) => compareOn(variant, engines, effort, seed, say));
    return {
      seed,
      rounds: effort.rounds,
      engines: engines.map(({ id, name, version }) => ({ id, name, version })),
      missing,
      variants,
      agree: variants.every(({ agree }) => agree),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compareOn(
  variant: Variant,
  engines: readonly Engine[],
  effort: Effort,
  seed: number,
  say: (progress: string) => void,
): VariantResult {
  const samples = engines.map((engine) => {
    const replications = effort.agreement[engine.id];
    say(`${variant.label}: ${String(replications)} replications in ${engine.name}`);
    return { engine: engine.id, rows: engine.replicate(variant, replications, seed).rows };
  });
  const figures = agreement(variant, samples);
  say(`${variant.label}: timing, ${String(effort.rounds)} rounds in turn`);
  const speed = timeEngines(variant, engines, effort, seed);
  const roundsOf = (id: EngineId) => speed.find(({ engine }) => engine === id)?.rounds ?? null;
  const own = roundsOf('trajectory')!;
  const [simpy, c] = [roundsOf('simpy'), roundsOf('c')];
  return {
    id: variant.id,
    label: variant.label,
    replications: Object.fromEntries(engines.map(({ id }) => [id, effort.agreement[id]])),
    figures,
    agree: figures.every(({ pairs }) => pairs.every(({ agree }) => agree)),
    speed,
    timesSimPy: simpy && median(simpy.map((ms, round) => ms / own[round]!)),
    timesC: c && median(own.map((ms, round) => ms / c[round]!)),
  };
}

/** A few replications of each engine in turn, round by round, so that whatever slows the machine slows all of them. */
function timeEngines(variant: Variant, engines: readonly Engine[], effort: Effort, seed: number): EngineSpeed[] {
  const rounds = engines.map((): number[] => []);
  for (let round = 1; round <= effort.rounds; round++) {
    engines.forEach((engine, i) => {
      const { seconds } = engine.replicate(variant, effort.timing[engine.id], seed + round);
      rounds[i]!.push((1000 * seconds.reduce((sum, x) => sum + x, 0)) / seconds.length);
    });
  }
  return engines.map(({ id }, i) => ({
    engine: id,
    ms: median(rounds[i]!),
    rounds: rounds[i]!,
  }));
}
