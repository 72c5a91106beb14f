/** The baseline's twelve months: typed and pasted like a spreadsheet, taken over, kept, and taken out. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../setup/page';

const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Pastes into whatever has the focus, as a spreadsheet would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

describe('the baseline and its twelve months', () => {
  test(
    'fill by paste, move by Tab and Enter, keep bad text and symbols, go back by Escape',
    { timeout: 90_000 },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#baseline`);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await page.getByText('The grid of months').click();
      const first = cell(page, 'Feb 2008, Referrals');
      await first.focus();
      await page.keyboard.type('1083');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Mar 2008, Referrals');
      await page.keyboard.type('c');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Mar 2008, Repeat referrals',
      );
      expect(await cell(page, 'Mar 2008, Referrals').inputValue()).toBe('c');
      await page
        .getByText(/^1 of \d+ cells|1 of \d+ cells are numbers, one symbol kept as it is\./)
        .first()
        .waitFor();
      // A block with one bad text: the rest is taken, the bad one stays and is listed with its row and month.
      await cell(page, 'Feb 2008, In post, FTE').focus();
      const rows = Array.from({ length: 12 }, (_, i) => `520\t173\t${i === 6 ? '12..5' : '33.5'}\t6\t8`);
      await paste(page, rows.join('\r\n'));
      await page.getByText('Row 7: “12..5” is not a number. Month Aug 2008, Agency FTE.').waitFor();
      const bad = cell(page, 'Aug 2008, Agency, FTE');
      expect(await bad.inputValue()).toBe('12..5');
      expect(await bad.getAttribute('aria-invalid')).toBe('true');
      await page.getByRole('button', { name: 'Go to it' }).click();
      expect(await bad.evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await bad.inputValue()).toBe('');
      expect(await page.getByText('“12..5” is not a number').count()).toBe(0);
      // What they say of the figures, with a button to take it over; one undo takes it back.
      const vacancies = page.getByRole('row', { name: /^Vacancy rate 25%/ });
      await vacancies.getByText('173 ÷ 693 on average, 12 of 12 months.').waitFor();
      await page.getByRole('button', { name: 'Take over Vacancy rate' }).click();
      const rate = page.getByRole('textbox', { name: 'Vacancy rate', exact: true });
      expect(await rate.inputValue()).toBe('25');
      await page.getByText('66 starters less 88 leavers after the first month are −22').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => rate.inputValue()).toBe('24.7');
      // Kept with the work, and taken out with its symbols.
      await page.getByText(/Saved in this browser/).waitFor();
      await page.reload();
      await expect.poll(() => cell(page, 'Mar 2008, Referrals').inputValue()).toBe('c');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'These months (CSV)' }).click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).toContain('Mar 2008,c,');
    },
  );

  test(
    'a changed figure is said until the council is calibrated, with a way there that works on this page too',
    { timeout: 90_000 },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#baseline`);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await page.getByText('Nothing has been run yet.').waitFor();
      const referrals = page.getByRole('textbox', { name: 'Referrals a year' });
      await referrals.fill('15000');
      await referrals.press('Tab');
      await page.getByText('Referrals a year 15,000 (fitted with 13,000)').waitFor();
      await page.getByRole('link', { name: 'Go to Calibrate' }).press('Enter');
      const heading = page.getByRole('heading', { name: 'Calibrate' });
      expect(await heading.evaluate((at) => at === document.activeElement)).toBe(true);
      // A part that is jumped to is not hidden by the header, which stays at the top.
      await page.getByRole('button', { name: 'Cases', exact: true }).press('Enter');
      const above = (await page.locator('header').boundingBox())!;
      const cases = (await page.getByRole('heading', { name: 'Cases', exact: true }).boundingBox())!;
      expect(cases.y).toBeGreaterThanOrEqual(above.y + above.height);
      await page.getByRole('link', { name: 'Results', exact: true }).click();
      await page.getByRole('link', { name: 'Calibrate on Baseline' }).press('Enter');
      await page.getByRole('link', { name: 'Go to Calibrate' }).waitFor();
    },
  );

  test(
    'ask whether vacancies are FTE or per cent; the defaults to check can be had alone; strips speak',
    { timeout: 90_000 },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#baseline`);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await page.getByText('The grid of months').click();
      await cell(page, 'Feb 2008, In post, FTE').focus();
      await paste(page, '500\t25');
      await page.getByText('Vacancies 25: is that FTE or %?').waitFor();
      await page.getByRole('button', { name: /They are % of posts/ }).click();
      expect(await cell(page, 'Feb 2008, Vacancies, FTE').inputValue()).toBe('166.7');
      expect(await page.getByText('is that FTE or %?').count()).toBe(0);
      const rate = page.getByRole('img', { name: /^Higher than half: of about 150 councils/ });
      expect(await rate.first().isVisible()).toBe(true);
      await page.getByRole('checkbox', { name: 'Only the defaults to check' }).check();
      // Published in the notice, so nothing to check.
      expect(await page.getByRole('textbox', { name: 'Vacancy rate', exact: true }).count()).toBe(0);
      expect(await page.getByRole('textbox', { name: 'Referrals a year' }).count()).toBe(1);
    },
  );
});
