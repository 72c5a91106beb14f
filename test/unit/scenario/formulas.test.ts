/** Formulas in mathjs syntax: what may stand in one, and what is said of everything else. */
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/cli/validate';
import { checkScenario, readFormulas } from '../../../src/model/index';
import { readFormula } from '../../../src/model/scenario/formula-read';
import { birmingham2009 } from '../../fixtures/worlds';

const said = (text: string): string => {
  const found = readFormula(
    text,
    (name) => ['stock', 'inflow', 'posts_fte'].includes(name),
    (name) => (name === 'post_fte' ? 'posts_fte' : undefined),
  );
  return 'problem' in found ? `${found.problem.message} ${found.problem.hint}` : 'read';
};

describe('a formula in mathjs syntax', () => {
  it.each([
    'stock / inflow',
    '(stock + 2) * 0.5',
    'stock > 3 ? inflow : 0',
    'max(stock, inflow, 1)',
    'not (stock == 1)',
  ])('%s is read', (text) => expect(said(text)).toBe('read'));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['stock +', 'cannot be read'],
    ['stock inflow', 'side by side'],
    ['2 stock', 'side by side'],
    ['1_000', 'side by side'],
    ['post_fte / 2', 'Did you mean "posts_fte"?'],
    ['5 cm', 'side by side'],
    ['NaN', 'not a number'],
    ['1e999', 'not a number'],
    ['Infinity', 'not a number'],
    ['"text"', 'not a number'],
    ['max', 'no measure called "max"'],
    ['constructor', 'no measure called "constructor"'],
    ['__proto__', 'no measure called "__proto__"'],
    ['toString()', 'function "toString" cannot be used'],
    ['constructor("x")', 'function "constructor" cannot be used'],
    ['evaluate("1")', 'function "evaluate" cannot be used'],
    ['config({})', 'function "config" cannot be used'],
    ['import({})', 'function "import" cannot be used'],
    ['parser()', 'function "parser" cannot be used'],
    ['stock.constructor', 'cannot stand in a formula'],
    ['[1, 2]', 'cannot stand in a formula'],
    ['{a: 1}', 'cannot stand in a formula'],
    ['x = 3', 'cannot stand in a formula'],
    ['f(x) = x', 'cannot stand in a formula'],
    ['1; 2', 'cannot stand in a formula'],
    ['1:3', 'cannot stand in a formula'],
    ['1 < stock < 3', 'cannot stand in a formula'],
    ['stock!', 'operator "factorial" cannot be used'],
    ["stock'", 'cannot be used'],
    ['stock mod 2', 'operator "mod" cannot be used'],
    ['stock ^ inflow', 'whole number from 0 to 10'],
    ['stock ^ 0.5', 'whole number from 0 to 10'],
    ['2^2^2^2^99', 'whole number from 0 to 10'],
    ['max(stock)', '1 arguments'],
    ['abs(1, 2)', '2 arguments'],
    ['stock(2)(3)', 'side by side'],
    ['(max)(1, 2)', 'cannot'],
    ['stock(2)', 'one team or grade, in quotes'],
    ['stock()', 'one team or grade, in quotes'],
    ['stock("duty", "duty")', 'one team or grade, in quotes'],
    ['a.max(1, 2)', 'plain name'],
    [`${'('.repeat(240)}1${')'.repeat(240)}`, 'more than 200 parts'],
    [`1${'+1'.repeat(300)}`, 'characters'],
  ])('%s is refused', (text, why) => {
    expect(said(text)).toContain(why);
  });
});

describe('a scenario with formulas', () => {
  const formula = (id: string, text: string) => ({
    id,
    label: 'Vacant for each post',
    unit: 'share' as const,
    polarity: 'low' as const,
    formula: text,
    meaning: 'Vacant posts ÷ posts.',
  });

  it('has them read, or all that is wrong with them said at once', async () => {
    expect(await readFormulas(birmingham2009())).toEqual({ ok: true, value: [] });
    const good = await readFormulas({
      ...birmingham2009(),
      formulas: [formula('vacant_per_post', 'vacant_fte / posts_fte')],
    });
    expect(good.ok && good.value[0]!.tree).toEqual({
      kind: 'apply',
      name: 'divide',
      parts: [
        { kind: 'measure', id: 'vacant_fte' },
        { kind: 'measure', id: 'posts_fte' },
      ],
    });
    const scenario = {
      ...birmingham2009(),
      formulas: [formula('one', 'vacant_ftes / posts_fte'), formula('two', 'posts_fte +'), formula('three', '1')],
    };
    const { problems } = await verdictOf(JSON.stringify(scenario));
    expect(problems.map(({ path }) => path)).toEqual(['formulas[0].formula', 'formulas[1].formula']);
    expect(problems[0]!.hint).toBe('Did you mean "vacant_fte"?');
  });

  it('may take a measure of a team or a grade, named in quotes and brackets behind it', async () => {
    const one = (text: string) => readFormulas({ ...birmingham2009(), formulas: [formula('one', text)] });
    const good = await one('vacant_fte("assessment") / in_post_fte("social-worker")');
    expect(good.ok && good.value[0]!.tree).toEqual({
      kind: 'apply',
      name: 'divide',
      parts: [
        { kind: 'measure', id: 'vacant_fte@assessment' },
        { kind: 'measure', id: 'in_post_fte@social-worker' },
      ],
    });
    const hint = async (text: string) => {
      const read = await one(text);
      return read.ok ? 'read' : read.problems[0]!.hint;
    };
    expect(await hint('vacant_fte("asessment")')).toBe('Did you mean vacant_fte("assessment")?');
    // Posts belong to teams, not to grades.
    expect(await hint('vacant_fte("social-worker")')).toContain('the team or grade: "assessment", "longer-term"');
    expect(await hint('icpc_in_15("assessment")')).toContain('for the whole service only');
  });

  it('may aim a target at one, on any basis but those of children and declared paths', () => {
    const scenario = { ...birmingham2009(), formulas: [formula('vacant_per_post', 'vacant_fte / posts_fte')] };
    const [target] = scenario.targets;
    const aimed = (kind: string, measure = 'vacant_per_post') =>
      checkScenario({ ...scenario, targets: [{ ...target, measure, basis: { kind } }] });
    expect(aimed('snapshot').ok).toBe(true);
    const wrong = aimed('child-level');
    expect(!wrong.ok && wrong.problems[0]!.message).toBe('A formula cannot be read on the basis "child-level".');
    const unknown = aimed('snapshot', 'vacant_per_pots');
    expect(!unknown.ok && unknown.problems[0]!.hint).toBe('Did you mean "vacant_per_post"?');
    const twice = checkScenario({ ...scenario, formulas: [formula('posts_fte', '1')] });
    expect(!twice.ok && twice.problems.map(({ code }) => code)).toContain('duplicate');
  });
});
