/** Memory of a worker, measured from outside by a process of its own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Yardstick: what a worker holds beyond an idle thread stays under so many megabytes. */
export const MEGABYTES_A_WORKER = 64;

/** Megabytes (10^6 bytes) as a thread sees itself: its heap and what it holds outside it, array buffers included. */
export interface InThread {
  readonly used: number;
  readonly usedBeforeCollection: number;
  readonly heapReserved: number;
}

export interface MemoryResult {
  /** Futures run of each plan before it is measured. */
  readonly futures: number;
  readonly idle: InThread;
  readonly onePlan: InThread;
  readonly twoPlans: InThread;
  /** Growth of the whole process since the thread stood idle, what the system has not taken back included. */
  readonly residentOnePlan: number;
  readonly residentTwoPlans: number;
}

export function memoryOfWorker(): MemoryResult {
  const program = fileURLToPath(new URL('./memory.node.js', import.meta.url));
  const ran = spawnSync(process.execPath, [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
  if (ran.status !== 0) throw new Error('the process that measures memory failed');
  return JSON.parse(ran.stdout) as MemoryResult;
}
