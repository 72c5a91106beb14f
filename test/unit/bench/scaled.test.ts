import { expect, test } from 'vitest';
import { scaled } from '../../../bench/scaled';
import { birmingham2009, planOf } from '../../fixtures/worlds';

test('a council ten times as large has ten times the people and children, and the same shares and hours', () => {
  const once = birmingham2009();
  const ten = scaled(once, 10);
  expect(ten.demand.referralsPerYear).toMatchObject({ value: 130000, low: 110000, high: 160000 });
  expect(ten.heldWork.lac.stock.value).toBe(20000);
  expect(ten.workforce.teams.map(({ posts }) => posts.value)).toEqual(
    once.workforce.teams.map(({ posts }) => posts.value * 10),
  );
  expect(ten.workforce.agencyMarketPerMonth.value).toBe(120);
  expect(planOf(ten, 'recovery').levers.hiresPerMonth?.value).toBe(100);
  expect(planOf(ten, 'recovery').levers.leavingRate?.value).toBe(15);
  expect(ten.pathway).toEqual(once.pathway);
  expect(ten.heldWork.chairCapacity).toEqual(once.heldWork.chairCapacity);
});

test('once as large is the same', () => {
  expect(scaled(birmingham2009(), 1)).toEqual(birmingham2009());
});
