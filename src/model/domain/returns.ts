/**
 * Children who come back. A case that ends returns with a probability that is higher where pressure had cut the work short
 * or there was no assessment at all, after a time that is drawn once. The share that returns is the baseline's, thin work
 * included: what counts is how much likelier a case is to return than the mean case of the council held still, so that the
 * council as it is has as many referrals as are stated, and one that cuts its work shorter has more. The measure counts
 * those who come within 12 months of their previous referral. The child's address stays, with the number of the return in
 * its upper bits, so that the same child brings the same facts under every plan.
 */
import { fromTable } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { TWO_32 } from '../units';
import { draw, future } from './future';
import { receive } from './demand';
import { RETURN } from './rows';

const GENERATION = 0x01000000;
const CHILD_BITS = 0x3fffffff;
/** Children of the starting stock keep a bit of their own. */
const FROM_STOCK = 0x40000000;

/** Address of the same child at its next referral. */
function nextEntity(entity: number): number {
  const from = entity < 0 || entity >= 0x80000000 ? FROM_STOCK | (entity & 0x00ffffff) : entity;
  return (from & FROM_STOCK) | ((from + GENERATION) & CHILD_BITS);
}

/** Addresses of the children who are on their way back as the warm-up begins. */
const ON_THEIR_WAY = 0x30000000;

/**
 * The children who are on their way back when the warm-up begins, as if the council had always been as it is: of those
 * whose case was closed before, as many return on each day as have not returned until then. Without them two years of the warm-up
 * would have too few referrals, and stocks would still be recovering at the start.
 */
export function openReturns(): void {
  const { model, point } = future;
  const { returnLag, intensity } = model.demand;
  let knot = 0;
  let owed = 0;
  let child = 0;
  for (let day = 1; day < model.clock.firstDay && knot < returnLag.length - 1; day++) {
    while (knot < returnLag.length - 1 && returnLag[knot + 1]! <= day) knot++;
    owed += intensity[day]! * point.returnShare * (1 - knot / (returnLag.length - 1));
    for (; owed >= 1; owed--) book(ON_THEIR_WAY + CHILD_STEP * child++, 1, day - HALF_A_YEAR, day);
  }
}

/** Room between two children's addresses, as between two families'. */
const CHILD_STEP = 8;
const HALF_A_YEAR = 126;

/** A referral ended at the front door: does the family come back? Two uniforms decide. */
export function returnFromDoor(entity: number, size: number, whether: number, when: number): void {
  if (whether < chance(1, size)) comeBack(entity, size, future.day, when);
}

/**
 * A case is closed: does the child come back?
 * @param referred working day of the referral that led to it
 * @param factor how much likelier than usual
 */
export function returnFromClosing(entity: number, referred: number, factor: number): void {
  if (future.point.returnShare === 0) return;
  const { streams } = future;
  draw(CAUSE.returning, entity);
  if (streams.u0 < chance(factor, 1)) comeBack(entity, 1, referred, streams.u1);
}

/**
 * Chance that a case comes back, as a threshold for a uniform. Until the start the mean of the cases that end is kept, the
 * last half-year's counting most; from then on it stands.
 * @param factor how much likelier than after whole work
 * @param children how many end together
 */
function chance(factor: number, children: number): number {
  const { n } = future.world;
  if (future.warm) {
    n.ended += children;
    n.endedLikelihood += factor * children;
  }
  return (future.point.returnShare * factor * n.ended * TWO_32) / n.endedLikelihood;
}

/** How much likelier a return is after effort cut by so many 1,024ths. */
export function earlyClosing(cut: number): number {
  return 1 + (future.model.demand.earlyClosure * cut) / 1024;
}

function comeBack(entity: number, size: number, referred: number, when: number): void {
  const { model, day } = future;
  const on = day + Math.max(1, Math.round(fromTable(model.demand.returnLag, when)));
  if (on < model.clock.days) book(nextEntity(entity), size, referred, on);
}

/** Puts a return into the diary of its day. */
function book(entity: number, size: number, referred: number, on: number): void {
  const { world } = future;
  const row = world.returns.take();
  const r = world.returns.cells;
  r[row + RETURN.entity] = entity;
  r[row + RETURN.size] = size;
  r[row + RETURN.referred] = referred;
  r[row + RETURN.next] = world.comingBack[on]!;
  world.comingBack[on] = row;
}

/** Those who come back today are referred with the morning's post. */
export function welcomeReturns(): void {
  const { world, streams, day } = future;
  if (future.warm) {
    world.n.ended *= 1 - 1 / HALF_A_YEAR;
    world.n.endedLikelihood *= 1 - 1 / HALF_A_YEAR;
  }
  let row = world.comingBack[day]!;
  world.comingBack[day] = -1;
  while (row >= 0) {
    const r = world.returns.cells;
    const entity = r[row + RETURN.entity]!;
    const size = r[row + RETURN.size]!;
    const before = r[row + RETURN.referred]!;
    const next = r[row + RETURN.next]!;
    world.returns.give(row);
    draw(CAUSE.referral, entity);
    receive(entity, size, 0, before, streams.uniforms);
    row = next;
  }
}
