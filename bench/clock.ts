/** Clocks of the benchmark. */

/** Seconds of processor time this process has used: other people's work on the machine does not count. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The middle of a list of numbers; of two middle ones their mean. NaN where the list is empty. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

export interface Timing {
  /** Milliseconds of processor time a call: the median of the rounds' means, and the extremes. */
  readonly ms: number;
  readonly lowest: number;
  readonly highest: number;
  readonly calls: number;
}

export interface Rounds {
  readonly rounds: number;
  /** Processor seconds each task gets in each round; at least one call is made. */
  readonly seconds: number;
}

/** Times tasks in turn, round by round, so that whatever slows the machine for a while slows all of them. Each is called once beforehand. */
export function timeInTurn(tasks: readonly (() => void)[], { rounds, seconds }: Rounds): Timing[] {
  const means = tasks.map((): number[] => []);
  const calls = tasks.map(() => 0);
  for (const task of tasks) task();
  for (let round = 0; round < rounds; round++) {
    tasks.forEach((task, i) => {
      const began = processorSeconds();
      let made = 0;
      let used = 0;
      while (used < seconds || made === 0) {
        task();
        made++;
        used = processorSeconds() - began;
      }
      means[i]!.push((1000 * used) / made);
      calls[i]! += made;
    });
  }
  return means.map((list, i) => ({
    ms: median(list),
    lowest: Math.min(...list),
    highest: Math.max(...list),
    calls: calls[i]!,
  }));
}
