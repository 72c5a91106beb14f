/** What tests in a browser look at again and again. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** A first look takes seconds on an idle laptop; a machine under test may be busy. Milliseconds. */
export const PATIENCE = 120_000;

/** Barriers that axe finds on the page, or on parts of it only: rule and place of each. */
export async function violations(page: Page, ...parts: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ]);
  for (const part of parts) axe.include(part);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Opens a view and waits for the first look, as now beside it; then stops there. */
export async function firstLook(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.was').waitFor({ timeout: PATIENCE });
  await page.getByRole('button', { name: 'Stop here' }).click();
  await page
    .getByText(/Stopped at/)
    .first()
    .waitFor();
}
