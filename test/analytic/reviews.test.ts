/** Reviews of looked-after children: a child counts once, and only if every review of twelve months was on time (NI 66). */
import { describe, it } from 'vitest';
import { expectTheory } from '../fixtures/estimates';
import { compiled, meanAndError, queueScenario, runFutures } from '../fixtures/worlds';

/** 400 children who stay, each review on time by luck of its own with this chance; hands and chairs to spare. */
function reviewed(onTime: number) {
  const scenario = queueScenario({ servers: 1, gap: 100, service: 1, effort: { logSd: 0 }, start: '2010-04-01' });
  scenario.heldWork.lac.stock.value = 400;
  scenario.heldWork.chairCapacity.value = 3;
  scenario.workforce.teams.find(({ holds }) => holds === 'plans')!.posts.value = 20;
  const point = scenario.fitted.points[0]!;
  point.reviewBooking = onTime;
  point.participation = onTime;
  const model = compiled(scenario, 'as-now', { horizonMonths: 12, warmUpYears: 2, warmStates: 16 });
  model.held.remaining[2]!.fill(100_000);
  const run = runFutures(model, 16, 51);
  const sum = (future: number, column: string): number =>
    Array.from({ length: 12 }, (_, month) => run.at(future, month, column)).reduce((a, b) => a + b);
  const each = (read: (future: number) => number) => meanAndError(Array.from({ length: 16 }, (_, f) => read(f)));
  // Every child has two reviews in twelve months, or three.
  const third = each((f) => sum(f, 'lac_reviews')).mean / 400 - 2;
  return { run, sum, each, third };
}

describe.each([0.97, 0.9, 0.75])('each review on time with chance %d', (p) => {
  const { run, sum, each, third } = reviewed(p);

  it('review by review it is that', () => {
    expectTheory(
      each((f) => sum(f, 'lac_reviews_in_time') / sum(f, 'lac_reviews')),
      p,
      0.005,
    );
  });

  it('child by child it is p², or p³ for the few with a third review in the year; so is taking part', () => {
    const theory = (1 - third) * p ** 2 + third * p ** 3;
    const last = (f: number, part: string, whole: string) => run.at(f, 11, part) / run.at(f, 11, whole);
    expectTheory(
      each((f) => last(f, 'lac_children_in_time', 'lac_children')),
      theory,
      0.008,
    );
    expectTheory(
      each((f) => last(f, 'participation_taking_part', 'participation_children')),
      theory,
      0.008,
    );
  });
});
