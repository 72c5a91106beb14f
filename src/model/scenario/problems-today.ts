import type { Problem } from '../failure';
import { nearest, show } from './problems';
import { gatherProblems, numberOf, object, objects, textOf, type Loose } from './problems-loose';

/** What must agree within what is known of today, and between it and the teams. */
export function todayProblems(scenario: Loose): readonly Problem[] {
  return gatherProblems((say) => {
    const today = object(scenario['today']);
    const lines = objects(today['openAssessments']);
    for (const [i, line] of lines) {
      const path = ['today', 'openAssessments', i] as const;
      const [from, to] = [numberOf(line['fromAge']), numberOf(line['toAge'])];
      if (from === undefined || to === undefined) continue;
      if (to < from)
        say(
          [...path, 'toAge'],
          'ages',
          `The oldest (${to}) are younger than the youngest (${from}).`,
          'Make "toAge" at least "fromAge".',
        );
      const [open, waiting] = [numberOf(object(line['open'])['value']), numberOf(object(line['unallocated'])['value'])];
      if (open !== undefined && waiting !== undefined && waiting > open)
        say(
          [...path, 'unallocated', 'value'],
          'more-than-all',
          `${waiting} wait for a worker, but only ${open} are open.`,
          'Make it at most "open".',
        );
      for (const [j, other] of lines) {
        if (j >= i || other['stage'] !== line['stage']) continue;
        const [otherFrom, otherTo] = [numberOf(other['fromAge']), numberOf(other['toAge'])];
        if (otherFrom === undefined || otherTo === undefined || otherFrom > to || from > otherTo) continue;
        say(
          path,
          'overlap',
          `Ages ${from} to ${to} of ${show(line['stage'])} assessments are counted in line ${j} too.`,
          'Let each age stand in one line of its stage.',
        );
      }
    }
    const teams = objects(object(scenario['workforce'])['teams']);
    const names = teams.flatMap(([, team]) => textOf(team['id']) ?? []);
    const seen = new Set<string>();
    for (const [i, line] of objects(today['workers'])) {
      const path = ['today', 'workers', i] as const;
      const name = textOf(line['team']);
      if (name === undefined) continue;
      const team = teams.find(([, { id }]) => id === name)?.[1];
      if (!team) {
        const meant = nearest(name, names);
        say(
          [...path, 'team'],
          'unknown-team',
          `There is no team ${show(name)}.`,
          meant ? `Did you mean ${show(meant)}?` : `The teams are ${names.join(', ')}.`,
        );
        continue;
      }
      if (seen.has(name))
        say([...path, 'team'], 'duplicate', `The team ${show(name)} has two lines.`, 'Put its people into one.');
      seen.add(name);
      const [permanent, posts] = [
        numberOf(object(line['permanent'])['value']),
        numberOf(object(team['posts'])['value']),
      ];
      if (permanent !== undefined && posts !== undefined && permanent > posts)
        say(
          [...path, 'permanent', 'value'],
          'more-than-posts',
          `${permanent} permanent staff stand against ${posts} posts.`,
          'Make it at most the posts, or give the team more posts.',
        );
      for (const part of ['newlyQualified', 'away'] as const) {
        const some = numberOf(object(line[part])['value']);
        if (some !== undefined && permanent !== undefined && some > permanent)
          say(
            [...path, part, 'value'],
            'more-than-all',
            `${some} of ${permanent} permanent staff cannot be.`,
            'Make it at most "permanent".',
          );
      }
    }
  });
}
