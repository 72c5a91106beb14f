/**
 * The rooms of the house and who may import whom, as data. Names are paths without `src/` and without extension; a star
 * stands for anything, deeper folders included. Files of one room may always import each other.
 */
export interface Room {
  readonly room: string;
  /** Files of the room, with their paths from the top. The first room that matches a file has it. */
  readonly files: readonly string[];
  /** What it may import, values and types. */
  readonly may?: readonly string[];
  /** What it may import as types only. */
  readonly types?: readonly string[];
  /** Workers it may start by address, `new URL(…)`. */
  readonly starts?: readonly string[];
  /** Packages it may import anywhere; `node:*` stands for what Node brings. */
  readonly packages?: readonly string[];
  /** Packages that one file of the room may import, and no second. */
  readonly inOneFile?: readonly string[];
  /** Values taken through the model's door must come from here; without this, from anywhere in the model. */
  readonly modelValues?: readonly string[];
}

export interface Reserved {
  readonly what: string;
  readonly files: readonly string[];
}

/** Labels, units and the shape of files and rows: what a page or a table needs without running anything. */
const labels = [
  'model/units',
  'model/failure',
  'model/measures/*',
  'model/scenario/figure',
  'model/scenario/schema*',
  'model/results/layout',
];

export const rooms: readonly Room[] = [
  {
    room: 'model/index',
    files: ['src/model/index.ts'],
    may: [
      'model/units',
      'model/failure',
      'model/measures/*',
      'model/compiled',
      'model/scenario/*',
      'model/simulator/*',
      'model/notice/*',
      'model/results/*',
    ],
  },
  {
    // The engine's program, in AssemblyScript: compiled on its own, it knows nothing of the rest but through its memory.
    room: 'model/engine',
    files: ['src/model/engine/*'],
  },
  {
    // AssemblyScript too: one future, day by day.
    room: 'model/domain',
    files: ['src/model/domain/*'],
    may: ['model/engine/*'],
  },
  {
    // The program's door: who puts models into its memory and reads results from it.
    room: 'model/simulator',
    files: ['src/model/simulator/*'],
    may: ['model/compiled*', 'model/units', 'model/failure', 'model/measures/*'],
    packages: ['virtual:engine'],
  },
  {
    // The calendar and the builders of tables, which a model is compiled with.
    room: 'model/tables',
    files: ['src/model/tables/*'],
    may: ['model/units', 'model/failure'],
  },
  {
    room: 'model/scenario',
    files: ['src/model/scenario/*'],
    may: [
      'model/compiled',
      'model/compiled-people',
      'model/units',
      'model/failure',
      'model/measures/*',
      'model/results/layout',
      'model/tables/*',
    ],
    packages: ['valibot'],
    inOneFile: ['mathjs'],
  },
  {
    room: 'model/notice',
    files: ['src/model/notice/*'],
    may: ['model/units', 'model/measures/*', 'model/results/*'],
    types: ['model/scenario/schema'],
  },
  {
    room: 'model/results',
    files: ['src/model/results/*'],
    may: ['model/units', 'model/failure', 'model/measures/*'],
    inOneFile: ['simple-statistics'],
  },
  {
    // The build step that compiles the program.
    room: 'model/assembly',
    files: ['src/model/assembly.mjs'],
    packages: ['assemblyscript', 'node:*'],
  },
  {
    room: 'model/assembly (types)',
    files: ['src/model/assembly.d.mts'],
    packages: ['vite'],
  },
  {
    // What the rooms of the model share: compiled, units, failure, measures.
    room: 'model/shared',
    files: ['src/model/compiled*.ts', 'src/model/units.ts', 'src/model/failure.ts', 'src/model/measures/*'],
  },
  {
    room: 'run',
    files: ['src/run/*'],
    may: ['model/index', 'package', 'workers/*-api'],
    starts: ['workers/*.worker'],
    inOneFile: ['comlink'],
  },
  {
    room: 'decide',
    files: ['src/decide/*'],
    may: ['model/index', 'model/results/format', 'run/*'],
  },
  {
    room: 'store',
    files: ['src/store/*'],
    may: ['model/index'],
    types: ['run/*'],
    inOneFile: ['idb'],
  },
  {
    room: 'report',
    files: ['src/report/*'],
    may: ['model/index', 'model/notice/*', 'model/results/*'],
    inOneFile: ['write-excel-file'],
    modelValues: labels,
  },
  {
    // What runs without a build. It bundles the command line and starts the bundle, at an address put together at run time.
    room: 'cli/launch',
    files: ['src/cli/launch.mjs'],
    may: ['model/assembly'],
    packages: ['vite', 'node:*', '(computed)'],
  },
  {
    room: 'cli',
    files: ['src/cli/*'],
    may: ['model/index', 'model/results/format', 'run/*', 'decide/*', 'report/*', 'scenarios/*', 'package'],
    types: ['workers/*-api'],
    starts: ['workers/*.node'],
    packages: ['node:*'],
    inOneFile: ['comlink'],
  },
  {
    room: 'app',
    files: ['src/app/*'],
    may: [
      'model/index',
      'model/notice/*',
      'model/results/*',
      'run/*',
      'decide/*',
      'store/*',
      'report/*',
      'scenarios/*',
      'package',
    ],
    packages: ['svelte'],
  },
  {
    room: 'ui',
    files: ['src/ui/*'],
    may: ['app/*', 'model/index'],
    modelValues: labels,
    packages: ['svelte', 'd3-shape', 'd3-array'],
  },
  {
    // The files that only expose the implementation; nobody imports them.
    room: 'workers/exposed',
    files: ['workers/*.worker.ts', 'workers/*.node.ts'],
    may: ['model/index', 'workers/*'],
    packages: ['comlink', 'node:*'],
  },
  {
    room: 'workers',
    files: ['workers/*'],
    may: ['model/index'],
  },
  {
    room: 'scenarios',
    files: ['scenarios/*'],
  },
];

/**
 * What only the files named may import, wherever they stand: rooms' names or packages, and paths from the top. The engine's
 * sources are compiled to a program; whoever else imported them would run them, or half of them, as TypeScript.
 */
export const reserved: readonly Reserved[] = [
  // The types of the program are declared in a file of their own.
  { what: 'virtual:engine', files: ['src/model/simulator/memory.ts', 'src/model/simulator/engine.d.ts'] },
  { what: 'virtual:engine-open', files: ['test/fixtures/inside.ts'] },
  { what: 'model/domain/*', files: ['src/model/domain/*'] },
  { what: 'model/engine/*', files: ['src/model/engine/*', 'src/model/domain/*'] },
  { what: 'model/assembly', files: ['vite.config.ts', 'src/cli/launch.mjs'] },
];

/** Files that may only hand on what others export: the door of the model; and the list of what the engine's program exports. */
export const barrels = ['src/model/index.ts', 'src/model/domain/index.ts'];

/** The only file that may build tables with logarithms, powers and angles. */
export const tableBuilder = 'src/model/tables/tables.ts';

/** Tables of entries, long by nature. */
export const longByNature = ['src/model/scenario/schema*.ts'];

export const maxLines = 300;

/** Names that gather what belongs nowhere. */
export const emptyNames = ['util', 'utils', 'helper', 'helpers', 'common'];

export const topLevel = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'eslint.config.js',
  'index.html',
  'src',
  'workers',
  'scenarios',
  'test',
  'bench',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.ci',
  '.gitignore',
  '.npmrc',
];

/** Made by tools and never committed. */
export const generated = ['.git', 'node_modules', 'dist', 'coverage', '.svelte-check'];
