import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app, served for this run only; ends in a slash. */
    appUrl: string;
    /** Path of the browser. */
    chromium: string;
  }
}

/** In a process of its own, because the test runner's environment would make it a development build. */
function build(outDir: string): void {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')),
  );
  const vite = join(process.cwd(), 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The app does not build, so the browser tests cannot run.');
}

/** Builds the app into a temporary folder, serves it on a free port, and tells the tests where it and the browser are. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  const outDir = mkdtempSync(join(tmpdir(), 'trajectory-app-'));
  build(outDir);
  const server = await preview({ build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  project.provide('appUrl', `http://127.0.0.1:${address.port}/`);
  project.provide('chromium', chromium);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
