import { expect, it } from 'vitest';
import { start } from '../../../src/model/domain/people';
import { AGENCY } from '../../../src/model/domain/world';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay, tallied } from '../../fixtures/micro';
import { WORKER, rowOf } from '../../../src/model/domain/rows';

it('the strike team takes overdue assessments and nothing else: referrals are screened by the others', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.pathway.screeningHours.value = 1;
  scenario.pathway.dutyShare.value = 0.5;
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 }));
  const screener = hire('assessment', 2);
  const strike = future.model.workforce.teams.findIndex((team) => team.strike);
  const striker = start(AGENCY, strike, 3, future.day - 2000, -1);
  // Three hours of screening wait from yesterday.
  const { undecided, n, workers } = future.world;
  undecided[(future.day - 1) % undecided.length] = 3;
  n.undecided = 3;
  liveDay();
  expect(tallied('decisions')).toBe(3);
  expect(workers.cells[rowOf(screener) + WORKER.minutes]).toBe(444 - 180);
  expect(workers.cells[rowOf(striker) + WORKER.minutes]).toBe(444);
});
