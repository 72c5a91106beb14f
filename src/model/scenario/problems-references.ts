import type { Problem } from '../failure';
import { nearest, show, type Key } from './problems';
import { checkMeasureNames } from './problems-measures';
import { dateOf, gatherProblems, isPlain, numberOf, object, objects, type Loose, type Say } from './problems-loose';

/** What must agree across the parts of a scenario, targets and dates apart: names, references, sums. */
export function referenceProblems(scenario: Loose): readonly Problem[] {
  return gatherProblems((say) => {
    checkSources(scenario, say);
    checkMeasureNames(scenario, say);
    checkTeams(scenario, say);
    checkPlans(scenario, say);
    checkFunnel(scenario, say);
    checkRegimes(scenario, say);
    for (const list of ['targets', 'plans', 'formulas'] as const)
      checkUnique(
        objects(scenario[list]).map(([i, item]) => [[list, i, 'id'], item['id']]),
        say,
      );
    checkUnique(
      objects(object(scenario['history'])['series']).map(([i, item]) => [
        ['history', 'series', i, 'column'],
        item['column'],
      ]),
      say,
    );
    for (const list of ['declared', 'observed'] as const)
      checkUnique(
        objects(scenario[list]).map(([i, item]) => [[list, i, 'measure'], item['measure']]),
        say,
      );
  });
}

function checkSources(scenario: Loose, say: Say): void {
  if (!isPlain(scenario['sources'])) return;
  const known = Object.keys(scenario['sources']);
  const visit = (value: unknown, path: readonly Key[], depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 12) return;
    const entries: readonly (readonly [Key, unknown])[] = Array.isArray(value)
      ? [...(value as unknown[]).entries()]
      : Object.entries(value);
    for (const [key, part] of entries) {
      if (key !== 'source') visit(part, [...path, key], depth + 1);
      else if (typeof part === 'string' && !known.includes(part)) {
        const meant = nearest(part, known);
        say(
          [...path, key],
          'unknown-source',
          `The source ${show(part)} is not in the table "sources".`,
          meant ? `Did you mean ${show(meant)}?` : 'Add it to "sources" with a title.',
        );
      }
    }
  };
  for (const [part, value] of Object.entries(scenario)) if (part !== 'sources') visit(value, [part], 0);
}

function checkUnique(named: readonly (readonly [readonly Key[], unknown])[], say: Say): void {
  const first = new Set<unknown>();
  for (const [path, name] of named) {
    if (typeof name !== 'string') continue;
    if (first.has(name))
      say(
        path,
        'duplicate',
        `${show(name)} is used twice in the list ${show(String(path[0] === 'workforce' ? 'teams' : path[0]))}.`,
        'Give each its own, or remove one.',
      );
    first.add(name);
  }
}

function checkTeams(scenario: Loose, say: Say): void {
  const workforce = object(scenario['workforce']);
  const teams = objects(workforce['teams']);
  checkUnique(
    teams.map(([i, team]) => [['workforce', 'teams', i, 'id'], team['id']]),
    say,
  );
  if (!Array.isArray(workforce['teams'])) return;
  for (const [holds, stage, what, least] of [
    ['assessments', 'initial', 'makes initial assessments', 1],
    ['assessments', 'core', 'makes core assessments', 1],
    ['plans', null, 'holds plans', 1],
    ['sign-off', null, 'signs off assessments', 1],
    ['reviews', null, 'chairs reviews', 0],
    ['overdue-assessments', null, 'takes overdue assessments', 0],
  ] as const) {
    const count = teams.filter(
      ([, team]) => team['holds'] === holds && (stage === null || stagesOf(team).includes(stage)),
    ).length;
    if (count === 1 || count === least) continue;
    say(
      ['workforce', 'teams'],
      'teams',
      `${count === 0 ? 'No team' : `${count} teams`} ${count === 0 ? what : what.replace('s ', ' ')}; there must be ${least === 0 ? 'at most' : 'exactly'} one.`,
      `Let ${least === 0 ? 'at most' : 'exactly'} one team have "holds": "${holds}"${stage === null ? '' : ` with "${stage}" among its stages`}.`,
    );
  }
  for (const [i, team] of teams) {
    const holder = ['assessments', 'plans', 'overdue-assessments'].includes(String(team['holds']));
    const path = ['workforce', 'teams', i] as const;
    if (holder && numberOf(object(team['ceiling'])['value']) === 0)
      say(
        [...path, 'ceiling', 'value'],
        'no-room',
        'A team that holds cases has a caseload ceiling of 0, so nobody could take one.',
        'Give it the number of cases a full worker holds at most.',
      );
    if (
      !['none', 'overdue-assessments'].includes(String(team['holds'])) &&
      numberOf(object(team['posts'])['value']) === 0
    )
      say(
        [...path, 'posts', 'value'],
        'no-posts',
        `The team ${show(team['id'])} has no posts, but there is work only it can do.`,
        'Give it posts.',
      );
  }
}

function stagesOf(team: Loose): readonly unknown[] {
  const stages = team['stages'];
  return Array.isArray(stages) ? stages : ['initial', 'core'];
}

function checkPlans(scenario: Loose, say: Say): void {
  if (!Array.isArray(scenario['plans'])) return;
  const plans = objects(scenario['plans']);
  const asNow = plans.find(([, plan]) => plan['id'] === 'as-now');
  if (!asNow) {
    say(
      ['plans'],
      'no-as-now',
      'There is no plan "as-now" to compare the others with.',
      'Add a plan with the id "as-now" and no levers.',
    );
    return;
  }
  for (const lever of Object.keys(object(asNow[1]['levers']))) {
    say(
      ['plans', asNow[0], 'levers', lever],
      'as-now-lever',
      `The plan "as-now" changes something (${show(lever)}).`,
      'Move the lever to a plan of its own: "as-now" means that nothing is changed.',
    );
  }
}

function checkFunnel(scenario: Loose, say: Say): void {
  const pathway = object(scenario['pathway']);
  const ends = ['coreToCin', 'coreToCp', 'coreToLac'].map((key) => numberOf(object(pathway[key])['value']) ?? 0);
  const total = ends.reduce((sum, share) => sum + share, 0);
  if (total > 1 + 1e-9)
    say(
      ['pathway', 'coreToCin'],
      'funnel',
      `Core assessments end in a plan or in care in ${(total * 100).toFixed(0)}% of cases, which is more than all.`,
      'Make "coreToCin", "coreToCp" and "coreToLac" add up to at most 1.',
    );
  const lag = object(object(object(scenario['demand'])['returns'])['lagShape'])['values'];
  if (Array.isArray(lag) && (lag.some((x: unknown, j) => Number(x) < Number(lag[j - 1] ?? 0)) || Number(lag[3]) !== 1))
    say(
      ['demand', 'returns', 'lagShape', 'values'],
      'shape',
      'The shares of those who have come back must never fall, and the last must be 1.',
      'Write the shares back within 3, 6, 12 and 24 months, for example 0.3, 0.5, 0.8, 1.',
    );
  for (const part of ['cin', 'cp', 'lac']) {
    const shape = object(object(object(scenario['heldWork'])[part])['durationShape'])['values'];
    if (!Array.isArray(shape)) continue;
    const rises = shape.every(
      (share: unknown, i) =>
        typeof share !== 'number' || (share >= 0 && share <= 1 && share >= Number(shape[i - 1] ?? 0)),
    );
    if (!rises)
      say(
        ['heldWork', part, 'durationShape', 'values'],
        'shape',
        'The shares of plans ended must lie between 0 and 1 and never fall.',
        'Write the shares ended within 3, 6, 12 and 24 months, for example 0.4, 0.6, 0.8, 0.9.',
      );
  }
}

function checkRegimes(scenario: Loose, say: Say): void {
  const regimes = objects(object(scenario['pathway'])['regimes']);
  const start = dateOf(scenario['start']);
  regimes.forEach(([index, regime], i) => {
    const from = dateOf(regime['from']);
    const before = i === 0 ? undefined : dateOf(regimes[i - 1]?.[1]['from']);
    const path = ['pathway', 'regimes', index, 'from'] as const;
    if (from !== undefined && before !== undefined && from <= before)
      say(
        path,
        'order',
        `The rules from ${from} stand after those from ${before}.`,
        'Put the rule regimes in the order of their dates, each date once.',
      );
    const has = (key: string): boolean => numberOf(regime[key]) !== undefined;
    const twoStages = has('initialDays') && has('coreDays') && !has('singleDays');
    const single = has('singleDays') && !has('initialDays') && !has('coreDays');
    if (!twoStages && !single)
      say(
        ['pathway', 'regimes', index],
        'regime',
        'A rule regime has either an initial and a core assessment, or one single assessment.',
        'Give "initialDays" and "coreDays", or "singleDays" alone.',
      );
    if (i === 0 && from !== undefined && start !== undefined && from > start)
      say(
        path,
        'no-regime',
        `No rules are given for the start, ${start}: the first begin on ${from}.`,
        'Let the first regime begin on or before the start.',
      );
  });
}
