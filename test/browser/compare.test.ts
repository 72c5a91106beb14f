/** Compare: what each difference does by itself is worked out on request, stops, goes out of date, and stands beside cost. */
import { describe, expect } from 'vitest';
import { test } from '../setup/page';

const PATIENCE = 240_000;

describe('the differences of two plans', () => {
  test(
    'have their effects worked out on request, one at a time and together; an edit puts them out of date',
    { timeout: PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#plans`);
      await page.getByText('Begin with a typical plan').click();
      await page.getByRole('button', { name: 'Retention first' }).click();
      await page.getByRole('link', { name: 'Compare' }).click();
      await page.getByRole('img', { name: /against cost\. As now: / }).waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop here' }).click();
      const table = page.getByRole('table').filter({ hasText: 'Setting' });
      expect(await table.getByRole('columnheader', { name: /Targets met/ }).count()).toBe(0);
      const begin = page.getByRole('button', { name: 'Work out each difference’s effect' });
      await page.getByText(/3 runs of 400 futures/).waitFor();
      await begin.click();
      await page.getByText(/^Run 1 of 3, [1-9]/).waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await begin.click();
      await table.getByRole('columnheader', { name: 'Targets met, of 8' }).waitFor({ timeout: PATIENCE });
      const cell =
        /^(.*\t)([+−]\d\.\d+ ± \d\.\d+|too close to say|the same)\t([+−]\d+ ± \d+|too close to say|the same)$/;
      const leaving = (await table.getByRole('row', { name: /^Leaving rate/ }).innerText()).replaceAll('\n', ' ');
      const together = await table.getByRole('row', { name: /^All of them together/ }).innerText();
      expect(leaving).toMatch(cell);
      // One setting alone: that is all there is together.
      expect(cell.exec(together)!.slice(2)).toEqual(cell.exec(leaving)!.slice(2));
      await page.getByText('Nothing alone: it discounts the settings').first().waitFor();
      await page.getByText(/on the same\s+400 futures, at 28 February 2010/).waitFor();
      await page.getByText(/^(What moves the number of targets met most|No difference by itself moves)/).waitFor();
      // Another setting: what was worked out is not of these plans.
      await page.getByRole('link', { name: 'Plans' }).click();
      const hires = page.getByRole('textbox', { name: 'Experienced hires' });
      await hires.fill('12');
      await hires.press('Tab');
      await page.getByRole('link', { name: 'Compare' }).click();
      await page.getByText('These effects are of other plans, or of these before a change.').waitFor();
      await begin.waitFor();
      expect(await table.getByRole('columnheader', { name: /Targets met/ }).count()).toBe(0);
    },
  );
});

test(
  'three plans on a phone: each is named above and has its chances and its cost within the width of the page',
  { timeout: PATIENCE },
  async ({ page, appUrl }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${appUrl}#compare`);
    const boxes = page.getByRole('group', { name: /^Plans to compare/ }).getByRole('checkbox');
    await boxes.nth(2).waitFor();
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    const chances = page.getByRole('table').filter({ hasText: 'Target and plan' });
    await chances.waitFor({ timeout: PATIENCE });
    await page.getByRole('button', { name: 'Stop here' }).click();
    const names = ['As now', 'Recovery plan', 'Recovery plan, assessing as the notice asks'];
    const said = await page.locator('main').innerText();
    expect(said).toMatch(
      /None of the three plans is likely|targets met: .* in \d+ of 100 futures, .* in \d+ and As now in \d+/,
    );
    const costs = page.getByRole('table').filter({ hasText: /^Staff cost/ });
    for (const [at, name] of names.entries()) {
      expect(await chances.getByRole('rowheader', { name, exact: true }).count()).toBe(9);
      if (at > 0) await costs.getByText(name, { exact: true }).waitFor();
    }
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main td, main th')]
        .filter((cell) => cell.getClientRects().length > 0 && cell.getBoundingClientRect().right > innerWidth + 1)
        .map((cell) => cell.textContent),
    );
    expect(beyond).toEqual([]);
  },
);
