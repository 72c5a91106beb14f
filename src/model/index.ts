/** The model's one door: what other rooms may use. */
export * from './units';
export * from './failure';
export * from './measures/all';
export * from './measures/columns';
export * from './measures/definition';
export * from './measures/limits';
export * from './measures/parts';
export type { CompiledModel } from './compiled';
export { makeLayout, columnIndex, type RowLayout } from './results/layout';
export type * from './results/report';
export type * from './results/scorecard';
export * from './scenario/schema';
export * from './scenario/schema-history';
export {
  checkNoticeFile,
  checkPlanFile,
  checkScenario,
  kindOfFile,
  parseNotice,
  parsePlan,
  parseScenario,
  planFits,
  versionOfFile,
  withNotice,
  type FileKind,
} from './scenario/parse';
export { basesOf } from './scenario/problems-targets';
export { readFormulas } from './scenario/formulas';
export { placedFigures, registeredFigures, type RegisteredFigure } from './scenario/schema-figures';
export { rememberFit, type FormerFigure } from './scenario/fit';
export { scenarioNotes } from './scenario/notes';
export { compile, type CompileOptions } from './scenario/compile';
export { leversAsNow } from './scenario/compile-levers';
export { FIRST_ECHO } from './simulator/doubt';
export { liveHeldStill, makeSimulator, simulatorMaker, type HeldStill, type Simulator } from './simulator/simulator';
export { child, metaOf, tree } from './scenario/schema-tree';
