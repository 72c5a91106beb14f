/** A notice that the program has never seen, typed in by keyboard alone as a council officer would, and the same as a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import direction from '../fixtures/direction-2026.json';
import { simulate } from '../../src/cli/simulate';
import { parseNotice, type Report } from '../../src/model/index';
import { test } from '../setup/page';
import { standIn } from '../unit/cli/stand-in';

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? '',
  );

/** Tabs on to the next field, button or part of that name. */
async function tabTo(page: Page, name: string, most = 30): Promise<void> {
  for (let n = 0; n < most && (await focused(page)) !== name; n++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(name);
}

/** Types into the next field of that name, taking the place of what stands in it, and leaves it. */
async function fill(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Chooses from the next list of that name by typing how the option begins. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text, { delay: 5 });
}

/** Goes to a button and presses it; where the page has led the reader past it, from the top on. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

interface Asked {
  readonly measure: string;
  readonly of?: string;
  readonly baseline: string;
  readonly year: string;
  readonly threshold: string;
  readonly due: string;
  readonly basis?: string;
  readonly months?: readonly [string, string];
  readonly because?: string;
}

async function addTarget(page: Page, asked: Asked): Promise<void> {
  await press(page, 'Add a target');
  await expect.poll(() => focused(page)).toBe('Measure');
  await choose(page, 'Measure', asked.measure);
  if (asked.of !== undefined) await choose(page, 'Whose figure', asked.of);
  await fill(page, 'Baseline', asked.baseline);
  await fill(page, 'Year of the baseline', asked.year);
  await fill(page, 'Threshold', asked.threshold);
  await fill(page, 'Date', asked.due);
  if (asked.basis !== undefined) await choose(page, 'How it is measured', asked.basis);
  if (asked.months) {
    await fill(page, 'First month counted', asked.months[0]);
    await fill(page, 'Last month counted', asked.months[1]);
  }
  if (asked.because !== undefined) await fill(page, 'Reason', asked.because);
  await page.keyboard.press('Tab');
}

/** The report of the command line for an average council with a notice laid over it. */
async function simulated(notice: string): Promise<Report> {
  const io = standIn({ files: { '/notice.json': notice } });
  expect(
    await simulate.run(['england-today', '--notice', '/notice.json', '--futures', '2', '--format', 'json'], io),
  ).toBe(0);
  return JSON.parse(io.said.out) as Report;
}

describe('a notice never seen', () => {
  test('typed into the page by keyboard alone is the same as its file, in the page and on the command line', async ({
    page,
    appUrl,
  }) => {
    await page.goto(`${appUrl}#targets`);
    await page.locator('input[type=file]').setInputFiles('scenarios/england-today.json');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('six targets');
    await page.getByRole('button', { name: 'Stop here' }).click();
    for (const name of await page.locator('main h3[id^=target]').allInnerTexts())
      await press(page, `Remove ${name.trim()}`);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('No targets yet');

    // The formula first: a target is then set on it. A slip is said, and what would be right.
    await press(page, 'Add a measure');
    await expect.poll(() => focused(page)).toBe('Name, own measure 1');
    await fill(page, 'Name, own measure 1', 'Assessment posts nobody fills');
    await fill(page, 'Formula, own measure 1', 'uncovered_fte("asessment") / posts_fte("assessment")');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.getByText('Did you mean uncovered_fte("assessment")?').first().isVisible()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await fill(page, 'Formula, own measure 1', 'uncovered_fte("assessment") / posts_fte("assessment")');
    await fill(
      page,
      'How it is counted, own measure 1',
      'Posts of the assessment team with neither a permanent holder nor agency ÷ its posts.',
    );
    await page.keyboard.press('Tab');
    await expect.poll(() => page.getByText('cannot be used as typed').count()).toBe(0);

    const year = '2025-26';
    await addTarget(page, {
      measure: 'Single assessments in 45 w',
      baseline: '78',
      year,
      threshold: '85%',
      due: 'Sept 2026',
      basis: 'in the month',
      because: 'National average',
    });
    await addTarget(page, {
      measure: 'Single assessments in 45 w',
      baseline: '78',
      year,
      threshold: '88 per cent',
      due: '31/3/2027',
      months: ['July', 'Mar 2027'],
      because: 'Statistical neighbours plus 2 points',
    });
    await addTarget(page, {
      measure: 'Child protection conferences',
      baseline: '70',
      year,
      threshold: '82',
      due: '31 March 2027',
      basis: 'over the last 12',
    });
    await press(page, 'Add a target');
    await choose(page, 'Measure', 'Average caseload');
    await choose(page, 'Whose figure', 'the team Referral');
    await fill(page, 'Baseline', '19.5');
    await fill(page, 'Year of the baseline', 'Feb 2026');
    await fill(page, 'Threshold', '16');
    await page.keyboard.press('Tab');
    await addTarget(page, {
      measure: 'Vacancies, posts',
      baseline: '17',
      year: 'Sept 2025',
      threshold: '10',
      due: 'no date',
    });
    await addTarget(page, {
      measure: 'Assessment posts nobody',
      baseline: '12',
      year: 'Feb 2026',
      threshold: '5',
      due: 'December 2026',
      basis: 'on the day',
    });

    // The notice rounds conferences to whole per cents before it compares.
    const conferences = page.getByRole('region', { name: 'Child protection conferences' });
    await conferences.getByText(/^Clause, source, rounding/).focus();
    await page.keyboard.press('Enter');
    await choose(page, 'Rounding', 'rounded to whole');
    await page.keyboard.press('Tab');

    await press(page, 'Add a review');
    await expect.poll(() => focused(page)).toBe('Date of the review of 30 September 2027');
    await fill(page, 'Date of the review of 30 September 2027', '31 Dec 2026');
    await page.keyboard.press('Tab');

    for (const [words, paragraph, evidence] of [
      [direction.clauses[0]!.text, 'Paragraph 3', 'Dip sample of 25 case files a quarter'],
      [direction.clauses[1]!.text, 'Paragraph 4', ''],
    ] as const) {
      const number = paragraph === 'Paragraph 3' ? 1 : 2;
      await press(page, 'Add a clause');
      await expect.poll(() => focused(page)).toBe(`Clause ${number}, text`);
      await page.keyboard.type(words);
      if (evidence !== '') await fill(page, `Clause ${number}, evidence needed`, evidence);
      else await page.keyboard.press('Tab');
      const name = `Clause ${number}, paragraph`;
      for (let n = 0; n < 3 && (await focused(page)) !== name; n++) await page.keyboard.press('Shift+Tab');
      await fill(page, name, paragraph);
      await page.keyboard.press('Tab');
    }

    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText())
      .toBe('The notice asks for six targets, the last by 31 March 2027, one without a date');
    const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Save the notice as a file')]);
    const typed = await readFile(await saved.path(), 'utf8');
    const read = parseNotice(typed);
    expect(read.ok && read.value).toEqual(direction);

    await expect
      .poll(() => page.getByText('Single assessments in 45 working days is asked for in two ways').count())
      .toBe(1);
    const [page1, file] = [await simulated(typed), await simulated(JSON.stringify(direction))];
    expect(page1.plans[0]!.targets).toEqual(file.plans[0]!.targets);
    expect(file.plans[0]!.targets.map(({ basisText }) => basisText)).toEqual([
      'September 2026 alone',
      'cumulative, July 2026 to March 2027',
      '12 months to March 2027',
      'on 31 March 2027',
      'at month end',
      'on 31 December 2026',
    ]);
    expect(file.plans[0]!.reviews.map(({ date, targets }) => [date, targets])).toEqual([
      ['2026-09-30', ['target']],
      ['2026-12-31', ['target-6']],
      ['2027-03-31', ['target-2', 'target-3', 'target-4']],
    ]);
  });
});
