/** The people of a compiled model: numbers and typed arrays only, as in `compiled.ts`. */

export interface CompiledTeam {
  readonly id: string;
  /** 0 assessments, 1 plans, 2 sign-off, 3 none, 4 reviews. */
  readonly holds: 0 | 1 | 2 | 3 | 4;
  /** The queue it takes assessments from; -1 where it takes none. */
  readonly pool: number;
  /** The first team that holds its kind of work: extra posts are funded here. A strike team has none. */
  readonly first: boolean;
  /** Takes overdue assessments only, wherever they are. */
  readonly strike: boolean;
  readonly posts: number;
  readonly inPost: number;
  readonly ceiling: number;
}

export interface CompiledWorkforce {
  readonly teams: readonly CompiledTeam[];
  readonly maxWorkers: number;
  readonly maxSlots: number;
  /** Chance of leaving in a month, by service band (years 1–2, 3–5, later), at the baseline leaving rate. */
  readonly leavingByBand: readonly [number, number, number];
  /** Factor on leaving in a year of the run, and on recruits, as quantile tables with mean 1; null where there is no doubt. */
  readonly leavingDoubt: Float64Array | null;
  readonly recruitmentDoubt: Float64Array | null;
  /** The highest factor on recruits: so many times the stated are drawn, of whom the year's market keeps its part. */
  readonly recruitsMost: number;
  /** Personal factor on the caseload ceiling: how unevenly work is shared out. */
  readonly leaning: Float64Array;
  /** Thresholds: of leavers, those who go to another council, and those who go there or to an agency. */
  readonly exitCouncil: number;
  readonly exitAgency: number;
  /** Share of those who leave for an agency who are on this council's market. */
  readonly agencyReturns: number;
  /** Agency workers beyond cover of vacancies, in the assessment team. */
  readonly agencyBeyond: number;
  /** Threshold: of experienced starters, those who are senior practitioners. */
  readonly senior: number;
  /** How much oftener sickness comes for each case above the team's baseline load. */
  readonly absenceCaseloadEffect: number;
  /** Mean working days a vacancy stays open under rolling adverts; 0 where there are none. */
  readonly fillDays: number;
  /** Added monthly chance of leaving for each case above the team's baseline load. */
  readonly caseloadEffect: number;
  /** Quantile table of months of service at the baseline. */
  readonly service: Float64Array;
  /** Of starters in teams that hold cases at the baseline, the threshold for being newly qualified; in the warm-up they come evenly over the year. */
  readonly newlyQualifiedAmongStarters: number;
  /** Workers with more cases than this are counted. */
  readonly caseloadOver: number;
  readonly newlyQualifiedShare: number;
  readonly newlyQualifiedSupervisionMinutes: number;
  readonly rampDays: number;
  readonly leadDays: readonly [number, number];
  readonly agencyCover: number;
  readonly agencyLeadDays: number;
  readonly agencyAssignmentDays: number;
  readonly agencyMarketPerWeek: number;
  /** Scales of the exponential times between two spells of sickness (0 where there are none) and of short and long spells, in working days; see `scaleOfGap` and `scaleOfSpell`. */
  readonly absenceGapDays: number;
  readonly longSpellShare: number;
  readonly shortSpellDays: number;
  readonly longSpellDays: number;
  /** Minutes of a full worker's day left for work, leave and training taken off. */
  readonly workMinutes: number;
  /** Pipeline: campaigns from `pipelineMonths` before the start on; Poisson thresholds by campaign month, index 0 the earliest. */
  readonly pipelineMonths: number;
  readonly hireThresholds: readonly Float64Array[];
  /** Recruits from overseas: campaigns and thresholds as above, with their own lead. */
  readonly overseasLeadDays: readonly [number, number];
  readonly overseasMonths: number;
  readonly overseasThresholds: readonly Float64Array[];
  /** Newly qualified: working day of each September start in the run, size of the cohort offered, chance that each arrives. */
  readonly cohorts: readonly { readonly day: number; readonly size: number; readonly arrives: number }[];
}
