export type * from './document.ts';
export { loadPromql } from './load-promql.ts';
export type { QueryCheck } from './query.ts';
export { readSloth, readSlothDocument, type SlothFile, specOf } from './read-sloth.ts';
