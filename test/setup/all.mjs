/**
 * The whole test command: type checks, lint and format, then the tests, then those in a browser, and one closing line
 * `N passed, N failed` over all of it. Each check counts as one. With --checks-only it stops before the tests.
 * Plain JavaScript, because Node starts it without a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (...parts) => join('node_modules', ...parts);

const checks = [
  ['Types of the model, without browser or Node', bin('typescript', 'bin', 'tsc'), ['-p', 'src/model']],
  [
    'Types of everything',
    bin('svelte-check', 'bin', 'svelte-check'),
    ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  ],
  ['Lint', bin('eslint', 'bin', 'eslint.js'), ['--max-warnings', '0', '.']],
  [
    'Format',
    bin('prettier', 'bin', 'prettier.cjs'),
    ['--check', '--log-level', 'warn', '**/*.{ts,svelte,js,mjs,css,html}'],
  ],
];

const total = { passed: 0, failed: 0 };

function run(file, args, env = process.env) {
  return spawnSync(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function check([name, file, args]) {
  const ok = run(file, args);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  total[ok ? 'passed' : 'failed']++;
}

/** One run of the test runner. A run that ends badly without counting a failure (it never started, say) is one itself. */
function tests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'trajectory-tally-'));
  const file = join(folder, 'tally.json');
  const ok = run(bin('vitest', 'vitest.mjs'), ['run', `--project=${project}`], { ...process.env, TALLY_FILE: file });
  let tally = { passed: 0, failed: 0 };
  try {
    tally = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    tally.failed = 1;
  }
  if (!ok && tally.failed === 0) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
  rmSync(folder, { recursive: true, force: true });
}

checks.forEach(check);
if (!process.argv.includes('--checks-only')) {
  tests('!browser');
  tests('browser');
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
