/**
 * One year is one year: it had luck, and what it showed is not what the council shows on average. So the points from which
 * futures start are drawn as what is known of a council after that year.
 *
 * First the unknowns, by randomised maximum likelihood (Kitanidis 1995; Oliver, He & Reynolds 1996): a draw takes the luck
 * of a year from one of the ridge's worlds, all figures of it together, and beliefs from their ranges. The unknowns then
 * move to where the stated year less that luck, and the beliefs, are missed least: a figure in units of a year's luck, a
 * belief in units of its standard deviation. For figures that answer in straight lines this is a draw from the posterior.
 * What would need a value beyond its bounds is made up for by the others.
 *
 * Then the state: of some worlds lived at the values drawn, the one whose last year shows most nearly what is stated, a
 * fitted figure in units of a year's luck, another in those of its tolerance where that is wider. Its backlog, and who is
 * away in it, belong to such a year; it is from there that futures of this draw start.
 *
 * Deterministic; sums, products, quotients and square roots alone.
 */
import type { FittedPoint } from '../model/index';
import { beliefsOf, valueAt, type Belief } from './beliefs';
import { compromise, type Dial, type Equation } from './compromise';
import { changeBetween, type Reading } from './figures';
import type { Laboratory } from './laboratory';
import { learn, type Slopes, type Slot } from './newton';
import { CLOSE_ENOUGH, type PointSearch, type Problem } from './point-search';

/** Draws that stand behind the futures of a scenario. */
export const DRAWS = 16;
/** Worlds on which a draw is looked at on its way, of those behind its point of the ridge. */
const ON_THE_WAY = 4;
/** Worlds of its own from which a draw takes the nearest to the year seen. */
const TO_CHOOSE_FROM = 8;
/** Places for beliefs, evenly spread in all of them together: powers of the root of x⁵ = x + 1 (Roberts 2018). */
const LATTICE: Readonly<Partial<Record<keyof FittedPoint, number>>> = {
  effortScale: 0.8566749,
  planEffortScale: 0.7338919,
  returnShare: 0.6287067,
  reviewBooking: 0.5385972,
};

/** One draw. */
export interface Draw {
  /** The point of the ridge from which its arrangements are taken. */
  readonly place: number;
  readonly world: number;
  readonly point: FittedPoint;
  /** What its world's last year before the start shows, by stated figure. */
  readonly shown: readonly number[];
}

/** A draw on its way. */
interface Way {
  readonly place: number;
  readonly firstWorld: number;
  readonly dials: readonly (Dial & { readonly column: number })[];
  readonly slots: readonly Slot[];
  readonly slopes: Slopes;
  readonly point: FittedPoint;
  /** By fitted figure: what the point shows on average, and the luck drawn for the year seen. */
  readonly shows: readonly number[];
  readonly luck: readonly number[];
  /** On the worlds on which it is looked at. */
  readonly reading: Reading;
}

/**
 * Draws points with their worlds.
 * @param searches the fitted points of the ridge; their worlds are the luck that is drawn from
 * @param firstWorld number of the first of the worlds to choose from; nobody else has them
 * @returns {@link DRAWS} draws in the order of the ridge
 */
export async function drawPoints(
  lab: Laboratory,
  problem: Problem,
  searches: readonly PointSearch[],
  firstWorld: number,
): Promise<readonly Draw[]> {
  const luck = lab.figures.map((_, figure) => luckOf(searches, figure));
  const units = problem.at.map((figure) => Math.max(CLOSE_ENOUGH, luck[figure]!));
  const begun = beginnings(lab, problem, searches);
  const asks = begun.map((way) => ({
    point: compromise(missing(problem, units, way), way.dials, way.point),
    firstWorld: way.firstWorld,
  }));
  const readings = await lab.look(asks, ON_THE_WAY, 'draws');
  const ways = begun.map((way, i) => arrived(problem, way, asks[i]!.point, readings[i]!));
  const ends = ways.map((way, i) => ({
    point: compromise(missing(problem, units, way), way.dials, way.point),
    firstWorld: firstWorld + i * TO_CHOOSE_FROM,
  }));
  const years = await lab.look(ends, TO_CHOOSE_FROM, 'draws');
  // A figure that nothing is fitted to may be off in every world, within its tolerance: that is not luck to be chosen by.
  const nearness = lab.figures.map(({ tolerance }, figure) =>
    problem.at.includes(figure) ? luck[figure]! : Math.max(luck[figure]!, tolerance),
  );
  return ends.map(({ point, firstWorld: first }, i) => {
    const { values, parts } = years[i]!;
    const worlds = Array.from({ length: TO_CHOOSE_FROM }, (_, world) =>
      values.map((value, figure) => value + parts[figure]![world]!),
    );
    const away = worlds.map((shown) =>
      lab.figures.reduce((sum, { observed }, figure) => {
        const by = nearness[figure]! > 0 ? (shown[figure]! - observed) / nearness[figure]! : 0;
        return Number.isNaN(by) ? sum : sum + by * by;
      }, 0),
    );
    const nearest = away.indexOf(Math.min(...away));
    return { place: ways[i]!.place, world: first + nearest, point, shown: worlds[nearest]! };
  });
}

/** Standard deviation of one year of a figure, over all points of the ridge. */
function luckOf(searches: readonly PointSearch[], figure: number): number {
  const own = searches.map(({ best }) => best!.reading.parts[figure]!);
  const squares = own.flat().reduce((sum, part) => sum + part * part, 0);
  const freedom = own.reduce((sum, parts) => sum + parts.length - 1, 0);
  return Math.sqrt(squares / Math.max(1, freedom));
}

/** Draws where they begin: at their point of the ridge, with luck and beliefs of their own. */
function beginnings({ scenario }: Laboratory, problem: Problem, searches: readonly PointSearch[]): Way[] {
  const beliefs = beliefsOf(scenario, problem.fitted[0]?.figure === 'sa_in_time');
  const ways = Array.from({ length: DRAWS }, (_, number): Way => {
    const place = Math.floor((number * searches.length) / DRAWS);
    const { best, slots, slopes, firstWorld } = searches[place]!;
    const { point, reading } = best!;
    const worlds = reading.parts[0]?.length ?? 1;
    const within = Math.floor((((number * searches.length) / DRAWS) % 1) * worlds);
    const dials = [...slots.map(({ unknown }) => unknown), ...slots.map(({ beyond }) => beyond)].flatMap(
      (mover, column): Way['dials'] => {
        if (!mover) return [];
        const own = beliefs[mover.key] ?? null;
        // What is given at a point of the ridge is believed to be that, give or take.
        const belief = own && column >= slots.length ? around(mover.high, own) : own;
        return [{ mover, column, belief, centre: belief ? drawn(belief, mover.key, number) : 0 }];
      },
    );
    return {
      place,
      firstWorld,
      dials,
      slots,
      slopes,
      point,
      shows: problem.at.map((figure) => reading.values[figure]!),
      luck: problem.at.map((figure) => reading.parts[figure]![within]!),
      reading: firstOf(reading, Math.min(worlds, ON_THE_WAY)),
    };
  });
  // Sixteen lucks are not even by themselves; their mean would move all draws to one side.
  const mean = problem.at.map((_, i) => ways.reduce((sum, { luck }) => sum + luck[i]!, 0) / ways.length);
  return ways.map((way) => ({ ...way, luck: way.luck.map((part, i) => part - mean[i]!) }));
}

function around(value: number, { low, high }: Belief): Belief {
  return { low: value - (high - low) / 2, value, high: value + (high - low) / 2 };
}

function drawn(belief: Belief, key: keyof FittedPoint, number: number): number {
  const stride = LATTICE[key];
  if (stride === undefined) return belief.value;
  const place = 0.5 + number * stride;
  return valueAt(belief, place - Math.floor(place));
}

/** A reading of the first of its worlds. */
function firstOf({ values, parts }: Reading, worlds: number): Reading {
  const some = parts.map((own) => own.slice(0, worlds));
  const means = some.map((own) => own.reduce((a, b) => a + b, 0) / worlds);
  return {
    values: values.map((value, i) => value + means[i]!),
    parts: some.map((own, i) => own.map((part) => part - means[i]!)),
    covariance: [],
  };
}

/** A draw after a look: what it shows changes by what its worlds show, and so do the slopes. */
function arrived({ at }: Problem, way: Way, point: FittedPoint, seen: Reading): Way {
  const reading = firstOf(seen, way.reading.parts[0]?.length ?? 1);
  const changes = at.map((figure) => changeBetween(way.reading, reading, figure));
  const slopes = learn(way.slots, way.slopes, way.point, point, changes);
  return { ...way, point, slopes, reading, shows: way.shows.map((value, i) => value + changes[i]!.change) };
}

/** What the year seen misses at a point with the luck drawn, by fitted figure in its unit, and how each dial moves it. */
function missing({ at, figures }: Problem, units: readonly number[], { dials, slopes, shows, luck }: Way): Equation[] {
  return at.map((figure, i) => {
    const off = (shows[i]! + luck[i]! - figures[figure]!.observed) / units[i]!;
    return { off: Number.isNaN(off) ? 0 : off, slopes: dials.map(({ column }) => slopes[i]![column]! / units[i]!) };
  });
}
