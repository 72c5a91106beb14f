import { expect } from 'vitest';
import { test } from '../setup/page';

test('1,000 futures of 24 months take less than a minute', { timeout: 180_000 }, async ({ page, appUrl }) => {
  await page.goto(appUrl);
  await page.getByLabel('Plan', { exact: true }).selectOption('as-now');
  const began = Date.now();
  await page.getByText('1,000 simulated futures').waitFor({ timeout: 170_000 });
  const seconds = (Date.now() - began) / 1000;
  console.log(`1,000 futures in the page: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
});
