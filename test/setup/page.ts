import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject, test as base } from 'vitest';

/** What a browser test is given. */
export interface Fixtures {
  /** One browser for the tests of a file. */
  browser: Browser;
  /** Fresh storage for every test, at 1280 × 800, without service workers. */
  context: BrowserContext;
  /** An empty page of that context: start with `page.goto(appUrl)`. The test fails if `problems` is not empty at its end. */
  page: Page;
  /** Address of the built app, ending in a slash. */
  appUrl: string;
  /** Errors on the console, uncaught errors and breaches of the content policy so far. A test that provokes one empties it. */
  problems: string[];
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const test = base.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- the runner reads which fixtures are wanted from the pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  // eslint-disable-next-line no-empty-pattern -- see above
  appUrl: async ({}, use) => {
    await use(inject('appUrl'));
  },
  // eslint-disable-next-line no-empty-pattern -- see above
  problems: async ({}, use) => {
    await use([]);
  },
  context: async ({ browser }, use) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      serviceWorkers: 'block',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    await use(context);
    await context.close();
  },
  page: async ({ context, problems }, use) => {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
    page.on('crash', () => problems.push('the page crashed'));
    await use(page);
    if (problems.length > 0) throw new Error(`The page reported problems:\n${problems.join('\n')}`);
  },
});
