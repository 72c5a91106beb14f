/**
 * Makes the engine's program: the AssemblyScript of domain/ and engine/, compiled to WebAssembly. A Vite plugin hands it to
 * whoever imports `virtual:engine`, with the layout of what it keeps in memory: in the page, in workers, at the command line
 * and in tests. Compiling takes seconds, so what comes of it is kept in a file of node_modules/.cache named after all that
 * it is made of. Plain JavaScript, because the command line's launcher runs without a build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ at: number, type: string }} Field
 * @typedef {{ size: number, fields: Record<string, Field> }} Struct
 * @typedef {{ structs: Record<string, Struct>, addresses: Record<string, number> }} Layout
 * @typedef {{ bytes: string, layout: Layout }} Engine
 */

const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '..', '..');
const cache = join(root, 'node_modules', '.cache', 'trajectory');
const kept = 4;

/** What can be imported, and the file whose exports it then has. The open one lets tests reach inside. */
const entries = { 'virtual:engine': 'src/model/domain/index.ts', 'virtual:engine-open': 'src/model/domain/open.ts' };
const folders = ['src/model/domain', 'src/model/engine'];

/** Whose exported constants are known to the page: addresses, and how much there is room for. */
const layoutFiles = folders.map((folder) => `${folder}/layout`);

/** The address up to which everything is laid out beforehand; memory is this large at first. */
const END = 'src/model/domain/layout/RULES_END';
/** Bytes of a page of memory. What the compiler itself puts into memory must end in the first; the layout begins after it. */
const PAGE = 65_536;

// No runtime, since nothing is allocated by the compiler's means; `abort` is the only import there could be, and is dropped.
const options = [
  ...['--baseDir', root, '--outFile', 'engine.wasm', '--noColors', '--runtime', 'stub', '--use', 'abort='],
  ...['--optimizeLevel', '0', '--noAssert'],
];

/** An error that says all it has to say in a sentence. The compiler prints stacks, which would add nothing. */
function problem(sentence) {
  const error = new Error(sentence);
  error.stack = sentence;
  return error;
}

/** Paths of all sources, imported or not. */
function sources() {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => join(root, folder, file)),
  );
}

/** Hash of all that can change the program. The compiler's manifest names its own version and the optimiser's. */
function fingerprint(entry) {
  const hash = createHash('sha256').update(entry);
  for (const file of [self, join(root, 'node_modules', 'assemblyscript', 'package.json'), ...sources()]) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}

/** How a field is to be read: a number by its type, what stands elsewhere by its address. */
function fieldType(type, TypeKind) {
  const name = type.getClass()?.name;
  if (name === 'Ints' || name === 'Reals') return name;
  return type.kind === TypeKind.Usize ? 'pointer' : type.toString();
}

/** @returns {Struct} */
function structOf(program, prototype, TypeKind) {
  const made = program.resolver.resolveClass(prototype, null);
  if (!made) throw problem(`The layout of ${prototype.internalName} cannot be found.`);
  const fields = [...made.members.values()]
    .filter((member) => member.isField)
    .map(({ name, instance }) => [name, { at: instance.memoryOffset, type: fieldType(instance.type, TypeKind) }]);
  return { size: made.nextMemoryOffset, fields: Object.fromEntries(fields) };
}

/** Classes that stand in memory as they are written, in any of the files. */
function unmanagedClasses(program, { ElementKind, DecoratorFlags, CommonFlags }) {
  return [...program.filesByName.values()]
    .filter((file) => folders.some((folder) => file.internalName.startsWith(`${folder}/`)))
    .flatMap((file) => [...(file.members?.values() ?? [])].filter(({ parent }) => parent === file))
    .filter(({ kind }) => kind === ElementKind.ClassPrototype)
    .filter((one) => one.hasDecorator(DecoratorFlags.Unmanaged) && !one.is(CommonFlags.Generic));
}

/** Structs by name. Files may have some of their own by the same name; then only an exported one is meant. */
function structs(program, language) {
  const classes = unmanagedClasses(program, language);
  const found = {};
  for (const name of new Set(classes.map((one) => one.name))) {
    const all = classes.filter((one) => one.name === name);
    const exported = all.filter((one) => one.is(language.CommonFlags.Export));
    if (exported.length > 1) throw problem(`Two classes are exported as ${name}; the layout tells them apart by name.`);
    const meant = exported[0] ?? (all.length === 1 ? all[0] : null);
    if (meant) found[name] = structOf(program, meant, language.TypeKind);
  }
  return found;
}

/** The value of a global constant, by its full name. */
function constantOf(name, module, binaryen) {
  const global = module.getGlobal(name);
  const { mutable, init } = global ? binaryen.getGlobalInfo(global) : { mutable: true };
  const { id, value } = mutable ? {} : binaryen.getExpressionInfo(init);
  if (id !== binaryen.ConstId) throw problem(`${name} is wanted for the layout, and is not a constant of the program.`);
  return value;
}

/** Exported constants of the layout files, by name. */
function addresses(program, module, binaryen, { ElementKind, CommonFlags }) {
  const constants = layoutFiles
    .flatMap((name) => [...(program.filesByName.get(name)?.exports?.values() ?? [])])
    .filter((element) => element.kind === ElementKind.Global && element.is(CommonFlags.Const));
  return Object.fromEntries(constants.map((one) => [one.name, constantOf(one.internalName, module, binaryen)]));
}

/** Makes memory as large as what is laid out, and sees that the compiler has put nothing where the layout stands. */
function setMemory(module, binaryen) {
  if (module.getGlobal('~lib/memory/__heap_base')) {
    throw problem(
      'The program makes a managed object (an array, a string, a class without @unmanaged): there is no room.',
    );
  }
  const segments = Array.from({ length: module.getNumDataSegments() }, (_, i) =>
    module.getDataSegmentInfo(module.getDataSegmentByIndex(i)),
  );
  const end = Math.max(0, ...segments.map(({ offset, data }) => offset + data.byteLength));
  if (end > PAGE)
    throw problem(`The compiler's own data ends at ${end}, where the layout stands: it begins at ${PAGE}.`);
  const same = segments.map(({ offset, data, ...rest }) => {
    return { ...rest, offset: module.i32.const(offset), data: new Uint8Array(data) };
  });
  // No most (-1), no second export, neither shared nor of 64 bits; '0' is the compiler's name for it.
  module.setMemory(Math.ceil(constantOf(END, module, binaryen) / PAGE), -1, null, same, false, false, '0');
}

/** Hears from the compiler what it has found, before its optimiser takes away what nobody reads. */
function listener(language, found) {
  return class {
    afterCompile(module) {
      const { program, binaryen } = this;
      found.layout = {
        structs: structs(program, language),
        addresses: addresses(program, module, binaryen, language),
      };
      setMemory(module, binaryen);
    }
  };
}

/** What is worth doing once more where so much was put in line: what a loop need not repeat, and what is worked out twice. */
const AFTERWARDS = [
  'licm',
  'local-cse',
  'simplify-locals',
  'vacuum',
  'coalesce-locals-learning',
  'reorder-locals',
  'vacuum',
];

/**
 * Optimises, with far more put in line than is usual: a future is a third cheaper than with the compiler's own optimising, which
 * besides always allows what it calls fast mathematics. As wasm-opt -O4 would, with limits of our own.
 */
function optimise(binaryen, bytes) {
  const { MutableGlobals, NontrappingFPToInt, SignExt, BulkMemory, BulkMemoryOpt } = binaryen.Features;
  const features = MutableGlobals | NontrappingFPToInt | SignExt | BulkMemory | BulkMemoryOpt;
  const module = binaryen.readBinaryWithFeatures(bytes, features);
  // These are the optimiser's for the whole process, and the compiler has set them to its own liking.
  binaryen.clearPassArguments();
  binaryen.setOptimizeLevel(4);
  binaryen.setShrinkLevel(0);
  binaryen.setDebugInfo(false);
  binaryen.setFastMath(false);
  binaryen.setTrapsNeverHappen(false);
  binaryen.setLowMemoryUnused(true);
  binaryen.setAllowInliningFunctionsWithLoops(false);
  binaryen.setAlwaysInlineMaxSize(200);
  binaryen.setFlexibleInlineMaxSize(800);
  binaryen.setOneCallerInlineMaxSize(2000);
  module.optimize();
  module.runPasses(AFTERWARDS);
  const optimised = module.emitBinary();
  module.dispose();
  return optimised;
}

/** A program that asks for nothing and can be instantiated at once. */
function checkImports(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const names = imports.map(({ module, name }) => `${module}.${name}`).join(', ');
  if (names) throw problem(`The program imports ${names}; it must import nothing.`);
}

/** @returns {Promise<Engine>} */
async function compile(entry) {
  if (!existsSync(join(root, entry))) throw problem(`There is no ${entry} to make the program of.`);
  const { default: asc } = await import('assemblyscript/asc');
  const { default: binaryen } = await import('assemblyscript/binaryen');
  const found = {};
  const stderr = asc.createMemoryStream();
  const { error } = await asc.main([entry, ...options], {
    stderr,
    transforms: [listener(await import('assemblyscript'), found)],
    writeFile: (_, bytes) => void (found.bytes = bytes),
  });
  const said = stderr.toString().replace(/\s*^FAILURE[^]*$/m, '');
  if (error) throw problem(`${entry} does not compile.\n${said || error.message}`);
  const bytes = optimise(binaryen, found.bytes);
  checkImports(bytes);
  return { bytes: Buffer.from(bytes).toString('base64'), layout: found.layout };
}

/** Where what is made of the sources as they are now is kept. */
function fileOf(entry) {
  return join(cache, `engine-${fingerprint(entry)}.json`);
}

/** Keeps what was made, for the next who asks. Renamed, so that processes started together cannot disturb each other. */
function keep(engine, file) {
  mkdirSync(cache, { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(engine));
  renameSync(own, file);
  const files = readdirSync(cache)
    .filter((name) => /^engine-[0-9a-f]+\.json$/.test(name))
    .map((name) => join(cache, name))
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(kept)) rmSync(path, { force: true });
}

/** @returns {Promise<Engine>} */
async function keptOrMade(entry, file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const engine = await compile(entry);
    // Sources that were written to meanwhile would be kept under a name that is not theirs.
    if (fileOf(entry) === file) keep(engine, file);
    return engine;
  }
}

/** What was asked for in this process, by file: page, workers and tests ask at once. */
const asked = new Map();

/** @returns {Promise<Engine>} */
function engineOf(entry) {
  const file = fileOf(entry);
  if (!asked.has(file)) asked.set(file, keptOrMade(entry, file));
  return asked.get(file);
}

/** Said where a browser does not have what the program runs in. */
const SWITCHED_OFF =
  'WebAssembly is switched off in this browser, and the simulation runs in it. In Edge it may be the enhanced security under Settings, Privacy: add this page to its exceptions.';

/** What whoever imports the program gets; its type is in `simulator/engine.d.ts`. @param {Engine} engine */
function moduleOf({ bytes, layout }) {
  return `
    export function instantiate() {
      if (typeof WebAssembly === 'undefined') throw new Error(${JSON.stringify(SWITCHED_OFF)});
      const bytes = Uint8Array.from(atob(${JSON.stringify(bytes)}), (character) => character.charCodeAt(0));
      return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
    }
    export const layout = ${JSON.stringify(layout)};
  `;
}

/** The same names as a program imports them, and as the plugin then marks them for its own. */
const imported = new RegExp(`^(?:${Object.keys(entries).join('|')})$`);
const resolved = new RegExp(`^\\0(?:${Object.keys(entries).join('|')})$`);

/** @returns {import('vite').Plugin} */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    resolveId: { filter: { id: imported }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: resolved },
      async handler(id) {
        for (const file of sources()) this.addWatchFile(file);
        const code = moduleOf(await engineOf(entries[id.slice(1)]));
        return { code, map: { mappings: '' }, moduleSideEffects: false };
      },
    },
  };
}
