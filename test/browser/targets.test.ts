import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import birmingham from '../../scenarios/birmingham-2009.json';
import { parseNotice } from '../../src/model/index';
import { PATIENCE, violations } from '../setup/looking';
import { test } from '../setup/page';

/** Opens the page of the targets; `stop` ends the run once something has been run, so that the machine is free. */
async function openTargets(page: Page, appUrl: string, stop = true): Promise<void> {
  await page.goto(`${appUrl}#targets`);
  await page.getByRole('heading', { name: 'Targets, in the order of the notice' }).waitFor();
  if (stop) await page.getByRole('button', { name: 'Stop here' }).click();
}

/** The card of a target by its heading. */
const card = (page: Page, name: string) => page.getByRole('region', { name }).last();

const row = (page: Page, name: string) => page.locator('main table').first().getByRole('row', { name }).last();

/** The name of what has the focus, as a screen reader would say it. */
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? '',
  );

/** Tabs to the next entry of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 12 && (await focused(page)) !== name; n++) await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe(name);
}

describe('targets', () => {
  test('a new target is typed by keyboard alone, and the matrix gains its row', async ({ page, appUrl }) => {
    await openTargets(page, appUrl);
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('The notice asks for eight targets by 28 February 2010');
    await page.getByRole('button', { name: 'Add a target' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Measure');
    await page.keyboard.type('Initial assessments in 7 working');
    await tabTo(page, 'Threshold');
    await page.keyboard.type('80%');
    await tabTo(page, 'Date');
    await page.keyboard.type('31 Dec 2009');
    await tabTo(page, 'First month counted');
    await page.keyboard.type('April');
    await tabTo(page, 'Last month counted');
    await page.keyboard.type('December');
    await page.keyboard.press('Tab');

    const added = card(page, 'Initial assessments in 7 working days');
    const value = (name: string) => added.getByRole('textbox', { name, exact: true }).inputValue();
    await expect.poll(() => value('Threshold')).toBe('80');
    await expect.poll(() => value('Date')).toBe('31 December 2009');
    expect([await value('First month counted'), await value('Last month counted')]).toEqual([
      'April 2009',
      'December 2009',
    ]);
    await expect
      .poll(() => added.getByRole('combobox', { name: 'How it is measured' }).inputValue())
      .toBe('cumulative');
    await expect
      .poll(() => added.getByRole('img').getAttribute('aria-label'))
      .toBe('Counts nine months together, April 2009 to December 2009. Due 31 December 2009.');
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('The notice asks for nine targets, the last by 28 February 2010');

    await page.getByRole('link', { name: 'Results' }).click();
    await expect.poll(() => row(page, 'Initial assessments').innerText()).toContain('Apr 2009–Dec 2009');
    await expect.poll(() => row(page, 'Initial assessments').innerText()).toContain('80%');
    await expect.poll(() => page.locator('main table').first().locator('tbody tr').count()).toBe(9);

    // Each field was one step: back to the date of the notice first, and at last to eight targets.
    await page.getByRole('link', { name: 'Targets' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => value('Date')).toBe('28 February 2010');
    await expect.poll(() => value('Threshold')).toBe('80');
    for (let n = 0; n < 3; n++) await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('eight targets');
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('a wrong date is said beside its field and at the head, stays as typed, and nothing else is lost', async ({
    page,
    appUrl,
  }) => {
    await openTargets(page, appUrl);
    const ni59 = card(page, 'Initial assessments in 7 working days');
    const date = ni59.getByRole('textbox', { name: 'Date', exact: true });
    await date.fill('31 November 2009');
    await date.press('Tab');
    await expect.poll(() => date.inputValue()).toBe('31 November 2009');
    await expect.poll(() => date.getAttribute('aria-invalid')).toBe('true');
    const described = await date.getAttribute('aria-describedby');
    await expect.poll(() => page.locator(`#${described ?? ''}`).innerText()).toContain('November 2009 has 30 days');
    const list = page.getByRole('region', { name: 'One entry cannot be used as typed' });
    await expect.poll(() => list.innerText()).toContain('Initial assessments in 7 working days, date');
    expect(await violations(page, '.bad', '#target-ni59')).toEqual([]);

    await ni59.getByRole('textbox', { name: 'Threshold', exact: true }).fill('72');
    await ni59.getByRole('textbox', { name: 'Threshold', exact: true }).press('Tab');
    await expect.poll(() => ni59.getByText('The clause quoted below does not name 72%').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Start' }).click();
    await page.getByRole('link', { name: 'Targets' }).click();
    await expect.poll(() => date.inputValue()).toBe('31 November 2009');

    await list.getByRole('button').click();
    await expect.poll(() => focused(page)).toBe('Date');
    // Beyond the run: the months it would take are offered.
    await date.fill('31/12/2011');
    await date.press('Tab');
    await ni59.getByRole('button', { name: 'Simulate 35 months' }).click();
    await expect.poll(() => date.inputValue()).toBe('31 December 2011');
    await expect.poll(() => list.count()).toBe(0);
    await expect.poll(() => ni59.getByText('It is due after the last review').isVisible()).toBe(true);
  });

  test('months typed as known say what the others must average; reviews are moved; a target is copied and taken away', async ({
    page,
    appUrl,
  }) => {
    await openTargets(page, appUrl);
    const ni59 = card(page, 'Initial assessments in 7 working days');
    await ni59.getByText('What it takes, before any simulation').click();
    for (const [month, share] of [
      ['April', '62'],
      ['May', '66'],
      ['June', '70'],
    ] as const) {
      await ni59.getByRole('textbox', { name: `Percentage in ${month} 2009` }).fill(share);
      await page.keyboard.press('Tab');
    }
    // (11 × 69 − 198) ÷ 8
    await expect
      .poll(() => ni59.locator('summary').first().innerText())
      .toContain('the rest of the year must average 70.1% a month');
    await ni59.getByRole('textbox', { name: 'How many are counted' }).fill('600');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => ni59.locator('.count').innerText())
      .toMatch(
        /assessments are counted: A service that truly manages 69% .* For 90 of 100 it must truly manage 71\.\d%/,
      );
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);

    const review = page.getByRole('textbox', { name: 'Date of the review of 31 July 2009' });
    await review.fill('30 September 2009');
    await review.press('Tab');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Name of the review of 30 September 2009' }).inputValue())
      .toBe('September 2009');
    await page.getByRole('button', { name: 'Add a review' }).click();
    await expect.poll(() => focused(page)).toBe('Date of the review of 31 August 2010');
    await expect
      .poll(() => page.getByRole('img', { name: /^Simulated from/ }).getAttribute('aria-label'))
      .toContain('Reviews: 30 September 2009, 28 February 2010, 31 August 2010.');

    await page.getByRole('button', { name: 'Duplicate Initial assessments in 7 working days' }).click();
    await expect.poll(() => focused(page)).toBe('Threshold');
    const copy = card(page, 'Initial assessments in 7 working days');
    await copy.getByRole('combobox', { name: 'How it is measured' }).selectOption('in-month');
    await expect.poll(() => page.getByText(/asked for in two ways: cumulative, April 2009/).count()).toBe(1);
    await page.getByRole('button', { name: 'Remove Initial assessments in 7 working days' }).last().click();
    await expect.poll(() => focused(page)).toBe('Targets, in the order of the notice');
    await expect.poll(() => page.getByText(/asked for in two ways/).count()).toBe(0);
  });

  test('the notice is saved, taken away, loaded again as the historic example, and opened from its file', async ({
    page,
    appUrl,
  }) => {
    await openTargets(page, appUrl);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the notice as a file' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('birmingham-2009-notice.json');
    const text = await readFile(await saved.path(), 'utf8');
    const notice = parseNotice(text);
    expect(notice.ok && notice.value.targets).toEqual(birmingham.targets);
    const [register] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Target register for the board (CSV)' }).click(),
    ]);
    expect((await readFile(await register.path(), 'utf8')).split('\r\n')[1]).toContain('NI 59,high,or higher,62%');

    for (let n = 8; n > 0; n--)
      await page
        .getByRole('button', { name: /^Remove (?!the review)/ })
        .first()
        .click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('No targets yet');
    await expect.poll(() => page.getByText('Add one, or load an example notice.').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Load the notice Birmingham, February 2009' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('eight targets');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('No targets yet');
    await page.locator('input[type=file]').setInputFiles({
      name: 'notice.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('eight targets');
  });

  test(
    'reflows to a phone and has no barrier that can be found by machine',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await openTargets(page, appUrl, false);
      // Rows typed by a board, with their long names and reasons.
      await page.getByRole('button', { name: 'Choose our own levels' }).click({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Add a measure' }).click();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow(), 'at 1280').toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(), 'at 320').toBeLessThanOrEqual(0);
      expect(await violations(page), 'at 320').toEqual([]);
    },
  );
});
