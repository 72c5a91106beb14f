/**
 * Tests that simulate are bundled, each file with all that it imports of this project, as the program itself is. One by one, modules
 * would reach each other through the test runner's own table of imports, and the simulator is five times slower so.
 */
import { build, type Plugin } from 'vite';

/** @param which files it holds for, by their path with forward slashes */
export function bundled(which: RegExp): Plugin {
  return {
    name: 'bundled-tests',
    enforce: 'pre',
    async load(id) {
      if (!which.test(id)) return null;
      const made = await build({
        configFile: false,
        logLevel: 'error',
        ssr: { noExternal: [] },
        build: {
          ssr: id,
          write: false,
          target: 'node20',
          sourcemap: true,
          minify: false,
          rolldownOptions: { output: { topLevelVar: false, codeSplitting: false } },
        },
      });
      const outputs = Array.isArray(made) ? made : [made];
      const chunk = outputs.flatMap((one) => ('output' in one ? one.output : [])).find((one) => one.type === 'chunk');
      if (!chunk) throw new Error(`${id} could not be bundled`);
      return { code: chunk.code, map: chunk.map };
    },
  };
}
