/** Results and the page of an indicator: the scorecard, what the cells show, what is drawn, every state, paper and forced colours. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import birmingham from '../../scenarios/birmingham-2009.json';
import { scaled } from '../../bench/scaled';
import type { Scenario } from '../../src/model/index';
import { firstLook, PATIENCE, violations } from '../setup/looking';
import { test } from '../setup/page';

/** The same of a council of a tenth of the size, for what hangs on no figure: a tenth of the wait. */
async function firstLookAtSmall(page: Page, address: string, view: string): Promise<void> {
  await page.goto(address);
  await page.locator('input[type=file]').setInputFiles({
    name: 'small.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...scaled(birmingham as unknown as Scenario, 0.1), name: 'A small council' })),
  });
  await page.getByText('A small council').first().waitFor();
  await page.evaluate((hash) => (location.hash = `#${hash}`), view);
  await page.locator('.was').waitFor({ timeout: PATIENCE });
  await page.getByRole('button', { name: 'Stop here' }).click();
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const matrix = (page: Page) => page.locator('main table').first();
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('Results', () => {
  test(
    'show a scorecard as boards know it, at each review, on a laptop and a phone, and hand it out',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(appUrl);
      await page.getByText('First look, ±7 points.').waitFor({ timeout: PATIENCE });
      await page.locator('.was').waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop here' }).click();
      const section = page.getByRole('region', { name: 'Scorecard, 28 February 2010' });
      const row = section.getByRole('row', { name: /NI 59/ });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(cells.slice(0, 3)).toEqual(['high', 'Added up', '62%\n2007-08']);
      expect(cells.slice(3, 6).every((text) => /^\d+\.\d%$/.test(text))).toBe(true);
      // Added up from April to the review, as the target itself is.
      expect(cells[8]).toContain(cells[6]!);
      expect(cells[7]).toMatch(/≥\s69%/);
      expect(cells[9]).toMatch(/\d+%\s*[●◆■] (Green|Amber|Red)/);
      expect(cells[10]).toMatch(/Better|Worse|No clear change/);
      await page.getByLabel('At the review of').selectOption('2009-07-31');
      await page.getByRole('heading', { name: 'Scorecard, 31 July 2009' }).waitFor();
      expect(await page.getByRole('row', { name: /NI 59/ }).last().innerText()).toContain('watched');

      const coming = page.waitForEvent('download');
      await page
        .getByRole('group', { name: 'Take out: Scorecard, Jul 2009' })
        .getByRole('button', { name: 'Table as CSV' })
        .click();
      const csv = await readFile(await (await coming).path(), 'utf8');
      expect(csv).toContain('Reference,Indicator,Good performance is,Data period');
      expect(csv).toMatch(/NI 59,.*Run record: /s);

      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.getByRole('row', { name: /NI 59/ }).count()).toBe(1);
      expect(await page.getByRole('listitem').filter({ hasText: 'Data period' }).count()).toBe(8);
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
    },
  );

  test('show the chance, the middle or the gap in the cells', { timeout: 2 * PATIENCE }, async ({ page, appUrl }) => {
    await firstLookAtSmall(page, appUrl, 'results');
    const last = () => matrix(page).locator('tbody tr > td:last-child').allInnerTexts();
    expect((await last()).every((text) => /^[<>]?\d+%$/.test(text.trim()))).toBe(true);
    const middles = await matrix(page).locator('tbody td:nth-child(4)').allInnerTexts();
    await page.getByRole('radio', { name: 'Middle estimate' }).check();
    expect(await last()).toEqual(middles);
    await page.getByRole('radio', { name: 'Gap to target' }).check();
    expect((await last()).every((text) => /points (short|over|to spare)$|^within 0.1 points$/.test(text.trim()))).toBe(
      true,
    );
    expect(await matrix(page).locator('tfoot').innerText()).toMatch(/\d of 8/);
    expect(await violations(page)).toEqual([]);
  });

  test('without targets say so, and still show the futures', { timeout: 2 * PATIENCE }, async ({ page, appUrl }) => {
    await page.goto(appUrl);
    await page.locator('input[type=file]').setInputFiles({
      name: 'none.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...birmingham, name: 'No notice', targets: [], reviews: [] })),
    });
    await page.getByText('No notice').first().waitFor();
    await expect.poll(() => headline(page).innerText(), { timeout: 2 * PATIENCE }).toBe('No targets yet');
    await expect.poll(() => page.getByRole('img').count(), { timeout: 2 * PATIENCE }).toBe(5);
    await page.getByRole('button', { name: 'Stop here' }).click();
    expect(await page.getByRole('link', { name: /Set targets/ }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  test(
    'say with a code that the calculation stopped, hand out the details, and go on',
    { timeout: 2 * PATIENCE },
    async ({ page, context, appUrl }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      // A worker that answers every batch with an error, until it is mended.
      await context.addInitScript(() => {
        // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its worker below
        const post = Worker.prototype.postMessage as (this: Worker, ...given: unknown[]) => void;
        Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
          const message = given[0] as { id?: string; path?: string[] };
          if (!message.path?.includes('batch') || 'mended' in globalThis) {
            post.apply(this, given);
            return;
          }
          const value = { isError: true, value: { name: 'Error', message: 'broken on purpose', stack: '' } };
          setTimeout(() =>
            this.dispatchEvent(
              new MessageEvent('message', { data: { id: message.id, type: 'HANDLER', name: 'throw', value } }),
            ),
          );
        };
      });
      await page.goto(appUrl);
      await page
        .locator('.trouble')
        .getByText('The calculation stopped (code W2). Your plan is safe.')
        .waitFor({ timeout: PATIENCE });
      expect(await page.getByRole('status').innerText()).toContain('code W2');
      await page.getByRole('button', { name: 'Copy details' }).click();
      await page.getByText('Copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('broken on purpose');
      expect(copied).toContain('birmingham-2009');
      expect(await page.locator('main pre').innerText()).toBe(copied);
      expect(await violations(page)).toEqual([]);
      await page.evaluate(() => Object.assign(globalThis, { mended: true }));
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.was').waitFor({ timeout: PATIENCE });
      expect(await page.getByText('The calculation stopped').count()).toBe(0);
    },
  );
});

describe('the page of an indicator', () => {
  test(
    'draws the record, what the months must be and the same twelve futures, and explains its number',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await firstLook(page, `${appUrl}#target/ni60`);
      const chart = page.getByRole('img', { name: /^(Rises|Stays|Falls|Dips|Climbs)/ });
      expect(await chart.locator('.history').count()).toBe(1);
      expect(await chart.locator('.required').count()).toBe(1);
      expect(await chart.locator('.sample').count()).toBe(0);
      const box = page.getByRole('checkbox', { name: '12 sample futures' });
      await box.check();
      const drawn = await chart.locator('.sample').evaluateAll((all) => all.map((one) => one.getAttribute('d')));
      expect(new Set(drawn).size).toBe(12);
      await box.uncheck();
      await box.check();
      expect(await chart.locator('.sample').evaluateAll((all) => all.map((one) => one.getAttribute('d')))).toEqual(
        drawn,
      );
      await page.getByRole('button', { name: 'Show as table' }).click();
      expect(await page.getByRole('columnheader', { name: 'Future 12' }).count()).toBe(1);
      await page.getByText('Explain this number').click();
      const lines = await page.locator('details.explain').innerText();
      for (const part of ['Denominator', 'Numerator', 'Rounding', 'simulated futures that have a value', 'seed 1'])
        expect(lines).toContain(part);
      await page.getByRole('button', { name: 'The clause it comes from' }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('counted');
      expect(await page.locator('#counted').innerText()).toContain('75 per cent to 86 per cent');
      await page.getByRole('heading', { name: 'Quality beside speed' }).waitFor();
      expect(await page.getByText('every month from').innerText()).toMatch(/must average \d\d\.\d%|no longer|met/);
      for (const width of [1366, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      }
    },
  );

  test(
    'shows what later came out only where it is asked for, and says that it was no input',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#start`);
      await page.getByRole('button', { name: 'Birmingham 2014–15' }).click();
      await page.getByText('Birmingham 2014-15').first().waitFor();
      await page.locator('.was').waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: 'Stop here' }).click();
      for (const [view, figure] of [
        ['#target/turnover', '19.6%'],
        ['#measure/uncovered_fte', '9.9'],
      ] as const) {
        await page.evaluate((hash) => (location.hash = hash), view);
        const row = page.getByRole('row', { name: /September 2015 later came out/ });
        expect(await row.innerText()).toContain(figure);
        expect(await page.locator('.later').count()).toBe(0);
        await page.getByRole('checkbox', { name: 'What later came out' }).check();
        expect(await page.locator('.later').count()).toBe(1);
        expect(await page.locator('figure').first().innerText()).toContain('no simulation was given it');
        expect(await violations(page)).toEqual([]);
      }
    },
  );
});

describe('on paper and in forced colours', () => {
  test(
    'Results, an indicator and Compare print their answer, tables, charts and run record, and nothing to press',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await firstLookAtSmall(page, appUrl, 'results');
      for (const view of ['target/ni60', 'results', 'compare']) {
        await page.emulateMedia({ media: 'screen' });
        await page.setViewportSize({ width: 1366, height: 768 });
        await page.evaluate((hash) => (location.hash = `#${hash}`), view);
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('headline');
        if (view === 'compare')
          await page.getByRole('heading', { name: /^Chance of each target/ }).waitFor({ timeout: PATIENCE });
        await page.emulateMedia({ media: 'print' });
        // The width of A4 between its margins.
        await page.setViewportSize({ width: 688, height: 970 });
        expect(await headline(page).isVisible(), view).toBe(true);
        expect(await page.locator('main').getByRole('table').first().isVisible(), view).toBe(true);
        expect(await page.locator('footer').innerText()).toContain('Run record: app');
        for (const gone of ['nav', 'aside.side', 'button', 'input', '.pinned']) {
          const left = await page.locator(gone).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
          expect(left, `${gone} on ${view}`).toBe(0);
        }
        expect(await overflow(page), view).toBeLessThanOrEqual(0);
        if (view === 'target/ni60') expect(await page.getByText('Counting rule').isVisible()).toBe(true);
      }
    },
  );

  test('charts and status keep to the colours of the reader', { timeout: 2 * PATIENCE }, async ({ page, appUrl }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await firstLookAtSmall(page, appUrl, 'target/ni60');
    await page.getByRole('checkbox', { name: '12 sample futures' }).check();
    // What a reader's own colour of text is here.
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    const paint = (selector: string, name: 'fill' | 'stroke') =>
      page.locator(selector).evaluateAll((all, of) => [...new Set(all.map((one) => getComputedStyle(one)[of]))], name);
    expect(await paint('.chart text', 'fill')).toEqual([ink]);
    for (const line of ['.middle', '.sample', '.required', '.due', '.rule']) {
      expect(await paint(`.chart ${line}`, 'stroke'), line).toEqual([ink]);
    }
    expect(await paint('.chart .outer', 'fill')).toEqual(['none']);
    await page.evaluate(() => (location.hash = '#results'));
    await page.getByText('Red').first().waitFor();
    expect(await paint('main .chance .fill', 'fill')).toEqual([ink]);
  });
});
