/** Every page: reached by keyboard, without barriers that a machine can find, on a laptop and on a phone; and what each is for. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from '../setup/looking';
import { test } from '../setup/page';

const PATIENCE = 120_000;

const headline = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the pages', () => {
  test(
    'are reached by keyboard and have no barrier on a laptop or a phone',
    { timeout: PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#start`);
      await page.getByRole('button', { name: 'Stop here' }).click();
      for (const [key, name] of [
        ['b', 'Baseline'],
        ['t', 'Targets'],
        ['p', 'Plans'],
        ['c', 'Compare'],
        ['s', 'Start'],
      ] as const) {
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        await expect.poll(() => page.locator('nav [aria-current=page]').innerText()).toBe(name);
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('headline');
        await page
          .getByRole('button', { name: /Stop here/ })
          .or(page.getByText(/Stopped|Go on/))
          .first()
          .waitFor();
        for (const [width, height] of [
          [1366, 768],
          [320, 640],
        ] as const) {
          await page.setViewportSize({ width, height });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
          expect(await violations(page), `${name} at ${width}`).toEqual([]);
        }
      }
    },
  );

  test(
    'Baseline takes a figure, keeps what it cannot take, and undoes',
    { timeout: PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#baseline`);
      const referrals = page.getByRole('textbox', { name: 'Referrals a year' });
      await referrals.fill('12..5');
      await referrals.press('Tab');
      expect(await referrals.inputValue()).toBe('12..5');
      await page.getByText('“12..5” is not a number').waitFor();
      await referrals.fill('14,200');
      await referrals.press('Tab');
      await page.getByText('14,200 referrals a year').waitFor();
      await page.getByText(/figures are published, 1 is yours/).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('13,000 referrals a year').waitFor();
      await page.getByRole('textbox', { name: 'Paste from Excel' }).fill('Referrals a year\t12,345\nweather\t3');
      await page.getByRole('textbox', { name: 'Paste from Excel' }).press('Tab');
      await page.getByText('1 figure taken.').waitFor();
      await page.getByText('Row 2: there is no figure called “weather”.').waitFor();
      expect(await referrals.inputValue()).toBe('12345');
      // The workers of a calibration start, say how far they are, and stop.
      await page.getByRole('button', { name: 'Calibrate this council' }).click();
      await page.getByText(/^Trial 1, finding the middle: [1-9]/).waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('button', { name: 'Calibrate this council' }).waitFor();
    },
  );

  test(
    'Plans begins with a typical plan, dates it, and Compare sets it beside as now',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#plans`);
      await page.getByText('Begin with a typical plan').click();
      await page.getByRole('button', { name: 'Retention first' }).click();
      await expect.poll(() => headline(page).innerText()).toBe('Retention first');
      const from = page.getByRole('textbox', { name: 'from', exact: true }).first();
      await from.fill('soon');
      await from.press('Tab');
      await page.getByText('“soon” is not a month').waitFor();
      await from.fill('May 2009');
      await from.press('Tab');
      expect(await from.inputValue()).toBe('May 2009');
      await page.getByRole('textbox', { name: 'Every setting acts' }).fill('4');
      await page.getByRole('textbox', { name: 'Every setting acts' }).press('Tab');
      await page.getByRole('link', { name: 'Compare' }).click();
      await page
        .getByRole('heading', { name: 'Chance of each target, and what the others change' })
        .waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop here' }).click();
      expect(await headline(page).innerText()).toMatch(/Retention first/);
      const settings = page.getByRole('table').filter({ hasText: 'Setting' });
      expect(await settings.getByRole('row', { name: /Leaving rate/ }).innerText()).toContain('from 1 May 2009');
      expect(await settings.getByRole('row', { name: /months late/ }).innerText()).toContain('4');
      expect(await page.getByRole('img', { name: /Retention first: middle/ }).count()).toBeGreaterThan(3);
      expect(await violations(page)).toEqual([]);
    },
  );
});
