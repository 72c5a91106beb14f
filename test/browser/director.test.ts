/**
 * A director's three minutes, by keyboard alone: my council as now, two targets, a plan that gets worse before it gets
 * better, a second lever, and the comparison with another plan. Nothing is clicked, and nothing is far away.
 */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../setup/page';

const PATIENCE = 180_000;
/** Presses of Tab from where one is to what one wants; more would be a page that keyboards cannot use. */
const FAR = 30;

const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

/** What has the focus: its role or tag, and the name a screen reader would say. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : '';
    return (at.getAttribute('aria-label') ?? (label || at.textContent)).replaceAll(/\s+/g, ' ').trim();
  });

/** Tabs, or tabs back, until something of that name has the focus. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let n = 0; n < FAR; n++) {
    await page.keyboard.press(key);
    if ((await focused(page)) === name) return;
  }
  throw new Error(
    `${String(FAR)} presses of ${key} do not lead to “${name}”; the focus is at “${await focused(page)}”`,
  );
}

/** Tabs on to the next thing that is no field, where letters are keys again. */
async function leaveFields(page: Page): Promise<void> {
  const outside = () => page.evaluate(() => document.activeElement?.matches('button, a, summary') ?? false);
  for (let n = 0; n < FAR && !(await outside()); n++) await page.keyboard.press('Tab');
  expect(await outside()).toBe(true);
}

/** To a page by its letter, with the focus at its headline. */
async function go(page: Page, letter: string, name: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await expect.poll(() => page.locator('nav [aria-current=page]').innerText()).toBe(name);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('headline');
}

describe('a director', () => {
  test(
    'goes from a council as now to a choice between two plans without a mouse',
    { timeout: 3 * PATIENCE },
    async ({ page, context, appUrl }) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      await page.goto(`${appUrl}#start`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      // My council: as now is there before anything is typed.
      await tabTo(page, 'Start from England’s figures');
      await page.keyboard.press('Enter');
      await expect.poll(() => headline(page)).toBe('An average council in England: where it stands');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('headline');
      const asNow = page.getByRole('region', { name: 'If nothing changes: as now, the next 24 months' });
      for (const name of [
        /^Average caseload\s+1\d\.\d/,
        /^Vacancies.*\s+1\d\.\d%/,
        /^Single assessments.*\s+\d\d\.\d%/,
      ])
        await asNow.getByRole('row', { name }).waitFor({ timeout: PATIENCE });
      expect(await page.getByRole('combobox', { name: 'Plan' }).locator('option:checked').innerText()).toBe('As now');

      // Two targets, typed over.
      await go(page, 't', 'Targets');
      await tabTo(page, 'Threshold');
      await page.keyboard.type('85');
      await tabTo(page, 'Threshold');
      await page.keyboard.type('75');
      await page.keyboard.press('Tab');
      const thresholds = page.getByRole('textbox', { name: 'Threshold', exact: true });
      await expect
        .poll(async () => [await thresholds.nth(0).inputValue(), await thresholds.nth(1).inputValue()])
        .toEqual(['85', '75']);
      await leaveFields(page);
      await go(page, 'r', 'Results');
      await expect.poll(() => headline(page), { timeout: PATIENCE }).toMatch(/chance of meeting all six targets/);

      // As now is copied, and the copy becomes the typical plan.
      await go(page, 'p', 'Plans');
      expect(await headline(page)).toBe('As now');
      await page.keyboard.press('d');
      await expect.poll(() => headline(page)).toBe('My plan');
      await go(page, 'p', 'Plans');
      await tabTo(page, 'Recruit newly qualified');
      await page.keyboard.press('Enter');
      await expect.poll(() => headline(page)).toBe('Recruit newly qualified');
      const names = () => page.getByRole('combobox', { name: 'Plan' }).locator('option').allInnerTexts();
      expect(await names()).not.toContain('My plan');

      // Worse before better, in months, from paired futures; the trap says why.
      const side = page.getByRole('complementary', { name: 'What the plan comes to' });
      const way = side.getByText(/^Worse before better\. .*: worse \w+ 202\d to \w+ 202\d, by up to .*; better /);
      await way.first().waitFor({ timeout: PATIENCE });
      expect(await page.getByRole('textbox', { name: 'What it is' }).inputValue()).toContain(
        'things get worse before they get better',
      );

      // Keep, too.
      await go(page, 'p', 'Plans');
      await tabTo(page, 'Keep');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Leaving rate');
      await page.keyboard.type('9');
      await page.keyboard.press('Enter');
      const rate = page.getByRole('textbox', { name: 'Leaving rate' });
      await expect.poll(() => rate.inputValue()).toBe('9');
      await page.getByText('2 settings differ from as now.').waitFor();

      // Against converting agency workers.
      await leaveFields(page);
      await go(page, 'p', 'Plans');
      await tabTo(page, 'Begin with a typical plan');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Convert agency');
      await page.keyboard.press('Enter');
      await expect.poll(() => headline(page)).toBe('Convert agency');
      await go(page, 'c', 'Compare');
      await tabTo(page, 'Recruit newly qualified');
      await page.keyboard.press('Space');
      await tabTo(page, 'As now', 'Shift+Tab');
      await page.keyboard.press('Space');
      const plans = page.getByRole('group', { name: /^Plans to compare/ });
      expect(await plans.getByRole('checkbox', { checked: true }).count()).toBe(2);
      const sentence = page.getByText(
        /^With the same luck, Convert agency .* than Recruit newly qualified in \d+ of 100 futures, the same in \d+, worse in \d+\.$/,
      );
      await sentence.waitFor({ timeout: PATIENCE });
      expect(await headline(page)).toMatch(/Convert agency/);
      await page
        .getByText(/^Convert agency costs £.* (more|less) over 2026-27 and 2027-28/)
        .first()
        .waitFor();
      expect(asked.filter((url) => !url.startsWith(appUrl))).toEqual([]);
    },
  );
});
