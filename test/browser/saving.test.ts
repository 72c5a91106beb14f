import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { chanceShort } from '../../src/app/words';
import { parsePlan, parseScenario } from '../../src/model/index';
import { readSheets } from '../fixtures/unzip';
import { violations } from '../setup/looking';
import { test } from '../setup/page';

const PATIENCE = 60_000;
const hires = (page: Page) => page.getByRole('textbox', { name: 'Experienced hires' });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hires(page).waitFor();
  // Nobody looks at numbers here.
  await page.getByRole('button', { name: 'Stop here' }).click();
}

async function setHires(page: Page, value: string): Promise<void> {
  await hires(page).fill(value);
  await hires(page).press('Tab');
}

/** What a click hands out, as bytes. */
async function taken(page: Page, name: string | RegExp, within = 'main'): Promise<{ file: Buffer; name: string }> {
  const coming = page.waitForEvent('download');
  await page
    .locator(within)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
  return read(await coming);
}

async function read(download: Download): Promise<{ file: Buffer; name: string }> {
  return { file: await readFile(await download.path()), name: download.suggestedFilename() };
}

/** Results of as now from the fewest futures that are shown. */
async function fewFutures(page: Page): Promise<void> {
  await page.getByLabel('Plan', { exact: true }).selectOption('as-now');
  await page.getByText(/Running, ([5-9]\d|1\d\d) of/).waitFor({ timeout: PATIENCE });
  await page.getByRole('button', { name: 'Stop here' }).click();
  await page
    .locator('footer')
    .getByText(/Run record: .* plan as-now/)
    .waitFor();
}

describe('nothing is lost', () => {
  test('a tab closed in the middle of an edit opens again as it was', async ({ page, context, appUrl }) => {
    await open(page, appUrl);
    expect(await page.getByText(/Saved in this browser|Saving/).count()).toBe(0);
    // Two edits in one breath: the second waits to be written when the tab goes.
    await page.getByRole('slider', { name: 'Experienced hires' }).evaluate((slider: HTMLInputElement) => {
      for (const value of ['11', '12.5']) {
        slider.value = value;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await page.close();
    const again = await context.newPage();
    await open(again, appUrl);
    expect(await hires(again).inputValue()).toBe('12.5');
    expect(await again.getByText(/Saved in this browser \d\d:\d\d/).isVisible()).toBe(true);
    await setHires(again, '13');
    await again.reload();
    expect(await hires(again).inputValue()).toBe('13');
    await again.goto(`${appUrl}#start`);
    const line = again.getByRole('listitem').filter({ hasText: 'open here' });
    expect(await line.innerText()).toContain('Recovery plan');
    await again.getByRole('button', { name: 'Begin the worked example afresh' }).click();
    await again.goto(`${appUrl}#results`);
    await expect.poll(() => hires(again).inputValue()).toBe('10');
    await again.goto(`${appUrl}#start`);
    await again.getByRole('button', { name: /^Open Birmingham/ }).click();
    await again.goto(`${appUrl}#results`);
    await expect.poll(() => hires(again).inputValue()).toBe('13');
  });

  test('a plan goes out and in as a file, everything as a scenario file, a version comes back', async ({
    page,
    context,
    appUrl,
  }) => {
    await open(page, appUrl);
    await setHires(page, '14');
    await page.getByText('Versions of this plan').click();
    await page.getByLabel('Keep the plan as it is under a name').fill('Before the board');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await setHires(page, '15');
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const plan = await read(await coming);
    expect(plan.name).toBe('birmingham-2009-recovery-plan-plan.json');
    const parsed = parsePlan(plan.file.toString());
    expect(parsed.ok && parsed.value.plan.levers.hiresPerMonth?.value).toBe(15);
    await page.getByRole('button', { name: /Go back to it/ }).click();
    await expect.poll(() => hires(page).inputValue()).toBe('14');
    await page.getByText('Save and share').click();
    const whole = await taken(page, 'Save everything as a scenario file', 'header');
    expect(parseScenario(whole.file.toString()).ok).toBe(true);

    const fresh = await context.browser()!.newContext();
    const other = await fresh.newPage();
    await open(other, appUrl);
    await other
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: plan.file });
    await expect.poll(() => hires(other).inputValue()).toBe('15');
    await fresh.close();
  });

  test('a link opens in a fresh browser beside what is there, asks nothing of anyone, and a bad one is said', async ({
    page,
    context,
    appUrl,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, appUrl);
    await setHires(page, '16');
    await page.getByText('Save and share').click();
    await page.getByRole('button', { name: 'Copy a link to this plan' }).click();
    await page
      .getByText(/The link is copied/)
      .first()
      .waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#plan=[\w-]+$/);
    const asked: string[] = [];
    const fresh = await context.browser()!.newContext();
    fresh.on('request', (request) => asked.push(request.url()));
    const other = await fresh.newPage();
    await open(other, appUrl);
    await setHires(other, '7');
    await other.goto(link);
    await expect.poll(() => hires(other).inputValue()).toBe('16');
    expect(other.url()).toBe(`${appUrl}#results`);
    await other.goto(`${appUrl}#start`);
    await expect.poll(() => other.getByRole('listitem').filter({ hasText: 'Forget' }).count()).toBe(2);
    await other.goto(link.slice(0, -30));
    await other.getByText('The link is not whole').waitFor();
    expect(asked.filter((url) => !url.startsWith(appUrl) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(asked.some((url) => url.includes('plan='))).toBe(false);
    await fresh.close();
  });

  test('a second window looks on, follows, and takes over', async ({ page, context, appUrl }) => {
    await open(page, appUrl);
    await setHires(page, '17');
    await page.getByText(/Saved in this browser/).waitFor();
    const second = await context.newPage();
    await open(second, appUrl);
    await second.getByText('Open in another window.').waitFor();
    expect(await hires(second).isDisabled()).toBe(true);
    expect(await violations(second)).toEqual([]);
    await setHires(page, '18');
    await expect.poll(() => hires(second).inputValue()).toBe('18');
    await second.getByRole('button', { name: 'Go on in this window' }).click();
    await page.getByText('Open in another window.').waitFor();
    await setHires(second, '19');
    await expect.poll(() => hires(page).inputValue()).toBe('19');
    await second.close();
    await page.getByText('Open in another window.').waitFor({ state: 'detached' });
    expect(await hires(page).inputValue()).toBe('19');
  });

  test('a browser without storage says so, goes on, and warns before leaving', async ({ page, context, appUrl }) => {
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        value: {
          open: () => {
            throw new DOMException('no', 'SecurityError');
          },
        },
      });
    });
    await open(page, appUrl);
    await page.getByText('This browser will not keep your work after you close it').waitFor();
    await setHires(page, '20');
    expect(await hires(page).inputValue()).toBe('20');
    expect(await page.getByText('Not saved: this browser does not keep data').isVisible()).toBe(true);
    const leaves = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await leaves()).toBe(false);
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    await coming;
    expect(await leaves()).toBe(true);
  });
});

test(
  'charts, tables and the whole result go out as files that can be read, with their run record',
  { timeout: 2 * PATIENCE },
  async ({ page, context, appUrl }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${appUrl}#target/ni59`);
    await fewFutures(page);
    const fingerprint = /fingerprint ([0-9a-f]{16})/.exec(await page.locator('footer').innerText())![1]!;
    const svg = (await taken(page, 'SVG')).file.toString();
    expect(svg).toContain(fingerprint);
    expect(svg).toContain('Target 69%');
    expect(svg).toMatch(/fill="rgb\(/);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|style=|class=/);
    const { file: png, name } = await taken(page, 'PNG');
    expect(name).toMatch(/^birmingham-2009-as-now-.*\.png$/);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(900);
    const drawn = await page.evaluate(async (bytes) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }, png.toString('base64'));
    expect(drawn).toBeGreaterThan(50);
    const csv = (await taken(page, 'Table as CSV')).file.toString();
    expect(csv).toContain('Middle (%)');
    expect(csv.split('\r\n')).toHaveLength(27);
    expect(csv).toContain(fingerprint);
    await page.getByRole('button', { name: 'Copy the table' }).first().click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Month\t1 in 10 below/);

    await page.goto(`${appUrl}#results`);
    const shown = await page.locator('main table').first().locator('tr > td:last-child .figure').first().innerText();
    const workbook = await taken(page, 'Workbook (xlsx)');
    expect(workbook.name).toBe('birmingham-2009-as-now.xlsx');
    const sheets = readSheets(workbook.file);
    expect(sheets.size).toBe(10);
    expect(sheets.get('Run record')!.flat()).toContain(fingerprint);
    const target = sheets.get('Targets')!.find((row) => row[0] === 'As now' && row[2] === 'NI 59')!;
    const chance = target[8] as number;
    expect(chanceShort({ probability: chance, interval: [target[9] as number, target[10] as number] })).toBe(shown);
    const long = (await taken(page, 'Long CSV')).file.toString();
    expect(long).toContain(fingerprint);
    await page.getByText('Save and share').click();
    expect(await violations(page)).toEqual([]);
  },
);
