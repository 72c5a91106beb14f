/** The shell: the plan's name, the list of keys and its switch, saving while typing, titles and focus. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../setup/page';

const current = (page: Page) => page.locator('nav [aria-current=page]').innerText();
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Stop here' }).click();
}

describe('the header', () => {
  test('takes another name for the plan by keyboard, and says why not', async ({ page, appUrl }) => {
    await opened(page, `${appUrl}#plans`);
    await page.getByRole('button', { name: 'Rename' }).press('Enter');
    const box = page.getByRole('banner').getByRole('textbox', { name: 'Name of the plan' });
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('As now');
    await page.keyboard.press('Enter');
    await page.getByText('“As now” is taken. Give the plan a name of its own, or press Escape.').waitFor();
    await page.keyboard.press('Escape');
    const plans = page.getByRole('combobox', { name: 'Plan' });
    expect(await plans.locator('option:checked').innerText()).toBe('Recovery plan');
    await page.getByRole('button', { name: 'Rename' }).press('Enter');
    await page.keyboard.type('For the board');
    await page.keyboard.press('Enter');
    expect(await plans.locator('option:checked').innerText()).toBe('For the board');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('For the board');
    // The focus is where it was, and nothing is there to rename in as now.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Rename');
    await plans.selectOption('As now');
    expect(await page.getByRole('button', { name: 'Rename' }).count()).toBe(0);
  });

  test('saves what is being typed with Ctrl+S', async ({ page, appUrl }) => {
    await opened(page, `${appUrl}#plans`);
    const hires = page.getByRole('textbox', { name: 'Experienced hires' });
    await hires.fill('17');
    const [file] = await Promise.all([page.waitForEvent('download'), hires.press('Control+s')]);
    const { plan } = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      plan: { levers: { hiresPerMonth: { value: number } } };
    };
    expect(plan.levers.hiresPerMonth.value).toBe(17);
    expect(await hires.evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

describe('keys', () => {
  test(
    'are listed by ?, in a dialog that holds the focus and gives it back',
    { timeout: 60_000 },
    async ({ page, appUrl }) => {
      await opened(page, `${appUrl}#start`);
      const door = page.getByRole('button', { name: 'Choose a file' });
      await door.focus();
      await page.keyboard.press('?');
      const list = page.getByRole('dialog', { name: 'Keys' });
      await list.waitFor();
      for (let i = 0; i < 6; i++) {
        expect(await page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement))).toBe(
          true,
        );
        await page.keyboard.press('Tab');
        // Beyond the last the browser's own bar may have its turn; the page behind never has.
        if (await page.evaluate(() => document.activeElement === document.body)) await page.keyboard.press('Tab');
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      expect(await door.evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );

  test(
    'never fire inside fields, and single ones can be switched off for good',
    { timeout: 60_000 },
    async ({ page, appUrl }) => {
      await opened(page, `${appUrl}#plans`);
      const hires = page.getByRole('textbox', { name: 'Experienced hires' });
      await hires.focus();
      await page.keyboard.type('gb?d');
      expect(await hires.inputValue()).toContain('gb?d');
      await page.keyboard.press('Escape');
      await page.getByRole('slider', { name: 'Experienced hires' }).focus();
      await page.keyboard.type('gb?d');
      expect(await current(page)).toBe('Plans');
      expect(await page.getByRole('dialog').count()).toBe(0);
      const plans = page.getByRole('combobox', { name: 'Plan' }).locator('option');
      const before = await plans.count();
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('d');
      await expect.poll(() => plans.count()).toBe(before + 1);
      await page.getByRole('button', { name: 'Keys' }).press('Enter');
      await page.getByRole('checkbox', { name: /Single keys act/ }).press('Space');
      await page.keyboard.press('Escape');
      const quiet = async () => {
        await page.getByRole('heading', { level: 1 }).focus();
        await page.keyboard.type('gb');
        await page.keyboard.press('?');
        await page.waitForTimeout(200);
        expect(await current(page)).toBe('Plans');
        expect(await page.getByRole('dialog').count()).toBe(0);
      };
      await quiet();
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await quiet();
      await page.getByRole('button', { name: 'Keys' }).press('Enter');
      await page.getByRole('checkbox', { name: /Single keys act/ }).press('Space');
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.type('gb');
      await expect.poll(() => current(page)).toBe('Baseline');
    },
  );

  test('turn pages with their title, and the focus at the headline', async ({ page, appUrl }) => {
    await opened(page, `${appUrl}#start`);
    for (const [key, name] of [
      ['b', 'Baseline'],
      ['t', 'Targets'],
      ['p', 'Plans'],
      ['c', 'Compare'],
      ['s', 'Start'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect.poll(() => page.title()).toBe(`${name} – Trajectory`);
      await expect.poll(() => focusedId(page)).toBe('headline');
    }
  });
});
