/** A notice on its own, laid over a council's scenario. */
import { describe, expect, it } from 'vitest';
import { parseNotice, SCHEMA_VERSION, withNotice, type NoticeFile, type Scenario } from '../../../src/model/index';
import { birmingham2009 } from '../../fixtures/worlds';

function noticeOf({ sources, targets, reviews, clauses }: Scenario): NoticeFile {
  return { kind: 'notice', schemaVersion: SCHEMA_VERSION, name: 'A notice', sources, targets, reviews, clauses };
}

describe('a notice file', () => {
  const scenario = birmingham2009();
  const [first] = scenario.targets;

  it('is read, and gives a council its targets, reviews and clauses and nothing else', () => {
    const notice = {
      ...noticeOf(scenario),
      targets: [{ ...first!, id: 'own', threshold: 0.8 }],
      reviews: [{ date: '2009-12-31', label: 'Year end' }],
      clauses: [],
    };
    const read = parseNotice(JSON.stringify(notice));
    expect(read.ok).toBe(true);
    const laid = withNotice(scenario, notice);
    expect(laid.ok && laid.value).toEqual({
      ...scenario,
      ...{ targets: notice.targets, reviews: notice.reviews, clauses: [] },
    });
  });

  it('is refused with the reason where it does not fit the council', () => {
    const late = { ...noticeOf(scenario), targets: [{ ...first!, due: '2019-02-28' }] };
    const laid = withNotice(scenario, late);
    expect(!laid.ok && laid.problems.map(({ path }) => path)).toContain('targets[0].due');
    const unknown = { ...noticeOf(scenario), targets: [{ ...first!, measure: 'vacant_per_post' }] };
    const refused = withNotice(scenario, unknown);
    expect(!refused.ok && refused.problems[0]!.code).toBe('unknown-measure');
  });

  it('is told from other files', () => {
    const wrong = parseNotice(JSON.stringify(scenario));
    expect(!wrong.ok && wrong.problems[0]!.message).toBe('This is a scenario file, not a notice file.');
    const misspelt = parseNotice(JSON.stringify({ ...noticeOf(scenario), targest: [] }));
    expect(!misspelt.ok && misspelt.problems[0]!.message).toContain('targest');
  });
});
