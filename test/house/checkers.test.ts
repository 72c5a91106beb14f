import { describe, expect, test } from 'vitest';
import { checkHosts, checkLock, checkVersions } from './packages';
import { checkPurity } from './purity';
import { checkReserved, checkRooms } from './rooms';
import { checkAny, checkBarrel, checkLength, checkNames, checkTopLevel } from './shape';
import { source } from './sources';
import { barrels, emptyNames, longByNature, maxLines, reserved, rooms, tableBuilder, topLevel } from './table';

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
    ['what the engine has no use for in it', 'src/model/engine/a.ts', "import { WEEK } from '../units';"],
    ['what the rules have no use for in them', 'src/model/domain/a.ts', "import { WEEK } from '../units';"],
    ['names of measures in the rules', 'src/model/domain/a.ts', "import { MEASURES } from '../measures/all';"],
    ['a compiled model in the rules', 'src/model/domain/a.ts', "import type { X } from '../compiled';"],
    ['tables built in the engine', 'src/model/engine/a.ts', "import { x } from '../tables/tables';"],
    ['the engine in the builders of tables', 'src/model/tables/a.ts', "import { x } from '../engine/samplers';"],
    ['the rules in their own door', 'src/model/simulator/a.ts', "import { x } from '../domain/rows';"],
    ['a scenario in the door of the rules', 'src/model/simulator/a.ts', "import type { X } from '../scenario/schema';"],
    ['the rules in a scenario', 'src/model/scenario/a.ts', "import { x } from '../domain/rows';"],
    ['futures run in a scenario', 'src/model/scenario/a.ts', "import { x } from '../simulator/simulator';"],
    ['the rules handed on by the model', 'src/model/index.ts', "export { x } from './domain/rows';"],
    ['the program in a room without it', 'src/model/results/a.ts', "import { layout } from 'virtual:engine';"],
    ['the open program in the product', 'src/model/simulator/a.ts', "import { layout } from 'virtual:engine-open';"],
    ['the build step in the product', 'src/run/a.ts', "import { assembly } from '../model/assembly.mjs';"],
    ['a strange package in the build step', 'src/model/assembly.mjs', "await import('vite');"],
    ['the product in the build step', 'src/model/assembly.mjs', "import { WEEK } from './units';"],
    ['the product in what runs without a build', 'src/cli/launch.mjs', "import '../run/pool';"],
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
  ['src/model/domain/a.ts', "import { x } from '../engine/deep/x';\nimport { y } from './y';"],
  ['src/model/scenario/a.ts', "import { x } from '../tables/tables';\nimport { y } from '../tables/calendar';"],
  ['src/model/tables/a.ts', "import { WEEK } from '../units';"],
  [
    'src/model/simulator/a.ts',
    "import type { X } from '../compiled-people';\nimport { MEASURES } from '../measures/all';",
  ],
  ['src/model/simulator/memory.ts', "import * as built from 'virtual:engine';"],
  ['src/model/assembly.mjs', "import { join } from 'node:path';\nawait import('assemblyscript/asc');"],
  ['src/model/assembly.d.mts', "import type { Plugin } from 'vite';"],
  ['src/cli/launch.mjs', "await import('../model/assembly.mjs');\nawait import(main);"],
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

describe('the check of what is reserved', () => {
  const found = (path: string, text: string) => checkReserved(reserved, [source(path, text)]);

  test.each([
    ['src/model/simulator/load.ts', "import { layout } from 'virtual:engine';"],
    ['test/unit/a.test.ts', "import * as built from 'virtual:engine';"],
    ['test/unit/a.test.ts', "import * as open from 'virtual:engine-open';"],
    ['src/model/simulator/memory.ts', "import * as open from 'virtual:engine-open';"],
    ['bench/a.ts', "import { rowOf } from '../src/model/domain/rows';"],
    ['test/unit/a.test.ts', "import type { Future } from '../../src/model/domain/future';"],
    ['test/fixtures/inside.ts', "import { CAUSE } from '../../src/model/engine/streams';"],
    ['src/model/engine/a.ts', "import { future } from '../domain/future';"],
    ['bench/a.ts', "import { assembly } from '../src/model/assembly.mjs';"],
    ['src/cli/commands.ts', "await import('../model/assembly.mjs');"],
  ])('finds in %s: %s', (path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });
  test.each([
    ['src/model/simulator/memory.ts', "import * as built from 'virtual:engine';"],
    ['test/fixtures/inside.ts', "import * as open from 'virtual:engine-open';"],
    ['src/model/domain/a.ts', "import { x } from '../engine/x';\nimport { y } from './y';"],
    ['src/model/engine/a.ts', "import { x } from './x';"],
    ['vite.config.ts', "import { assembly } from './src/model/assembly.mjs';"],
    ['src/cli/launch.mjs', "await import('../model/assembly.mjs');"],
    ['test/unit/a.test.ts', "import { takeUp } from '../../src/model/simulator/load';"],
  ])('passes in %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
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
    'NativeMath.random()',
    'const log = JSMath',
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
    'Mathf.log(x)',
    'NativeMath.exp(x)',
    'NativeMathf.pow(x, 2)',
    'JSMath.sin(x)',
    'x ** 2',
    'x **= 2',
  ])('finds %s outside the table builder', (text) => {
    expect(pure(text)).toHaveLength(1);
    expect(pure(text, tableBuilder)).toEqual([]);
  });
  test.each([
    'Math.sqrt(x * x)',
    'sqrt<f64>(x)',
    'export class A { log(): i32 { return 1; } }',
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
    expect(checkBarrel(source('src/run/index.ts', text), barrels)).toHaveLength(1);
    expect(checkBarrel(source('src/model/engine/index.ts', text), barrels)).toHaveLength(1);
    expect(checkBarrel(source('src/model/index.ts', text), barrels)).toEqual([]);
    expect(checkBarrel(source('src/model/domain/index.ts', text), barrels)).toEqual([]);
    expect(checkBarrel(source('src/run/a.ts', `${text}\nconst x = 1;`), barrels)).toEqual([]);
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
