import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './src/model/assembly.mjs';

const policy = [
  "default-src 'none'",
  // The engine is WebAssembly, whose compilation counts as evaluation.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the content policy into the built page, so that it holds on any static host. The dev server needs inline styles and goes without. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

/** The kinds of test, filed by what they prove; those that need the built app and a browser are set apart below. */
const kinds = ['unit', 'property', 'analytic', 'golden', 'sweep', 'house'];

export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false }), contentPolicy, assembly()],
  // The workbook writer's own zip starts workers from addresses that the policy refuses.
  resolve: { alias: { fflate: fileURLToPath(new URL('src/report/zip.ts', import.meta.url)) } },
  // Constants stay const: where they may change, V8 looks each of them up anew.
  worker: {
    format: 'es',
    plugins: () => [assembly()],
    rolldownOptions: { output: { topLevelVar: false }, checks: { bundlerTimings: false } },
  },
  build: {
    rolldownOptions: { output: { topLevelVar: false }, checks: { bundlerTimings: false } },
    target: 'es2022',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // An asset put inline as a data: address would be refused by the policy above.
    assetsInlineLimit: 0,
  },
  preview: {
    host: '127.0.0.1',
    port: 4173,
    // A policy in the page cannot say who may frame it, nor does it reach workers: the header does both.
    headers: { 'Content-Security-Policy': `${policy}; frame-ancestors 'none'` },
  },
  server: { host: '127.0.0.1' },
  test: {
    passWithNoTests: true,
    // Every core: left alone, Vitest keeps one for itself and runs one file at a time on a machine of two.
    maxWorkers: '100%',
    reporters: ['default', './test/setup/closing-line.ts'],
    projects: [
      ...kinds.map((name) => ({
        extends: true as const,
        test: {
          name,
          environment: 'node',
          include: [`test/${name}/**/*.test.ts`],
          // Bundled as in the page, so that the line above holds here too.
          server: { deps: { inline: ['write-excel-file'] } },
          testTimeout: 180_000,
        },
      })),
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          // Pages share the machine's cores with their workers: one at a time.
          fileParallelism: false,
          globalSetup: ['test/setup/built-app.ts'],
          // Views are loaded as they are opened; a machine under test may be busy.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
