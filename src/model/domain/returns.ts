/**
 * Children who come back. A case that ends returns with a probability that is higher where pressure had cut the work short
 * or there was no assessment at all, after a time that is drawn once. The share that returns is the baseline's, thin work
 * included: what counts is how much likelier a case is to return than the mean case of the council held still, so that the
 * council as it is has as many referrals as are stated, and one that cuts its work shorter has more. The measure counts
 * those who come within 12 months of their previous referral. The child's address stays, with the number of the return in
 * its upper bits, so that the same child brings the same facts under every plan.
 */
import { fromTable, TWO_32 } from '../engine/samplers';
import { CAUSE } from '../engine/streams';
import { receive } from './demand';
import { draw, future, streams } from './future';
import { model, point } from './model';
import { addressOf, Return, returnAt } from './rows';
import { comingBack, returns, world } from './world';

const GENERATION: i32 = 0x01000000;
const CHILD_BITS: i32 = 0x3fffffff;
/** Children of the starting stock keep a bit of their own. */
const FROM_STOCK: i32 = 0x40000000;

/** Address of the same child at its next referral. */
function nextEntity(entity: i32): i32 {
  const from = entity < 0 ? FROM_STOCK | (entity & 0x00ffffff) : entity;
  return (from & FROM_STOCK) | ((from + GENERATION) & CHILD_BITS);
}

/** Addresses of the children who are on their way back as the warm-up begins. */
const ON_THEIR_WAY: i32 = 0x30000000;

/**
 * The children who are on their way back when the warm-up begins, as if the council had always been as it is: of those
 * whose case was closed before, as many return on each day as have not returned until then. Without them two years of the warm-up
 * would have too few referrals, and stocks would still be recovering at the start.
 */
export function openReturns(): void {
  const last = model.returnLagKnots - 1;
  let knot = 0;
  let owed: f64 = 0;
  let child = 0;
  for (let day = 1; day < model.firstDay && knot < last; day++) {
    while (knot < last && model.returnLag[knot + 1] <= <f64>day) knot++;
    owed += model.intensity[day] * point.returnShare * (1 - <f64>knot / <f64>last);
    for (; owed >= 1; owed -= 1) book(ON_THEIR_WAY + CHILD_STEP * child++, 1, day - HALF_A_YEAR, day);
  }
}

/** Room between two children's addresses, as between two families'. */
const CHILD_STEP: i32 = 8;
const HALF_A_YEAR: i32 = 126;

/** A referral ended at the front door: does the family come back? Two uniforms decide. */
export function returnFromDoor(entity: i32, size: i32, whether: u32, when: u32): void {
  if (<f64>whether < chance(1, size)) comeBack(entity, size, future.day, when);
}

/**
 * A case is closed: does the child come back?
 * @param referred working day of the referral that led to it
 * @param factor how much likelier than usual
 */
export function returnFromClosing(entity: i32, referred: i32, factor: f64): void {
  if (point.returnShare == 0) return;
  draw(CAUSE.returning, entity);
  if (<f64>streams.u0 < chance(factor, 1)) comeBack(entity, 1, referred, streams.u1);
}

/**
 * Chance that a case comes back, as a threshold for a uniform. Until the start the mean of the cases that end is kept, the
 * last half-year's counting most; from then on it stands.
 * @param factor how much likelier than after whole work
 * @param children how many end together
 */
function chance(factor: f64, children: i32): f64 {
  if (future.warm == 1) {
    world.ended += <f64>children;
    world.endedLikelihood += factor * <f64>children;
  }
  return (point.returnShare * factor * world.ended * TWO_32) / world.endedLikelihood;
}

/** How much likelier a return is after effort cut by so many 1,024ths. */
export function earlyClosing(cut: i32): f64 {
  return 1 + (model.earlyClosure * <f64>cut) / 1024;
}

function comeBack(entity: i32, size: i32, referred: i32, when: u32): void {
  const on = future.day + <i32>max<f64>(1, Math.round(fromTable(model.returnLag, when)));
  if (on < model.days) book(nextEntity(entity), size, referred, on);
}

/** Puts a return into the diary of its day. */
function book(entity: i32, size: i32, referred: i32, on: i32): void {
  const row = changetype<Return>(returns.take());
  row.entity = entity;
  row.size = size;
  row.referred = referred;
  row.next = returnAt(comingBack[on]);
  comingBack[on] = addressOf(row);
}

/** Those who come back today are referred with the morning's post. */
export function welcomeReturns(): void {
  if (future.warm == 1) {
    world.ended *= 1 - 1.0 / <f64>HALF_A_YEAR;
    world.endedLikelihood *= 1 - 1.0 / <f64>HALF_A_YEAR;
  }
  let row = returnAt(comingBack[future.day]);
  comingBack[future.day] = 0;
  while (row !== null) {
    const entity = row.entity;
    const size = row.size;
    const before = row.referred;
    const next = row.next;
    returns.give(addressOf(row));
    draw(CAUSE.referral, entity);
    receive(entity, size, 0, before, streams.u0, streams.u1, streams.u3);
    row = next;
  }
}
