import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import baseRates from '../../scenarios/base-rates.json';
import birmingham from '../../scenarios/birmingham-2009.json';
import { reportOf } from '../../src/app/reporting';
import { chanceShort, formatCell, reviewWords } from '../../src/app/words';
import { compile, MODEL_VERSION, type PlanReport, type Scenario } from '../../src/model/index';
import { createDirectRunner } from '../../src/run/direct';
import { firstLook, PATIENCE, violations } from '../setup/looking';
import { test } from '../setup/page';

const scenario = birmingham as unknown as Scenario;
const recovery = scenario.plans.find(({ id }) => id === 'recovery')!;

const futuresShown = async (page: Page) =>
  Number((await page.locator('.kicker').innerText()).match(/([\d,]+) simulated/)![1]!.replace(',', ''));

/** The chance due of each target, and of all together, as the table shows them. */
const chancesShown = (page: Page) =>
  page.locator('main table').first().locator('tr > td:last-child .figure').allInnerTexts();

/** The same futures run here, in this process, through the same engine. */
async function engineReport(futures: number): Promise<PlanReport> {
  const model = compile(scenario, recovery);
  const runner = createDirectRunner();
  const end = await runner.start({ model, seed: 1, first: 0, futures }).end;
  if (end.kind !== 'done') throw new Error(`the run ended as ${end.kind}`);
  const report = reportOf(
    { scenario, seed: 1, workers: 1, modelVersion: MODEL_VERSION, baseRates },
    [{ plan: recovery, model, account: { model, ...end.result } }],
    futures,
  );
  return report.plans[0]!;
}

describe('the page', () => {
  test(
    'shows the numbers of the engine for all eight targets, and asks nothing of anyone',
    { timeout: 2 * PATIENCE },
    async ({ page, context, appUrl, problems }) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      const warned: string[] = [];
      page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
      await firstLook(page, appUrl);

      const result = await engineReport(await futuresShown(page));
      const review = result.reviews.at(-1)!;
      const all = chanceShort({ probability: review.probabilityAll, interval: review.interval });
      expect(result.targets).toHaveLength(8);
      expect(await chancesShown(page)).toEqual([...result.targets.map(chanceShort), all]);
      const middles = await page.locator('main table').first().locator('tbody td:nth-child(4)').allInnerTexts();
      expect(middles).toEqual(result.targets.map(({ p50, unit }) => formatCell(p50, unit)));
      const { headline } = reviewWords(review, result.targets, { futures: await futuresShown(page) });
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(headline);
      expect(await page.title()).toContain(headline);
      expect(await page.locator('footer').innerText()).toContain(result.fingerprint);

      expect(warned).toEqual([]);
      expect(asked.length).toBeGreaterThan(2);
      expect(asked.filter((url) => !url.startsWith(appUrl))).toEqual([]);
      const scripts = asked.filter((url) => /\.js$/.test(url) && !url.includes('worker'));
      const sizes = await Promise.all(
        scripts.map(async (url) => gzipSync(await (await fetch(url)).arrayBuffer()).length),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
      expect(await page.locator('.chip').innerText()).toContain('0 requests');
      // The content policy holds: a script that stands in the page is not run.
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "broken in"';
        document.head.append(script);
      });
      expect(await page.title()).toContain(headline);
      expect(problems.some((problem) => problem.includes('Content Security Policy'))).toBe(true);
      problems.length = 0;
    },
  );

  test(
    'answers a lever moved by keyboard, says so, and takes it back',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await firstLook(page, appUrl);
      const before = await chancesShown(page);
      const said = await page.getByRole('status').innerText();
      expect(said).toMatch(/^Stopped at|^Results updated from 200 futures\. .* chance of meeting all eight/);

      const slider = page.getByRole('slider', { name: 'Experienced hires' });
      await slider.focus();
      await page.keyboard.press('End');
      expect(await page.getByText('Results are for an earlier version of this plan').isVisible()).toBe(true);
      expect(await chancesShown(page)).toEqual(before);
      expect(await page.getByRole('textbox', { name: 'Experienced hires' }).inputValue()).toBe(
        await slider.getAttribute('max'),
      );
      await page
        .getByText('Results are for an earlier version of this plan')
        .waitFor({ state: 'detached', timeout: PATIENCE });
      expect(await chancesShown(page)).not.toEqual(before);
      // Seen early, and said to be rough.
      expect(await page.getByRole('status').innerText()).toMatch(/^Results updated from (50|200) futures/);

      await page.getByRole('button', { name: 'Stop here' }).click();
      expect(await page.locator('.status').innerText()).toMatch(/Stopped at [\d,]+ of 2,000 futures/);
      await page.keyboard.press('Control+z');
      await expect.poll(() => chancesShown(page)).toEqual(before);
      expect(await page.getByText('Results are for an earlier version').count()).toBe(0);

      const box = page.getByRole('textbox', { name: 'Leaving rate' });
      await box.fill('12..5');
      await box.press('Tab');
      expect(await box.inputValue()).toBe('12..5');
      expect(await page.getByText('“12..5” is not a number. Type a number from 1 to 60.').isVisible()).toBe(true);

      await page.getByLabel('Plan', { exact: true }).selectOption('as-now');
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('heading', { name: 'My plan' }).isVisible()).toBe(true);
    },
  );

  test(
    'reflows to a phone and has no barrier that can be found by machine',
    { timeout: 2 * PATIENCE },
    async ({ page, appUrl }) => {
      await firstLook(page, appUrl);
      const views = ['#results', '#target/ni59', '#target/c24', '#measure/assessments_overdue'];
      for (const [width, height] of [
        [1366, 768],
        [390, 844],
        [320, 640],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const view of views) {
          await page.evaluate((hash) => (location.hash = hash), view);
          await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('headline');
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${view} at ${width}`).toBeLessThanOrEqual(0);
          expect(await violations(page), `${view} at ${width}`).toEqual([]);
        }
      }
      expect(await page.locator('.pinned').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Show as table' }).click();
      expect(await page.getByRole('row', { name: /^February 2010/ }).count()).toBe(1);
      expect(await violations(page)).toEqual([]);
    },
  );

  test('lists what is wrong with a file and leaves everything as it was', async ({ page, appUrl }) => {
    await page.goto(appUrl);
    const broken = { ...scenario, horizonMonths: 'two years' };
    await page.locator('input[type=file]').setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(broken)),
    });
    await page.getByRole('heading', { name: 'broken.json was not opened' }).waitFor();
    expect(await page.locator('.trouble').innerText()).toContain('horizonMonths');
    expect(await page.locator('header').innerText()).toContain(scenario.name);
    await page.getByRole('button', { name: 'Close this list' }).click();
    expect(await page.locator('.trouble').count()).toBe(0);
    await page.locator('input[type=file]').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...scenario, name: 'Another council' })),
    });
    await page.getByText('Another council').first().waitFor();
  });

  test(
    'fetches a worked example when it is chosen, and names its own limits',
    { timeout: PATIENCE },
    async ({ page, appUrl }) => {
      await page.goto(`${appUrl}#start`);
      await page.getByRole('button', { name: 'Start from England’s figures' }).click();
      await page.getByRole('heading', { level: 1, name: /where it stands/ }).waitFor();
      await page.getByRole('link', { name: 'Results' }).click();
      await page.getByText('England today: a council of average size').first().waitFor();
      await page.getByText('illustrative, not in the source').first().waitFor();
      await page.getByText('First look, ±').waitFor({ timeout: PATIENCE });
      expect(await page.locator('main').innerText()).not.toContain('Initial assessments');
    },
  );

  test(
    'runs fewer futures itself where no worker can start, and says so',
    { timeout: PATIENCE },
    async ({ page, context, appUrl }) => {
      await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
      await page.goto(appUrl);
      await page.getByText('does not run the model in the background').waitFor();
      await page.locator('.was').waitFor({ timeout: PATIENCE });
      expect(await futuresShown(page)).toBeGreaterThanOrEqual(100);
    },
  );
});
