export { type LogScene, logText } from './day-log.ts';
export { type Happening, liveIncident, pastHappenings } from './happenings.ts';
export { type PracticeLog, practiceLogs } from './lines.ts';
