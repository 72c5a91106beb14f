/** Who says each figure of a baseline, and where it stands beside other councils. */
import { describe, expect, it } from 'vitest';
import england from '../../../scenarios/england-today.json';
import neighbours from '../../../scenarios/neighbours.json';
import { baselineFigure, baselineGroups, statedResults, withFigure } from '../../../src/app/baseline';
import { readPasted } from '../../../src/app/baseline-typed';
import { withCells } from '../../../src/app/months';
import { besideCouncils } from '../../../src/app/neighbours';
import {
  baselineCsv,
  monthsCsv,
  monthsWords,
  provenance,
  shownGroups,
  standingOf,
  standingWords,
  templateCsv,
} from '../../../src/app/standing';
import { measureById, type Scenario } from '../../../src/model/index';
import { GRADES } from '../../../src/model/scenario/figure';
import { birmingham2009 } from '../../fixtures/worlds';

const scenario = birmingham2009();

describe('figures', () => {
  it('are published, yours or a default, and the three add up', () => {
    const groups = shownGroups(scenario);
    const all = groups.flatMap(({ figures }) => figures);
    const [published, total, defaults] = /^(\d+) of (\d+) figures are published, (\d+) are defaults you should check\.$/
      .exec(standingWords(groups))!
      .slice(1)
      .map(Number) as [number, number, number];
    expect([total, published + defaults]).toEqual([all.length, all.length]);
    expect(published).toBe(all.filter(({ grade }) => ['P', 'O', 'S', 'S-'].includes(grade)).length);
    const mine = withFigure(scenario, 'workforce.vacancyRate', 20);
    expect(standingWords(shownGroups(mine))).toContain('1 is yours');
    expect(standingOf(baselineFigure(mine, 'workforce.vacancyRate')!)).toBe('entered');
  });

  it('say their source and grade in words, whatever the grade', () => {
    for (const grade of GRADES) expect(provenance({ source: 'X', grade })).toMatch(/^X, [a-z ,]+$/);
    expect(provenance({ source: 'ENTERED', grade: 'P' })).toBe('You');
  });

  it('leave as a table, and come back filled in from the template', () => {
    const lines = baselineCsv(scenario).trim().split('\r\n');
    expect(lines).toHaveLength(1 + shownGroups(scenario).flatMap(({ figures }) => figures).length);
    expect(lines.find((line) => line.startsWith('Vacancy'))).toMatch(/,24\.7,% of posts,.*People,published,/);
    const template = templateCsv(scenario).trim().split('\r\n');
    expect(template[0]).toBe('Figure,Value,Unit,From,To,Why we ask');
    expect(template[1]).toMatch(/^Referrals a year,,/);
    // As a spreadsheet hands it back: cells apart by tabs, one of them filled in.
    const cells = (line: string) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((one) => one.replaceAll('"', ''));
    const back = template.map((line, i) => {
      const [name, value, unit] = cells(line);
      return [name, i === 1 ? '14200' : value, unit].join('\t');
    });
    const read = readPasted(back.join('\n'), baselineGroups(scenario));
    expect(read).toEqual({
      values: [{ path: 'demand.referralsPerYear', label: 'Referrals a year', value: 14200 }],
      problems: [],
    });
  });

  it('twelve months leave with their symbols', () => {
    const some = withCells(scenario, [
      { column: 'referrals', at: 0, value: 1083 },
      { column: 'referrals', at: 1, value: 'c' },
    ]);
    const [head, first, second] = monthsCsv(some).split('\r\n');
    expect(head).toMatch(/^Month,Referrals,/);
    expect(first).toMatch(/^Feb 2008,1083,/);
    expect(second).toMatch(/^Mar 2008,c,/);
    expect(monthsCsv(some, true)).not.toContain('1083');
    expect(monthsWords(some)).toMatch(/^1 of \d+ cells are numbers, one symbol kept as it is\.$/);
    expect(monthsWords(scenario)).toBe('Nothing has been given yet.');
  });
});

describe('beside other councils', () => {
  it('every row names measures and figures that there are, levels in order', () => {
    const rows = [...neighbours.spread.rows, ...neighbours.councils.flatMap((council) => council.rows)];
    for (const { measures, figures } of rows) {
      for (const id of measures) expect(measureById(id), id).toBeDefined();
      for (const path of figures) expect(baselineFigure(scenario, path), path).not.toBeNull();
    }
    for (const { p10, p50, p90 } of neighbours.spread.rows) {
      const levels = [...p10, ...p50, ...p90];
      expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    }
    for (const council of neighbours.councils) expect(new Set(council.neighbours).size).toBe(10);
  });

  it('a figure has its place, the spread and its neighbours’ mean, in numbers', () => {
    const beside = besideCouncils(scenario, baselineFigure(scenario, 'workforce.vacancyRate')!)!;
    expect(beside.words).toBe(
      'Higher than half: of about 150 councils in England, 2015 to 2018, 1 in 10 were below 4%, half below 15%, 1 in 10 above 31–33%. Its ten neighbours averaged 15.5% in 2015. Councils counted otherwise before 2013.',
    );
    const later = { ...scenario, start: '2015-04-01' };
    expect(besideCouncils(later, baselineFigure(later, 'workforce.vacancyRate')!)!.words).not.toContain('otherwise');
    const { from, middle, to, own, neighbours: mean } = beside.strip!;
    expect([from, middle, mean, own, to]).toEqual([from, middle, mean, own, to].sort((a, b) => Number(a) - Number(b)));
    expect(to).toBeLessThan(1);
    const high = withFigure(scenario, 'workforce.vacancyRate', 50);
    expect(besideCouncils(high, baselineFigure(high, 'workforce.vacancyRate')!)!.words).toMatch(
      /^Among the highest tenth/,
    );
  });

  it('a result with neighbours alone has no strip; a council without neighbours has the spread alone; the rest nothing', () => {
    const stated = statedResults(scenario);
    const repeat = stated.find(({ label }) => label === 'Repeat referrals')!;
    expect(besideCouncils(scenario, repeat)).toEqual({
      strip: null,
      words: 'Its ten neighbours averaged 21.0% in 2015.',
    });
    const average = england as unknown as Scenario;
    const caseload = statedResults(average).find(({ label }) => label === 'Average caseload')!;
    expect(besideCouncils(average, caseload)!.words).toBe(
      'Lower than half: of about 150 councils in England, 2017 to 2018, 1 in 10 were below 14, half below 17.4, 1 in 10 above 21.',
    );
    expect(besideCouncils(average, caseload)!.strip!.neighbours).toBeNull();
    expect(besideCouncils(scenario, baselineFigure(scenario, 'demand.referralsPerYear')!)).toBeNull();
  });
});
