import { describe, expect, test } from 'vitest';
import { checkHosts, checkLock, checkVersions } from './packages';
import { checkPurity } from './purity';
import { checkRooms } from './rooms';
import { checkAny, checkBarrel, checkLength, checkNames, checkTopLevel } from './shape';
import { source } from './sources';
import { emptyNames, longByNature, maxLines, rooms, tableBuilder, topLevel } from './table';

/** Findings for small files written here, with the door of a small model beside them. */
function inHouse(files: Readonly<Record<string, string>>): string[] {
  const model = {
    'src/model/index.ts': "export * from './units';\nexport { compile as build } from './scenario/compile';",
    'src/model/units.ts': 'export const WEEK = 7;\nexport type Share = number;',
    'src/model/scenario/compile.ts': 'export function compile() {}',
  };
  return checkRooms(
    rooms,
    Object.entries({ ...model, ...files }).map(([path, text]) => source(path, text)),
  );
}

const one = (path: string, text: string) => inHouse({ [path]: text });

describe('the check of rooms finds', () => {
  test.each([
    ['an import upwards', 'src/model/engine/a.ts', "import { x } from '../domain/x';"],
    ['types from a forbidden room', 'src/model/engine/a.ts', "import type { X } from '../scenario/schema';"],
    ['an import type in place', 'src/model/domain/a.ts', "type X = import('../scenario/schema').X;"],
    ['an import at run time', 'src/ui/a.ts', "const x = await import('../run/pool');"],
    ['an import with a computed address', 'src/ui/a.ts', 'const x = await import(`${name}`);'],
    ['a re-export', 'src/ui/a.ts', "export { x } from '../store/x';"],
    ['an import for its effect', 'src/ui/a.ts', "import '../store/x';"],
    ['a glob', 'src/ui/a.ts', "const all = import.meta.glob('../../scenarios/*.json');"],
    [
      'a worker started by the page',
      'src/ui/a.ts',
      "new Worker(new URL('../../workers/a.worker.ts', import.meta.url));",
    ],
    ['an import in a Svelte file', 'src/ui/A.svelte', '<p>x</p>\n<script lang="ts">\nimport \'../run/x\';\n</script>'],
    ['a value where types are allowed', 'src/store/a.ts', "import { run } from '../run/runner';"],
    ['an exposing file in its own contract', 'workers/a-api.ts', "import './a.worker';"],
    ['a way round the door of the model', 'src/run/a.ts', "import { x } from '../model/engine/x';"],
    ['behaviour of the model in a page', 'src/ui/a.ts', "import { build } from '../model';"],
    ['the whole model in a page', 'src/ui/a.ts', "import * as model from '../model';"],
    ['a strange package', 'src/model/domain/a.ts', "import * as v from 'valibot';"],
    ['Node in a page', 'src/app/a.ts', "import { readFileSync } from 'node:fs';"],
    ['a file of no room', 'src/other/a.ts', ''],
  ])('%s', (_, path, text) => {
    expect(one(path, text)).toHaveLength(1);
  });

  test('a package in a second file', () => {
    const text = "import { mean } from 'simple-statistics';";
    expect(inHouse({ 'src/model/results/a.ts': text })).toEqual([]);
    expect(inHouse({ 'src/model/results/a.ts': text, 'src/model/results/b.ts': text })).toHaveLength(1);
  });

  test('the line', () => {
    expect(one('src/ui/A.svelte', "<p>x</p>\n<script>\nimport '../run/x';\n</script>")[0]).toMatch(
      /^src\/ui\/A\.svelte:3 /,
    );
  });
});

test.each([
  ['src/model/domain/a.ts', "import { x } from '../engine/deep/x';\nimport { WEEK } from '../units';"],
  ['src/run/a.ts', "import type { Api } from '../../workers/simulation-api';\nimport { build } from '../model/index';"],
  ['src/run/a.ts', "new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url));"],
  ['src/ui/a.ts', "import { WEEK, type Share } from '../model';\nimport { area } from 'd3-shape';\nimport './a.css';"],
  ['src/ui/a.ts', "// import '../run/x';\nconst text = \"import '../run/x'\";"],
  ['src/app/a.svelte.ts', "import { SvelteMap } from 'svelte/reactivity';\nimport { run } from '../run/pool';"],
  [
    'src/cli/a.ts',
    "import nodeEndpoint from 'comlink/dist/esm/node-adapter';\nimport { version } from '../../package.json';",
  ],
  [
    'workers/simulation.node.ts',
    "import { parentPort } from 'node:worker_threads';\nimport { x } from './simulation';",
  ],
])('the check of rooms lets %s do %j', (path, text) => {
  expect(one(path, text)).toEqual([]);
});

describe('the check of purity', () => {
  const pure = (text: string, path = 'src/model/engine/a.ts') => checkPurity(source(path, text), tableBuilder);

  test.each([
    'Math.random()',
    'new Date()',
    'performance.now()',
    'console.log(1)',
    'globalThis.x',
    'const { log } = Math',
  ])('finds %s, in the table builder too', (text) => {
    expect(pure(text)).toHaveLength(1);
    expect(pure(text, tableBuilder)).toHaveLength(1);
  });
  test.each([
    'Math.log(x)',
    'Math.exp(x)',
    'Math.pow(x, 2)',
    "Math['sin'](x)",
    'Math.cos(x)',
    'Math.hypot(x)',
    'x ** 2',
    'x **= 2',
  ])('finds %s outside the table builder', (text) => {
    expect(pure(text)).toHaveLength(1);
    expect(pure(text, tableBuilder)).toEqual([]);
  });
  test.each([
    'Math.sqrt(x * x)',
    '// new Date()',
    "'Math.random()'",
    'const x = { performance: 1 }',
    'row.console',
    'type D = IsoDate',
  ])('passes %s', (text) => {
    expect(pure(text)).toEqual([]);
  });
});

describe('the checks of files find', () => {
  test('a long one, but not a table of entries', () => {
    const text = 'x\n'.repeat(maxLines + 1);
    expect(checkLength(source('src/a.ts', text), maxLines, longByNature)).toHaveLength(1);
    expect(checkLength(source('src/a.ts', 'x\n'.repeat(maxLines)), maxLines, longByNature)).toEqual([]);
    expect(checkLength(source('src/model/scenario/schema-work.ts', text), maxLines, longByNature)).toEqual([]);
  });
  test.each(['src/utils/a.ts', 'src/ui/helpers.ts', 'src/common.svelte.ts'])('the empty name in %s', (path) => {
    expect(checkNames(path, emptyNames)).toHaveLength(1);
  });
  test('no empty name where there is none', () => {
    expect(checkNames('src/ui/commons/house-utility.ts', emptyNames)).toEqual([]);
  });
  test('any, as a type only', () => {
    expect(checkAny(source('a.ts', 'let x: any; // any\nconst any = "any";'))).toEqual(['a.ts:1 uses any']);
    expect(checkAny(source('A.svelte', '<script lang="ts">let x: any[];</script>'))).toHaveLength(1);
  });
  test('a barrel', () => {
    const text = "export * from './a';";
    expect(checkBarrel(source('src/run/index.ts', text), 'src/model/index.ts')).toHaveLength(1);
    expect(checkBarrel(source('src/model/index.ts', text), 'src/model/index.ts')).toEqual([]);
    expect(checkBarrel(source('src/run/a.ts', `${text}\nconst x = 1;`), 'src/model/index.ts')).toEqual([]);
  });
  test('a stranger at the top', () => {
    expect(checkTopLevel(['src', 'scripts'], topLevel)).toEqual(['scripts:1 is not on the agreed list']);
  });
});

describe('the checks of packages find', () => {
  test.each(['^1.2.3', '~1.2.3', '1.x', 'latest', '*', 'git+ssh://host/x', ''])(
    '%j, which is no exact version',
    (version) => {
      expect(checkVersions({ devDependencies: { x: version, y: '1.2.3', z: '2.0.0-beta.1' } })).toHaveLength(1);
    },
  );
  test('an address in the lock file', () => {
    expect(checkLock('{\n  "version": "1.0.0",\n  "resolved": "https://host/x.tgz"\n}')).toHaveLength(1);
  });
  test('a registry', () => {
    const host = ['registry', 'npmjs', 'org'].join('.');
    expect(checkHosts('a.md', `one\nsee https://${host}/svelte`)).toEqual(['a.md:2 names a package registry']);
    expect(checkHosts('.npmrc', ['registry', 'http://localhost/'].join('='))).toHaveLength(1);
    expect(checkHosts('.npmrc', 'omit-lockfile-registry-resolved=true')).toEqual([]);
  });
});
