/** What a target states of its neighbours and what was published of them are one thing wherever it is shown. */
import { describe, expect, it } from 'vitest';
import table from '../../../scenarios/neighbours.json';
import { besideCouncils } from '../../../src/app/neighbours';
import { statedResults } from '../../../src/app/baseline';
import { publishedWords } from '../../../src/app/notice/checks';
import { SHIPPED } from '../../../src/cli/inputs';
import type { Scenario } from '../../../src/model/index';
import { nearestYear, neighbourReader, neighboursOf, neighbourWords } from '../../../src/model/notice/neighbours';
import { assembleReport } from '../../../src/report/assemble';
import { scorecard } from '../../../src/report/scorecard';
import { scorecardTable } from '../../../src/report/scorecard-table';
import { input as town } from '../report/town';
import { targetOf } from '../results/rows';

const birmingham = SHIPPED['birmingham-2015'] as Scenario;
const source = `${table.source}, worked out`;
const single = targetOf({ measure: 'sa_in_time' });
const stated = { average: 0.83, best: 0.9, year: '2013-14' };

describe('the neighbours of a target', () => {
  it('are those published for the council and the measure, of the year nearest to the start', () => {
    expect(neighboursOf(single, birmingham, table)).toEqual([
      { average: 0.848, best: null, year: '2015', source, note: 'The source has no earlier year.' },
    ]);
    expect(neighboursOf(targetOf(), birmingham, table)).toEqual([]);
    expect(neighboursOf(single, { ...birmingham, council: 'Elsewhere' }, table)).toEqual([]);
    expect(neighboursOf(single, birmingham, undefined)).toEqual([]);
    expect(nearestYear({ 2015: 0.1, 2017: 0.3 }, 2016)).toEqual(['2015', 0.1]);
    expect(nearestYear({}, 2016)).toBeNull();
  });

  it('are first what the target states, which the published figure never overwrites', () => {
    const both = neighboursOf({ ...single, neighbours: stated }, birmingham, table);
    expect(both.map(({ average, year }) => [average, year])).toEqual([
      [0.83, '2013-14'],
      [0.848, '2015'],
    ]);
    expect(neighbourWords(both[0]!, 'share')).toBe(
      'Statistical neighbours averaged 83.0% and 90.0% at best in 2013-14 (stated with the target).',
    );
    expect(neighbourWords({ ...both[0]!, average: null, year: 'not stated' }, 'share')).toBe(
      'Statistical neighbours managed 90.0% at best (stated with the target).',
    );
  });

  it('say when they are of later years, and when councils counted otherwise', () => {
    const early = { council: 'Birmingham City Council', start: '2009-02-10' };
    const [vacancies] = neighboursOf(targetOf({ measure: 'vacancy_rate_dfe' }), early, table);
    expect(neighbourWords(vacancies!, 'share')).toBe(
      `Statistical neighbours averaged 15.5% in 2015 (${source}). The source has no earlier year. ${table.spread.since.words}`,
    );
  });

  it('are the same on Baseline, on Targets and on the scorecard', () => {
    const figure = statedResults(birmingham).find(({ label }) => label.startsWith('Single'))!;
    expect(besideCouncils(birmingham, figure)!.words).toContain('84.8% in 2015');
    expect(publishedWords(single, birmingham, [])).toContain('84.8% in 2015');
    const report = assembleReport(town);
    const [plan] = report.plans;
    const scenario = { ...town.scenario, council: 'Birmingham City Council' };
    const card = scorecard(report, plan!, scenario, plan!.reviews.at(-1)!, neighbourReader(scenario, table));
    const [initial, vacancies] = card.rows;
    expect(initial!.neighbours).toBeNull();
    expect(vacancies!.neighbours).toMatchObject({ average: 0.155, year: '2015', source });
    expect(vacancies!.notes.join(' ')).toContain('Statistical neighbours averaged 15.5% in 2015');
    const { columns, rows } = scorecardTable(card);
    const at = columns.findIndex(({ header }) => header.startsWith('Statistical neighbours'));
    expect(rows.map((row) => row.slice(at, at + 2))[1]).toEqual([{ value: 0.155, unit: 'share' }, `2015, ${source}`]);
    expect(rows[0]![at + 1]).toBe('not known');
  });
});
