import { expect, test } from 'vitest';
import { scenarioNotes } from '../../../src/model/scenario/notes';
import { checkScenario } from '../../../src/model/scenario/parse';
import { birmingham, birminghamText, edited, GONE, type Edits } from './shipped';

const list = (change: (old: unknown[]) => unknown[]) => (old: unknown) => change(old as unknown[]);
const nothing = { value: 0, source: 'MODEL', grade: 'A' };
const lever = { value: 50, from: '2009-03-01' };
const oldRules = { from: '2008-01-01', initialDays: 10, coreDays: 35, source: 'N09' };
const dueNever = Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((i) => [`targets[${i}].due`, null]));

/** Each rule across fields: what breaks it, and the one problem that must follow. */
const rules: readonly (readonly [string, Edits, string, string])[] = [
  ['due before the start', { 'targets[2].due': '2009-01-31' }, 'targets[2].due', 'before-start'],
  ['due beyond the horizon', { 'targets[2].due': '2011-02-28' }, 'targets[2].due', 'beyond-horizon'],
  ['a horizon too short for a review', { horizonMonths: 12, ...dueNever }, 'reviews[1].date', 'beyond-horizon'],
  ['a period that ends before it begins', { 'targets[0].basis.from': '2010-03' }, 'targets[0].basis.from', 'period'],
  ['a period that ends after the due date', { 'targets[0].basis.to': '2010-04' }, 'targets[0].basis.to', 'period'],
  ['a snapshot of events', { 'targets[0].basis': { kind: 'snapshot' } }, 'targets[0].basis.kind', 'basis-unfit'],
  ['a sum of snapshots', { 'targets[6].basis.kind': 'year-to-date' }, 'targets[6].basis.kind', 'basis-unfit'],
  ['a declared path as a snapshot', { 'targets[5].basis.kind': 'snapshot' }, 'targets[5].basis.kind', 'basis-unfit'],
  ['a threshold in per cent', { 'targets[0].threshold': 69 }, 'targets[0].threshold', 'scale'],
  ['a negative threshold', { 'targets[0].threshold': -0.69 }, 'targets[0].threshold', 'out-of-range'],
  ['a baseline in per cent', { 'targets[0].baseline.value': 62 }, 'targets[0].baseline.value', 'scale'],
  ['a trajectory in per cent', { 'targets[6].trajectory.threshold': 10.8 }, 'targets[6].trajectory.threshold', 'scale'],
  ['an observed value in per cent', { 'observed[0].value': 62 }, 'observed[0].value', 'scale'],
  ['reviews out of order', { reviews: list((old) => old.reverse()) }, 'reviews[1].date', 'order'],
  ['a target twice', { 'targets[1].id': 'ni59' }, 'targets[1].id', 'duplicate'],
  ['a plan twice', { plans: list(([first, second]) => [first, second, second]) }, 'plans[2].id', 'duplicate'],
  ['a team twice', { 'workforce.teams[3].id': 'management' }, 'workforce.teams[3].id', 'duplicate'],
  ['a figure observed twice', { 'observed[1].measure': 'ia_in_time' }, 'observed[1].measure', 'duplicate'],
  ['an unknown measure', { 'targets[0].measure': 'happiness' }, 'targets[0].measure', 'unknown-measure'],
  ['an unknown observed one', { 'observed[0].measure': 'happiness' }, 'observed[0].measure', 'unknown-measure'],
  [
    'an unknown later figure',
    { outcomes: [{ measure: 'happiness', month: '2009-09', value: 0.1, source: 'N09', grade: 'P' }] },
    'outcomes[0].measure',
    'unknown-measure',
  ],
  ['a target on what is not declared', { 'declared[0]': GONE }, 'targets[5].measure', 'nothing-declared'],
  ['a source that is not in the table', { 'sources.WC09': GONE }, 'workforce.sicknessDays.source', 'unknown-source'],
  ['a range above its value', { 'demand.referralsPerYear.low': 14000 }, 'demand.referralsPerYear', 'invalid'],
  ['month shares that do not add up', { 'demand.months.values[0]': 0.2 }, 'demand.months.values', 'invalid'],
  ['six days in a week', { 'demand.weekdays.values[5]': 0 }, 'demand.weekdays.values', 'length'],
  ['no plan as-now', { 'plans[0]': GONE }, 'plans', 'no-as-now'],
  ['as-now with a lever', { 'plans[0].levers.agencyCover': lever }, 'plans[0].levers.agencyCover', 'as-now-lever'],
  ['two teams that sign off', { 'workforce.teams[3].holds': 'sign-off' }, 'workforce.teams', 'teams'],
  ['nobody to sign off', { 'workforce.teams[2]': GONE }, 'workforce.teams', 'teams'],
  ['no room to hold', { 'workforce.teams[0].ceiling': nothing }, 'workforce.teams[0].ceiling.value', 'no-room'],
  ['a team without posts', { 'workforce.teams[2].posts': nothing }, 'workforce.teams[2].posts.value', 'no-posts'],
  [
    'more outcomes than assessments',
    { 'pathway.coreToCin': { ...nothing, value: 0.9 } },
    'pathway.coreToCin',
    'funnel',
  ],
  ['plans that come back', { 'heldWork.cp.durationShape.values[1]': 0.1 }, 'heldWork.cp.durationShape.values', 'shape'],
  ['no rules at the start', { 'pathway.regimes[0].from': '2010-04-01' }, 'pathway.regimes[0].from', 'no-regime'],
  ['rules out of order', { 'pathway.regimes[1]': oldRules }, 'pathway.regimes[1].from', 'order'],
];

function problemsOf(edits: Edits) {
  const outcome = checkScenario(edited(edits));
  return outcome.ok ? [] : outcome.problems;
}

test.each(rules)('%s', (_, edits, path, code) => {
  expect(problemsOf(edits).map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
});

test('every problem has a sentence and a hint', () => {
  for (const { message, hint } of rules.flatMap(([, edits]) => problemsOf(edits))) {
    expect(message).toMatch(/^[A-Z0-9"].*[.]$/s);
    expect(hint).toMatch(/^[A-Z"].*[.?]$/s);
  }
});

function notesOf(edits: Edits) {
  const outcome = checkScenario(edited(edits));
  return outcome.ok ? scenarioNotes(outcome.value).map(({ path, code }) => `${path} ${code}`) : null;
}

test('two targets on one measure with different bases are a note, not a problem', () => {
  const again = list((old) => [...old, { ...(old[0] as object), id: 'ni59-month', basis: { kind: 'in-month' } }]);
  expect(notesOf({ targets: again })).toEqual(['targets[8].basis two-bases']);
});

test('notes: a window before the start, a wrong way round, a lever too late, too many hires, a source nobody names', () => {
  const notes = notesOf({
    'targets[0].basis': { kind: 'rolling-12' },
    'targets[1].basis.from': '2008-04',
    'targets[3].basis': { kind: 'year-to-date' },
    'targets[3].due': '2009-03-31',
    'targets[6].direction': 'at-least',
    'targets[7].due': '2010-06-30',
    'plans[1].levers.agencyCover.from': '2015-01-01',
    'plans[1].levers.hiresPerMonth.value': 30,
    'sources.X': { title: 'x' },
  });
  expect(notes).toEqual([
    'targets[1].basis before-start',
    'targets[3].basis before-start',
    'targets[6].direction direction',
    'targets[7].due no-review',
    'plans[1].levers.agencyCover.from too-late',
    'plans[1].levers many-hires',
    'sources.X unused-source',
  ]);
});

test('the shipped scenario has no problems and every source it names is in its table, and the other way round', () => {
  const scenario = birmingham();
  const named = new Set([...birminghamText.matchAll(/"source":"([^"]*)"/g)].map(([, key]) => key));
  expect([...named].sort()).toEqual(Object.keys(scenario.sources).sort());
});
