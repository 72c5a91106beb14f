import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../../src/model/index';

/** The program as it is started from a shell, with real files, real threads and a real pipe. */
const run = (...args: string[]) => spawnSync(process.execPath, ['src/cli/launch.mjs', ...args], { encoding: 'utf8' });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trajectory-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('threads give the report that one thread gives, byte for byte, and leave nothing on standard error', () => {
  const args = ['simulate', 'birmingham-2009', '--futures', '8', '--months', '13', '--format', 'json'];
  const [alone, ...shared] = ['1', '2', '8'].map((workers) => {
    const { status, stdout, stderr } = run(...args, '--workers', workers);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const report: Partial<Report> = JSON.parse(stdout) as Report;
    expect(report.timing?.workers).toBe(Number(workers));
    expect(report.spread?.map(({ pairs }) => pairs)).toEqual(new Array<number>(8).fill(8));
    return JSON.stringify({ ...report, timing: null });
  });
  expect(shared).toEqual([alone, alone]);
});

test('a calibration is the same for one thread and two, byte for byte', () => {
  const args = ['calibrate', 'birmingham-2009', '--points', '2', '--worlds', '2', '--format', 'json'];
  const [alone, shared] = ['1', '2'].map((workers) => {
    const { status, stdout, stderr } = run(...args, '--workers', workers);
    expect({ done: status === 0 || status === 1, stderr }).toEqual({ done: true, stderr: '' });
    const report: Partial<Report> = JSON.parse(stdout) as Report;
    expect(report.timing?.workers).toBe(Number(workers));
    return JSON.stringify({ ...report, timing: null });
  });
  expect(shared).toBe(alone);
});

test('a reader that goes away early is no error', () => {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `set -o pipefail; ${JSON.stringify(process.execPath)} src/cli/launch.mjs simulate birmingham-2009 --futures 1 --format json --workers 1 | head -c 2`,
    ],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  // The report is longer than a pipe holds, so its end cannot be delivered.
  expect(stdout).toBe('{\n');
});

test('files that are not what they should be', () => {
  const utf16 = join(folder, 'utf16.json');
  writeFileSync(utf16, Buffer.from('\uFEFF{"kind":"scenario"}', 'utf16le'));
  const huge = join(folder, 'huge.json');
  writeFileSync(huge, ' '.repeat(12_000_000));
  for (const [path, code] of [
    [utf16, 'encoding'],
    [huge, 'too-large'],
  ] as const) {
    const { status, stdout } = run('validate', path);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ kind: null, problems: [{ code }] });
  }
  expect(run('validate', folder)).toMatchObject({
    status: 3,
    stdout: '',
    stderr: `The file "${folder}" cannot be read: it is a folder.\n`,
  });
  expect(run('simulate', 'birmingham-2009', '--out', join(folder, 'no', 'x.json'))).toMatchObject({
    status: 3,
    stdout: '',
  });
});
