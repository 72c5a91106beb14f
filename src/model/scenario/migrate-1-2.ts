import { isPlain, object, type Loose } from './problems-loose';

/** Said with every figure that a file of version 1 did not have. */
const NOTE = 'Not in files of version 1: as it was then, without effect.';
const SOURCE = 'VERSION-1';

const off = (value: number): Loose => ({ value, source: SOURCE, grade: 'A', note: NOTE });

/**
 * Version 2 knows more of people and cases: families, returns, section 47 and conferences, single assessments, exits,
 * seniors, unequal allocation, recruits' market. For a scenario of version 1 each of them is without effect.
 */
export function fromOneToTwo(file: Loose): Loose {
  if (file['kind'] !== 'scenario') return file;
  const pathway = object(file['pathway']);
  const money = object(file['money']);
  const permanent = money['employerCost'];
  const core = object(pathway['coreEffort'])['value'];
  const shape = (values: readonly number[]): Loose => ({ values, source: SOURCE, grade: 'A', note: NOTE });
  return {
    ...file,
    sources: {
      ...object(file['sources']),
      [SOURCE]: {
        title: 'Written by this program where a file of version 1 was opened: the mechanism is switched off.',
      },
    },
    demand: {
      trend: off(0),
      familySizes: shape([1, 0, 0, 0]),
      shocks: [],
      returns: {
        share: off(0),
        lagShape: shape([0.25, 0.5, 0.75, 1]),
        earlyClosure: off(0),
        unassessedClosure: off(1),
      },
      ...object(file['demand']),
    },
    pathway: {
      dutyShare: off(1),
      decidedNextDay: off(1),
      urgentShare: off(0),
      urgentFirst: 'in-the-queue',
      section47AtReferral: off(0),
      section47AfterAssessment: off(0),
      section47ToConference: off(0),
      conferenceToPlan: off(0),
      section47Effort: off(1),
      conferenceHours: off(0),
      conferenceDays: 15,
      arrangementConference: off(0.9),
      coreClockStart: 'initial-end',
      singleEffort: off(typeof core === 'number' ? core : 20),
      singleToCin: off(0),
      singleToLac: off(0),
      arrangementSingle: off(0.95),
      caseWeights: Object.fromEntries(
        ['initial', 'core', 'single', 'enquiry', 'cin', 'cp', 'lac'].map((kind) => [kind, off(1)]),
      ),
      transferHours: off(0),
      ...pathway,
    },
    workforce: {
      leavingDoubt: off(0),
      recruitmentDoubt: off(0),
      exits: { council: off(0), agency: off(0), agencyReturns: off(0) },
      seniorShare: off(0),
      unevenness: off(0),
      agencyConversion: off(0),
      agencyBeyond: off(0),
      recruitMarketPerMonth: off(200),
      reputation: off(1),
      rollingAdvert: off(0),
      overseasLeadMonths: off(6),
      absenceCaseloadEffect: off(0),
      ...object(file['workforce']),
    },
    money: { ...(permanent === undefined ? {} : { seniorCost: permanent, managerCost: permanent }), ...money },
    fitted: withMore(file['fitted']),
  };
}

function withMore(fitted: unknown): unknown {
  if (!isPlain(fitted) || !Array.isArray(fitted['points'])) return fitted;
  const points = fitted['points'].map((point: unknown) =>
    isPlain(point) ? { arrangementSingle: 0.95, returnShare: 0, ...point } : point,
  );
  return { ...fitted, points };
}
