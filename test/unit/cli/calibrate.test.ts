import { expect, test } from 'vitest';
import scenario from '../../../scenarios/birmingham-2009.json';
import { runCommand } from '../../../src/cli/commands';
import type { Calibration } from '../../../src/decide/calibration';
import { checkScenario, type Scenario } from '../../../src/model/index';
import { formulaCouncil, plausible } from '../../fixtures/council';
import { standIn, type Ways } from './stand-in';

async function run(line: string, ways: Ways = {}) {
  const io = standIn(ways);
  const code = await runCommand(line.split(' '), io);
  return { code, io, ...io.said };
}

type Report = Calibration & { readonly fitted: Scenario['fitted']; readonly timing: object; readonly seed: number };

test('a table: the answer, the fit of every figure, the values with their errors, what lateness is laid to', async () => {
  const { code, out, err } = await run('calibrate birmingham-2009');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Birmingham 2009.* 128 worlds \(16 at each of 8 points\), seed 1/);
  expect(out).toContain('Every fitted figure is reproduced at every point');
  expect(out).toMatch(
    /Initial assessments in 7 working days +fitted +62\.0% +6\d\.\d% ± \d\.\d +6\d\.\d% ± \d\.\d +2\.0 points +yes/,
  );
  expect(out).toMatch(/Referrals going on to initial assessment +follows +45\.1%/);
  expect(out).toMatch(/Effort scale +8 +[01]\.\d{3} +[01]\.\d{3} +[01]\.\d{3} +0\.\d{3} +0/);
  expect(out).toContain('Futures start from 16 councils');
  expect(out).toMatch(/Reviews in which a child takes part.* +0\.8\d\d +0\.\d{3} +0\.\d{3}/);
  expect(out).toMatch(/Initial assessments in 7 working days +62\.0% +6\d\.\d% +\d\d\.\d% +\d\d\.\d%/);
  expect(out).toMatch(/Core assessments +25\.0% +22% \(9% to 37%\) +78% \(63% to 91%\)/);
  expect(out).toMatch(/Initial assessments in 7 working days +\d\.\d +\d\.\d ± \d\.\d +8\.5 +yes/);
  expect(out).toMatch(/Condition number of the slopes: \d/);
});

test('JSON: the report, and points ready for the scenario file', async () => {
  const { code, out } = await run('calibrate birmingham-2009 --points 3 --worlds 8 --seed 4 --workers 2 --format json');
  expect(code).toBe(0);
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({ seed: 4, converged: true, worlds: { aPoint: 8, all: 24 }, timing: { workers: 2 } });
  expect(report.fitted.points).toHaveLength(3);
  expect(checkScenario({ ...scenario, fitted: report.fitted }).ok).toBe(true);
});

test('--write writes the scenario with the fitted points, --out the report', async () => {
  const { out, io } = await run('calibrate birmingham-2009 --points 2 --write new.json --out report.txt');
  expect(out).toBe('');
  const written: unknown = JSON.parse(io.files.get('new.json')!);
  expect(checkScenario(written).ok).toBe(true);
  expect((written as Scenario).fitted.points).toHaveLength(2);
  expect((written as Scenario).targets).toEqual(scenario.targets);
  expect(io.files.get('report.txt')).toContain('Fitted value');
});

test('--fit-pressure shows each value tried', async () => {
  const { out } = await run('calibrate birmingham-2009 --points 2 --fit-pressure', {
    evaluator: formulaCouncil(plausible, { luck: 0.1 }),
  });
  expect(out).toMatch(/Pressure response +From year to year/);
  for (const kappa of ['0.04', '0.06', '0.08', '0.10']) expect(out).toMatch(new RegExp(`\\n${kappa} +1\\d\\.\\d, `));
});

test('a figure out of reach: the report all the same, said in it, exit 1', async () => {
  const { code, out } = await run('calibrate birmingham-2009 --points 1', {
    evaluator: formulaCouncil((point) => ({ ...plausible(point), review_participation: 0.3 })),
  });
  expect(code).toBe(1);
  expect(out).toContain('NOT every fitted figure could be reproduced');
  expect(out).toContain('Children taking part in their reviews: at every point the search could not reach 66.0%');
});

test('progress is shown on a terminal only, and wiped', async () => {
  const evaluator = formulaCouncil(plausible);
  const telling = {
    ...evaluator,
    baselines: ((request, watch) => {
      watch?.onProgress?.(3, request.councils.length);
      return evaluator.baselines(request, watch);
    }) satisfies typeof evaluator.baselines,
  };
  expect((await run('calibrate birmingham-2009', { evaluator: telling })).err).toBe('');
  const { err } = await run('calibrate birmingham-2009', { evaluator: telling, terminal: true });
  expect(err).toContain('trial 1, the middle point: 3 of 112 worlds');
  expect(err).toContain('the check on other worlds: 3 of 64 worlds');
  expect(err.endsWith('\r\u001B[K')).toBe(true);
});

test('workers that fail are a defect in one sentence; wrong usage exits 3, problems of the input 2', async () => {
  const evaluator = {
    ...formulaCouncil(plausible),
    baselines: () => Promise.reject(new Error('the workers do not start')),
  };
  expect(await run('calibrate birmingham-2009', { evaluator })).toMatchObject({
    code: 70,
    out: '',
    err: 'The run stopped: the workers do not start.\n',
  });
  expect((await run('calibrate')).code).toBe(3);
  expect((await run('calibrate birmingham-2009 --worlds 1')).code).toBe(3);
  expect((await run('calibrate birmingham-2009 --format csv')).code).toBe(3);
  expect((await run('calibrate birmingham-2009 --write /locked/x.json')).code).toBe(3);
  const broken = { 'x.json': JSON.stringify({ ...scenario, plans: [] }) };
  expect((await run('calibrate x.json', { files: broken })).code).toBe(2);
});
