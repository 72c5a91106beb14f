import { expect, it } from 'vitest';
import { reviewAgency } from '../../../src/model/domain/agency';
import { birmingham2009, compiled } from '../../fixtures/worlds';
import { emptyFuture } from '../../fixtures/micro';

it.each([
  [0.5, 6],
  [1.2, 14],
  [12, 144],
])(
  'a market that yields %d agency workers a month yields %d in a year, however little comes in a week',
  (aMonth, aYear) => {
    const scenario = birmingham2009();
    scenario.workforce.agencyMarketPerMonth.value = aMonth;
    const future = emptyFuture(compiled(scenario, 'as-now', { horizonMonths: 14, warmUpYears: 1 }));
    const { agencyOrders } = future.world;
    // Nobody is in post, so the market alone limits what is ordered; a year is 252 working days of 21 to the month.
    for (let day = 0; day < 252; day++) {
      future.day++;
      if (day % 5 === 0) {
        future.now.agencyCover = 1;
        reviewAgency();
      }
    }
    const ordered = agencyOrders.reduce((sum, orders) => sum + orders, 0);
    expect(Math.abs(ordered - aYear)).toBeLessThanOrEqual(1);
  },
);
