import { area, line } from 'd3-shape';
import { monthNumber, type IsoMonth, type MeasureSummary, type Series, type TargetSummary } from '../../model/index';
import { linear, monthTicks, tickValues, valueDomain } from './scale';

export interface FanInput {
  readonly months: readonly IsoMonth[];
  readonly measure: MeasureSummary;
  /** The target whose diamond is drawn; none for a plain measure. */
  readonly target: TargetSummary | null;
  /** Where the measure stood before the simulation, in the order in which it is drawn. */
  readonly history?: readonly { readonly value: number; readonly when: string; readonly assumed: boolean }[];
  /** What was reported for months of the run. */
  readonly later?: readonly { readonly month: IsoMonth; readonly value: number }[];
  /** What the months must average, by month of the run; null where nothing is asked of it. */
  readonly required?: Series;
  /** Futures one by one. */
  readonly samples?: readonly Series[];
  /** Whether the target is counted otherwise than the months are drawn, so that its own range is drawn beside them. */
  readonly ownBasis: boolean;
  readonly zoomed: boolean;
  readonly width: number;
  readonly height: number;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
}

export interface Fan {
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly xTicks: readonly { readonly x: number; readonly month: IsoMonth }[];
  /** Paths of the outer (8 in 10) and inner (5 in 10) band and of the middle line. */
  readonly outer: string;
  readonly inner: string;
  readonly middle: string;
  /** Where simulation begins. */
  readonly rule: number;
  readonly history: readonly (Mark & { readonly value: number; readonly when: string; readonly assumed: boolean })[];
  /** What was reported, and on which side its label stands. */
  readonly later: readonly (Mark & { readonly value: number; readonly anchor: 'start' | 'end' })[];
  /** Path of what the months must average, and its last value; null where nothing is asked. */
  readonly required: { readonly path: string; readonly end: Mark & { readonly value: number } } | null;
  /** Paths of futures one by one. */
  readonly samples: readonly string[];
  /** The diamond, and where its two lines of label begin: beside its date, outside the bands. */
  readonly target: (Mark & { readonly label: Mark; readonly anchor: 'start' | 'end' }) | null;
  /** The range of the target's own basis at its date. */
  readonly interval: {
    readonly x: number;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
  } | null;
  /** Labels at the right end, moved apart where they would touch. */
  readonly ends: readonly { readonly y: number; readonly value: number; readonly kind: 'high' | 'middle' | 'low' }[];
  /** Where each month stands. */
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  readonly domain: readonly [number, number];
  readonly narrow: boolean;
}

const LEFT = 44;
const RIGHT = 116;
/** Below this width the labels at the right end are numbers alone. */
const NARROW = 480;
const RIGHT_NARROW = 46;
const TOP = 26;
const BOTTOM = 28;
/** Room before the first simulated month, without a figure of the past and for each, in px; figures are not to scale of time. */
const BEFORE = 16;
const EACH = 52;
/** From the first month to the rule before it, at most, in px. */
const RULE_OFF = 12;
const LABEL_GAP = 17;
/** Height of the two lines at the target, and how far the range of its own basis stands off. */
const TARGET_LABEL = 34;
const INTERVAL_OFF = 11;

/** Everything the fan chart draws, in px of a box `width` × `height`. */
export function fanGeometry(input: FanInput): Fan {
  const { months, measure, target, ownBasis, zoomed, width, height } = input;
  const { history = [], later = [], required = [], samples = [] } = input;
  const narrow = width < NARROW;
  const plot = { left: LEFT, right: width - (narrow ? RIGHT_NARROW : RIGHT), top: TOP, bottom: height - BOTTOM };
  const range = ownBasis && target ? [target.p10, target.p50, target.p90] : [];
  const marks = [...history, ...later].map(({ value }) => value);
  const lines = [...required, ...samples.flat(), ...marks];
  const values = [...measure.p10, ...measure.p90, target?.threshold, ...range, ...lines].filter(
    (v) => v !== null && v !== undefined,
  );
  const domain = valueDomain(values, measure.unit, measure.polarity === 'high', zoomed);
  const first = plot.left + BEFORE + EACH * history.length;
  const x = linear([0, Math.max(1, months.length - 1)], [first, plot.right]);
  const y = linear(domain, [plot.bottom, plot.top]);
  const dueIndex = target?.due && months[0] ? monthNumber(target.due) - monthNumber(months[0]) : -1;
  const due = target && dueIndex >= 0 && dueIndex < months.length ? x(dueIndex) : null;

  return {
    plot,
    domain,
    narrow,
    x,
    y,
    yTicks: tickValues(domain, height < 220 ? 3 : 4).map((value) => ({ y: y(value), value })),
    xTicks: monthTicks(months.length, plot.right - plot.left).map((i) => ({ x: x(i), month: months[i] ?? '' })),
    outer: band(measure.p10, measure.p90, x, y),
    inner: band(measure.p25, measure.p75, x, y),
    middle: curve(measure.p50, x, y),
    rule: Math.max(x(-0.5), first - RULE_OFF),
    history: history.map((one, i) => ({ ...one, x: plot.left + 4 + EACH * (i + 0.5), y: y(one.value) })),
    later: later.flatMap(({ month, value }) => {
      const at = months.indexOf(month);
      const anchor = at > months.length * 0.6 ? ('start' as const) : ('end' as const);
      return at < 0 ? [] : [{ x: x(at), y: y(value), value, anchor }];
    }),
    required: requiredLine(required, x, y),
    samples: samples.map((series) => curve(series, x, y)),
    target:
      target && due !== null ? { x: due, y: y(target.threshold), ...targetLabel(input, dueIndex, x, y, plot) } : null,
    interval:
      ownBasis && target && due !== null && target.p10 !== null && target.p50 !== null && target.p90 !== null
        ? { x: due - INTERVAL_OFF, low: y(target.p10), middle: y(target.p50), high: y(target.p90) }
        : null,
    ends: endLabels(measure, y, plot.top, plot.bottom),
  };
}

/** Room for a label beside the date: below the bands if there is, else above them, on the side where the chart is longer. */
function targetLabel(
  { measure, target, months }: FanInput,
  due: number,
  x: (m: number) => number,
  y: (v: number) => number,
  plot: Fan['plot'],
): { label: Mark; anchor: 'start' | 'end' } {
  const anchor = due > months.length * 0.6 ? 'end' : 'start';
  const near = (series: Series) => {
    const part = anchor === 'start' ? series.slice(due, due + 9) : series.slice(Math.max(0, due - 8), due + 1);
    return part.filter((value) => value !== null);
  };
  const own = [target?.threshold, target?.p10, target?.p90].filter((value) => value !== null && value !== undefined);
  const bottom = y(Math.min(...own, ...near(measure.p10))) + 12;
  const top = y(Math.max(...own, ...near(measure.p90))) - 12;
  const below = plot.bottom - bottom >= TARGET_LABEL || top - plot.top < TARGET_LABEL;
  const line = below ? Math.min(bottom + 10, plot.bottom - TARGET_LABEL + 12) : top - TARGET_LABEL + 16;
  return { anchor, label: { x: x(due) + (anchor === 'start' ? 7 : -7), y: line } };
}

type Point = readonly [month: number, low: number, high: number];

/** The months of a series that have a value, as runs without gaps: a month without one breaks the band. */
function band(low: Series, high: Series, x: (m: number) => number, y: (v: number) => number): string {
  const points: (Point | null)[] = low.map((value, i) => {
    const other = high[i];
    return value === null || other === null || other === undefined ? null : [i, value, other];
  });
  const draw = area<Point | null>()
    .defined((p) => p !== null)
    .x((p) => x(p?.[0] ?? 0))
    .y0((p) => y(p?.[1] ?? 0))
    .y1((p) => y(p?.[2] ?? 0))
    .digits(1);
  return draw(points) ?? '';
}

function curve(series: Series, x: (m: number) => number, y: (v: number) => number): string {
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, i) => x(i))
    .y((value) => y(value ?? 0))
    .digits(1);
  return draw(series) ?? '';
}

function requiredLine(required: Series, x: (m: number) => number, y: (v: number) => number): Fan['required'] {
  const last = required.findLastIndex((value) => value !== null);
  const value = required[last];
  return value == null ? null : { path: curve(required, x, y), end: { x: x(last), y: y(value), value } };
}

function endLabels(measure: MeasureSummary, y: (v: number) => number, top: number, bottom: number): Fan['ends'] {
  const last = measure.p50.findLastIndex((value) => value !== null);
  const at = (series: Series) => series[last] ?? null;
  const [high, middle, low] = [at(measure.p90), at(measure.p50), at(measure.p10)];
  if (high === null || middle === null || low === null) return [];
  const yMiddle = Math.min(bottom, Math.max(top, y(middle)));
  return [
    { kind: 'high', value: high, y: Math.min(y(high), yMiddle - LABEL_GAP) },
    { kind: 'middle', value: middle, y: yMiddle },
    { kind: 'low', value: low, y: Math.max(y(low), yMiddle + LABEL_GAP) },
  ];
}
