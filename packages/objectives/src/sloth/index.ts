export type * from './document.ts';
export { readSloth, readSlothDocument, type SlothFile, specOf } from './read-sloth.ts';
