/** Who has room for another case: a full worker's ceiling, lower for newly qualified and new starters, less what is held. */
import type { Future } from './future';
import { EMPTY, HOLDS } from './world';

/** Cases a worker may hold today, at least 1. */
export function ceilingOf(future: Future, worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.of;
  const holds = workforce.teams[w.team[worker]!]!.holds;
  const full = holds === HOLDS.assessments ? future.now.assessmentCeiling : future.now.planCeiling;
  return Math.max(1, Math.round(full * productivity(future, worker)));
}

/** Share of a full worker's time and load: newly qualified carry less, new starters rise evenly to it. */
export function productivity(future: Future, worker: number): number {
  const { workforce } = future.model;
  const w = future.world.workers.of;
  const served = future.day - w.serviceStart[worker]! + 1;
  const ramp = served >= workforce.rampDays ? 1 : Math.max(1, served) / workforce.rampDays;
  return w.newUntil[worker]! >= future.day ? ramp * workforce.newlyQualifiedShare : ramp;
}

/** Brings the worker's place on the lists of those with room up to date. */
export function updateRoom(future: Future, worker: number): void {
  const { world, model } = future;
  const w = world.workers.of;
  const holds = model.workforce.teams[w.team[worker]!]!.holds;
  const present = w.kind[worker] !== EMPTY && w.awayUntil[worker]! < 0;
  if (holds === HOLDS.assessments) {
    const held = w.assessments[worker]! + w.plans[worker]!;
    const slotsLeft = model.workforce.maxSlots - w.assessments[worker]!;
    world.assessmentRoom.set(worker, present ? Math.min(ceilingOf(future, worker) - held, slotsLeft) : 0);
  } else if (holds === HOLDS.plans) {
    world.planRoom.set(worker, present ? ceilingOf(future, worker) - w.plans[worker]! : 0);
  }
}
