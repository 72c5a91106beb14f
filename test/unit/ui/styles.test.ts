/** A look is written once: in app.css, or in the one component that has it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../../src/ui/targets/', import.meta.url);

/** The rules of a component's own style with four declarations or more, each without its spaces. */
function rulesOf(text: string): readonly string[] {
  const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
  return [...style.matchAll(/\{([^{}]*)\}/g)]
    .map(([, body = '']) => body.replace(/\s+/g, ' ').trim())
    .filter((body) => body.split(';').length > 4);
}

test('no rule stands word for word in two components of the page Targets', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.svelte'));
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const name of files) {
    for (const rule of new Set(rulesOf(readFileSync(new URL(name, FOLDER), 'utf8')))) {
      const other = seen.get(rule);
      if (other === undefined) seen.set(rule, name);
      else twice.push(`${other} and ${name}: ${rule}`);
    }
  }
  expect(seen.size).toBeGreaterThan(5);
  expect(twice).toEqual([]);
});
