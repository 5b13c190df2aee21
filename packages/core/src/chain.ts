/* The offline half of the timeline: judging an export needs no database. */
export { verifyExport } from './timeline/verify-export.ts';
