import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../../src/model/index';
import { birmingham2009 } from '../../fixtures/worlds';

const known = (value: number) => ({ value, source: 'MODEL', grade: 'A' });

function problemsOf(today: unknown) {
  const checked = checkScenario({ ...birmingham2009(), today });
  return checked.ok ? [] : checked.problems.map(({ path, message, hint }) => `${path}: ${message} ${hint}`);
}

describe('what is known of today', () => {
  it('may be left out, be empty, or say some of it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(
      problemsOf({
        openAssessments: [{ stage: 'initial', fromAge: 0, toAge: 7, open: known(200), unallocated: known(20) }],
        heldPlans: { cp: known(990) },
        workers: [{ team: 'assessment', permanent: known(80), newlyQualified: known(10) }],
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { openAssessments: [{ stage: 'initial', fromAge: 8, toAge: 7, open: known(2) }] },
      'today.openAssessments[0].toAge: The oldest (7) are younger than the youngest (8).',
    ],
    [
      { openAssessments: [{ stage: 'core', fromAge: 0, toAge: 7, open: known(2), unallocated: known(3) }] },
      '3 wait for a worker, but only 2 are open.',
    ],
    [
      {
        openAssessments: [
          { stage: 'core', fromAge: 0, toAge: 35, open: known(2) },
          { stage: 'initial', fromAge: 20, toAge: 60, open: known(2) },
          { stage: 'core', fromAge: 35, toAge: 60, open: known(2) },
        ],
      },
      'today.openAssessments[2]: Ages 35 to 60 of "core" assessments are counted in line 0 too.',
    ],
    [
      { workers: [{ team: 'asessment', permanent: known(2) }] },
      'There is no team "asessment". Did you mean "assessment"?',
    ],
    [{ workers: [{ team: 'assessment', permanent: known(9000) }] }, '9000 permanent staff stand against'],
    [{ workers: [{ team: 'assessment', permanent: known(9), away: known(10) }] }, '10 of 9 permanent staff cannot be.'],
    [{ workers: [{ team: 'assessment' }, { team: 'assessment' }] }, 'The team "assessment" has two lines.'],
    [{ openAssesments: [] }, 'openAssesments'],
  ])('%j is told what is wrong', (today, said) => {
    expect(problemsOf(today).join('\n')).toContain(said);
  });
});
