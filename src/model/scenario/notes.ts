import type { Problem } from '../failure';
import { measureById } from '../measures/all';
import { isoMonth, monthNumber } from '../units';
import { leversAsNow } from './compile-levers';
import { gatherProblems, type Say } from './problems-loose';
import type { Plan, Scenario, Target } from './schema';

/** Per cent of those in post that no large council is known to have hired in a year. */
const HIRES_WITHOUT_PRECEDENT = 30;

/**
 * What is not wrong with a scenario but worth a second look: said beside the results and by `validate`, never a reason to
 * refuse. In the form of problems, so that they have a path, a code and a hint.
 */
export function scenarioNotes(scenario: Scenario): readonly Problem[] {
  return gatherProblems((say) => {
    noteSameMeasure(scenario, say);
    scenario.targets.forEach((target, index) => {
      noteLookBack(scenario, target, index, say);
      noteDirection(target, index, say);
    });
    noteNothingDue(scenario, say);
    scenario.plans.forEach((plan, index) => {
      notePlan(scenario, plan, index, say);
    });
    noteUnusedSources(scenario, say);
    noteFit(scenario, say);
  });
}

function noteSameMeasure({ targets }: Scenario, say: Say): void {
  targets.forEach((target, index) => {
    const other = targets
      .slice(0, index)
      .find(({ measure, basis }) => measure === target.measure && basis.kind !== target.basis.kind);
    if (other)
      say(
        ['targets', index, 'basis'],
        'two-bases',
        `"${other.id}" and "${target.id}" read the same measure on different bases.`,
        'That is allowed, and common in notices; the two can have very different chances.',
      );
  });
}

/** A basis that reaches back before the start has no value until its window lies within the run. */
function noteLookBack({ start }: Scenario, { basis, due }: Target, index: number, say: Say): void {
  const first = monthNumber(start);
  const dueMonth = due === null ? Infinity : monthNumber(due);
  const april = dueMonth - (((dueMonth % 12) + 12 - 3) % 12);
  const from =
    basis.kind === 'cumulative'
      ? monthNumber(basis.from)
      : basis.kind === 'rolling-12'
        ? dueMonth - 11
        : basis.kind === 'year-to-date'
          ? april
          : Infinity;
  if (from >= first) return;
  say(
    ['targets', index, 'basis'],
    'before-start',
    `The basis counts from ${isoMonth(from)}, but nothing is simulated before ${start}.`,
    'The target has no value unless its whole period lies within the run.',
  );
}

function noteDirection({ measure, direction }: Target, index: number, say: Say): void {
  const polarity = measureById(measure)?.polarity;
  if ((polarity === 'high' && direction === 'at-most') || (polarity === 'low' && direction === 'at-least')) {
    say(
      ['targets', index, 'direction'],
      'direction',
      `The target asks for "${direction}", but for "${measure}" ${polarity} is good.`,
      'Check that the direction is meant.',
    );
  }
}

function noteNothingDue({ targets, reviews }: Scenario, say: Say): void {
  const last = reviews.at(-1)?.date;
  targets.forEach(({ due, id }, index) => {
    if (due !== null && last !== undefined && due > last)
      say(
        ['targets', index, 'due'],
        'no-review',
        `"${id}" falls due on ${due}, after the last review on ${last}.`,
        'Add a review on or after that date if it is to count towards "all targets".',
      );
  });
}

function notePlan(scenario: Scenario, plan: Plan, index: number, say: Say): void {
  const end = isoMonth(monthNumber(scenario.start) + scenario.horizonMonths - 1);
  for (const [name, lever] of Object.entries(plan.levers)) {
    const path = ['plans', index, 'levers', name, 'from'] as const;
    if (lever && lever.from.slice(0, 7) > end)
      say(
        path,
        'too-late',
        `The lever begins on ${lever.from}, after the run has ended with ${end}.`,
        'It changes nothing within the horizon.',
      );
  }
  const posts = scenario.workforce.teams.reduce((sum, team) => sum + team.posts.value, 0);
  const inPost = posts * (1 - scenario.workforce.vacancyRate.value);
  const asNow = leversAsNow(scenario);
  const yearly = (id: 'hiresPerMonth' | 'newlyQualifiedCohort'): number => plan.levers[id]?.value ?? asNow[id];
  const hires = yearly('hiresPerMonth') * 12 + yearly('newlyQualifiedCohort');
  const percent = inPost > 0 ? Math.round((hires / inPost) * 100) : 0;
  if (percent > HIRES_WITHOUT_PRECEDENT) {
    say(
      ['plans', index, 'levers'],
      'many-hires',
      `The plan hires ${percent}% of those in post in a year.`,
      'Above about 30% there is no precedent among large councils.',
    );
  }
}

function noteFit({ fitted: { since = [] } }: Scenario, say: Say): void {
  if (since.length > 0)
    say(
      ['fitted', 'since'],
      'changed-since-fit',
      `The points were fitted with other figures: ${since.map(({ path, was }) => `${path} was ${String(was)}`).join(', ')}.`,
      'Calibrate the scenario anew, or take the changes back.',
    );
}

function noteUnusedSources(scenario: Scenario, say: Say): void {
  const used = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'source') used.add(part);
      else visit(part);
    }
  };
  visit(scenario);
  for (const key of Object.keys(scenario.sources))
    if (!used.has(key))
      say(
        ['sources', key],
        'unused-source',
        `No figure names the source "${key}".`,
        'Remove it, or name it where it is used.',
      );
}
