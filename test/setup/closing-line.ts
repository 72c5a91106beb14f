import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Counts the tests of all projects and says so in one plain line at the end. A file that does not load and an error
 * outside any test count as one failure each, so that the line never looks better than the exit code.
 * Where TALLY_FILE names a file, the counts go there instead: the full test command adds its own checks before it speaks.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
      }
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
    }
    const file = process.env['TALLY_FILE'];
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
    else console.log(`${String(passed)} passed, ${String(failed)} failed`);
  }
}
