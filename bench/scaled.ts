import { checkScenario, scenarioSchema, type Scenario } from '../src/model/index';
import { child, metaOf, tree, type SchemaNode } from '../src/model/scenario/schema-tree';

/** Units of figures and levers that count people, posts or children; what is a share, an hour or a limit stays the same in a council of any size. */
const COUNTING: readonly string[] = ['children', 'people', 'FTE', 'posts', 'agency workers', 'a month'];

/**
 * The same council so many times as large: every figure and lever grows whose unit counts people, posts or children.
 * @returns a scenario that has passed the parser
 */
export function scaled(scenario: Scenario, factor: number): Scenario {
  const checked = checkScenario(grown(scenario, tree(scenarioSchema), factor));
  if (!checked.ok) throw new Error(`the scaled scenario has problems: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

/** A copy of a part of the scenario, with what counts in it multiplied; its schema is walked beside it. */
function grown(value: unknown, node: SchemaNode | null, factor: number): unknown {
  if (typeof value !== 'object' || value === null || !node) return value;
  const unit = metaOf(node)?.unit;
  if (unit !== undefined) return COUNTING.includes(unit) ? times(value, factor) : value;
  if (Array.isArray(value)) return value.map((part: unknown, i) => grown(part, child(node, i, value), factor));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, grown(part, child(node, key, value), factor)]),
  );
}

/** A figure or lever with its value and the ends of its range multiplied. */
function times(figure: object, factor: number): object {
  const multiplied = (key: string, part: unknown): unknown =>
    ['value', 'low', 'high'].includes(key) && typeof part === 'number' ? part * factor : part;
  return Object.fromEntries(Object.entries(figure).map(([key, part]) => [key, multiplied(key, part)]));
}
