/** The program: what `simulator` may ask of it. */
export { bytesApart, listSegments, prepare, restoreApart, roomApart, saveApart, segmentCount } from './keeping';
export { setFuture } from './future';
export { live, liveUpToStart } from './live';
export { takeUp } from './taking-up';
export { startFromToday } from './today';
