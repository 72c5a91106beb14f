import { expect, it } from 'vitest';
import { start } from '../../../src/model/domain/people';
import { AGENCY, ENQUIRY } from '../../../src/model/domain/world';
import { compiled, queueScenario } from '../../fixtures/worlds';
import { emptyFuture, hire, liveDay, refer, tallied } from '../../fixtures/micro';
import { JOB, WORKER, rowOf } from '../../../src/model/domain/rows';

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

it('the strike team takes overdue assessments and nothing else: an enquiry that one leads to goes to the others', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.pathway.section47AfterAssessment.value = 1;
  const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 0 }));
  hire('management', 1);
  const { world, model } = future;
  const a = world.assessments.cells;
  const job = refer(10, 200);
  a[job + JOB.deadline] = future.day - 1;
  const strike = model.workforce.teams.findIndex((team) => team.strike);
  const striker = start(AGENCY, strike, 3, future.day - 2000, -1);
  const colleague = hire('assessment', 2);
  liveDay();
  expect([tallied('ia_completed'), tallied('section47_started')]).toEqual([1, 1]);
  const enquiry = world.slots[colleague * model.workforce.maxSlots]!;
  expect([a[enquiry + JOB.stage], a[enquiry + JOB.worker]]).toEqual([ENQUIRY, colleague]);
  expect(world.workers.cells[rowOf(striker) + WORKER.assessments]).toBe(0);
});
