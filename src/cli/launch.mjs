/**
 * Starts the command line (`node launch.mjs simulate …`), the benchmark (`node launch.mjs bench …`) or one of the long proofs.
 * Node does not run TypeScript, so the sources are bundled first, into a folder of node_modules/.cache named after
 * their content: an unchanged tree starts at once. Nothing but the command itself writes to standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '..', '..');
const cache = join(root, 'node_modules', '.cache', 'trajectory');
const kept = 4;

const entries = {
  main: { main: 'src/cli/main.ts', 'simulation.node': 'workers/simulation.node.ts' },
  bench: {
    bench: 'bench/main.ts',
    'simulation.node': 'workers/simulation.node.ts',
    'memory.node': 'bench/memory.node.ts',
  },
  coverage: { coverage: 'bench/coverage.ts', 'coverage.node': 'bench/coverage.node.ts' },
  engines: { engines: 'bench/engines.ts', 'engines-digest': 'bench/engines-digest.ts' },
};

/** Hash of everything that can change the bundle. The pages cannot, so their folders are left out. */
function fingerprint(program) {
  const hash = createHash('sha256').update(process.version);
  const folders = program === 'main' ? ['src', 'workers', 'scenarios'] : ['src', 'workers', 'scenarios', 'bench'];
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)))
    .filter((file) => /\.(ts|mjs|json|c|py)$/.test(file) && !/^src[\\/](ui|app|store)[\\/]/.test(file))
    .sort();
  for (const file of ['package.json', 'package-lock.json', ...files]) {
    hash
      .update(file.split(sep).join('/'))
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 24);
}

/** Builds into a folder of its own and renames it, so that two commands started together cannot disturb each other. */
async function bundle(program, target) {
  const { build } = await import('vite');
  const { assembly } = await import('../model/assembly.mjs');
  const own = `${target}.${process.pid}`;
  const input = Object.fromEntries(
    Object.entries(entries[program])
      .map(([name, file]) => [name, join(root, file)])
      .filter(([name, file]) => name !== 'simulation.node' || existsSync(file)),
  );
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [assembly()],
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: own,
        emptyOutDir: true,
        target: 'node20',
        sourcemap: 'inline',
        rolldownOptions: {
          input,
          // Constants stay const: where they may change, V8 looks each of them up anew.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', topLevelVar: false },
        },
      },
    });
    renameSync(own, target);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  forgetOld(program);
}

function forgetOld(program) {
  const folders = readdirSync(cache)
    .filter((name) => name.startsWith(`${program}-`))
    .map((name) => ({ path: join(cache, name), time: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of folders.slice(kept)) rmSync(path, { recursive: true, force: true });
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--bundle') {
  await bundle(rest[0], rest[1]);
} else {
  const program = first !== 'main' && Object.hasOwn(entries, first ?? '') ? first : 'main';
  mkdirSync(cache, { recursive: true });
  const target = join(cache, `${program}-${fingerprint(program)}`);
  if (!existsSync(target)) {
    // In a process of its own, with its output sent to standard error: the builder's threads and words stay out of the way.
    const built = spawnSync(process.execPath, [self, '--bundle', program, target], { stdio: ['ignore', 2, 2] });
    if (built.status !== 0) process.exit(70);
  }
  process.setSourceMapsEnabled(true);
  const main = join(target, `${program}.js`);
  process.argv = [process.execPath, main, ...(program === 'main' ? process.argv.slice(2) : rest)];
  await import(pathToFileURL(main).href);
}
