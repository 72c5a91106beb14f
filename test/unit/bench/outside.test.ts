import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildC, findSimPy } from '../../../bench/reference/outside';

const path = process.env['PATH'];
let empty: string;

beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), 'trajectory-test-'));
  process.env['PATH'] = empty;
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(empty, { recursive: true });
});

test('a machine without SimPy is told in a sentence how to get it', () => {
  expect(findSimPy()).toEqual({ missing: expect.stringMatching(/^SimPy is missing: .*python3-simpy3.*\.$/) as string });
});

test('a machine without a C compiler is told in a sentence how to get one', () => {
  expect(buildC(empty)).toEqual({ missing: expect.stringMatching(/^A C compiler is missing: .*gcc.*\.$/) as string });
});
