import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkHosts, checkLock, checkVersions } from './packages';
import { checkPurity } from './purity';
import { checkReserved, checkRooms } from './rooms';
import { checkAny, checkBarrel, checkLength, checkNames, checkTopLevel } from './shape';
import { filesUnder, sourcesUnder } from './sources';
import {
  barrels,
  emptyNames,
  generated,
  longByNature,
  maxLines,
  reserved,
  rooms,
  tableBuilder,
  topLevel,
} from './table';

const product = sourcesUnder('src', 'workers', 'scenarios');
const everything = [...product, ...sourcesUnder('test', 'bench')];

const entries = readdirSync('.', { withFileTypes: true }).filter(({ name }) => !generated.includes(name));
const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const files = [...entries.filter((entry) => entry.isFile()).map(({ name }) => name), ...filesUnder(...folders)];

describe('rooms', () => {
  test('import only what the table allows', () => {
    expect(checkRooms(rooms, product)).toEqual([]);
  });
  test('keep to themselves what is reserved for them', () => {
    expect(checkReserved(reserved, everything)).toEqual([]);
  });
  test('have one barrel, the door of the model', () => {
    expect(everything.flatMap((file) => checkBarrel(file, barrels))).toEqual([]);
  });
});

test('the model is pure', () => {
  const model = product.filter(({ path }) => path.startsWith('src/model/'));
  expect(model.flatMap((file) => checkPurity(file, tableBuilder))).toEqual([]);
});

describe('files', () => {
  test('stay short', () => {
    expect(everything.flatMap((file) => checkLength(file, maxLines, longByNature))).toEqual([]);
  });
  test('have names that say something', () => {
    expect(files.flatMap((path) => checkNames(path, emptyNames))).toEqual([]);
  });
  test('never say any', () => {
    expect(everything.flatMap(checkAny)).toEqual([]);
  });
  test('at the top are the agreed ones', () => {
    expect(
      checkTopLevel(
        entries.map(({ name }) => name),
        topLevel,
      ),
    ).toEqual([]);
  });
});

describe('packages', () => {
  test('have exact versions', () => {
    expect(checkVersions(JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>)).toEqual([]);
  });
  test('are locked without saying where from', () => {
    expect(checkLock(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
  });
  test('come from no registry that a file names', () => {
    expect(files.flatMap((path) => checkHosts(path, readFileSync(path, 'utf8')))).toEqual([]);
  });
});
