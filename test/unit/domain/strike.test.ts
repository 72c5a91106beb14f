import { expect, it } from 'vitest';
import { addressOf } from '../../../src/model/simulator/memory';
import { compiled, queueScenario } from '../../fixtures/worlds';
import {
  AGENCY,
  assessmentAt,
  ENQUIRY,
  future,
  inside,
  ints,
  onDesk,
  tallied,
  workerAt,
  world,
} from '../../fixtures/inside';
import { emptyFuture, hire, liveDay, refer } from '../../fixtures/micro';

it('the strike team takes overdue assessments and nothing else: referrals are screened by the others', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.pathway.screeningHours.value = 1;
  scenario.pathway.dutyShare.value = 0.5;
  const model = compiled(scenario, 'as-now', { horizonMonths: 2, warmUpYears: 0 });
  emptyFuture(model);
  const screener = hire('assessment', 2);
  const strike = model.workforce.teams.findIndex((team) => team.strike);
  const striker = inside().start(AGENCY, strike, 3, future.day - 2000, -1);
  // Three hours of screening wait from yesterday.
  const ring = addressOf('DECISION_RING');
  ints('UNDECIDED', ring)[(future.day - 1) % ring] = 3;
  world.undecided = 3;
  liveDay();
  expect(tallied('decisions')).toBe(3);
  expect(workerAt(screener).minutes).toBe(444 - 180);
  expect(workerAt(striker).minutes).toBe(444);
});

it('the strike team takes overdue assessments and nothing else: an enquiry that one leads to goes to the others', () => {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 5, effort: { logSd: 0 } });
  scenario.pathway.section47AfterAssessment.value = 1;
  const model = compiled(scenario, 'as-now', { horizonMonths: 3, warmUpYears: 0 });
  emptyFuture(model);
  hire('management', 1);
  const job = refer(10, 200);
  assessmentAt(job).deadline = future.day - 1;
  const strike = model.workforce.teams.findIndex((team) => team.strike);
  const striker = inside().start(AGENCY, strike, 3, future.day - 2000, -1);
  const colleague = hire('assessment', 2);
  liveDay();
  expect([tallied('ia_completed'), tallied('section47_started')]).toEqual([1, 1]);
  const enquiry = assessmentAt(onDesk(colleague)[0]!);
  expect([enquiry.stage, enquiry.worker]).toEqual([ENQUIRY, colleague]);
  expect(workerAt(striker).assessments).toBe(0);
});
