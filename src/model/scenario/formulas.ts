import type { Outcome, Problem } from '../failure';
import { MEASURES } from '../measures/all';
import type { FormulaMeasure } from '../measures/definition';
import { nearest, pathOf } from './problems';
import { partProblem } from './problems-measures';
import type { Scenario } from './schema';

/**
 * The formula measures of a scenario, ready to be worked out; all that is wrong with them otherwise. A formula may use
 * the measures of the model, of the whole service or of a team or grade, not other formulas. The parser is loaded only where there is one to read.
 */
export async function readFormulas({
  formulas = [],
  workforce,
}: Pick<Scenario, 'formulas' | 'workforce'>): Promise<Outcome<readonly FormulaMeasure[]>> {
  if (formulas.length === 0) return { ok: true, value: [] };
  const { readFormula } = await import('./formula-read');
  const ids = MEASURES.map(({ id }) => id);
  const known = new Set(ids);
  const teams = workforce.teams.map(({ id }) => id);
  const problems: Problem[] = [];
  const measures: FormulaMeasure[] = [];
  formulas.forEach((line, i) => {
    const read = readFormula(
      line.formula,
      (name) => known.has(name),
      (name) => nearest(name, ids) ?? undefined,
      (id) => partProblem(id, teams),
    );
    if ('tree' in read) measures.push({ ...line, tree: read.tree });
    else problems.push({ path: pathOf(['formulas', i, 'formula']), code: 'formula', ...read.problem });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: measures };
}
