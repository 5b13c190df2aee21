import { accessVerbs } from './fake-access.ts';
import { recordedVerbs } from './fake-recorded.ts';
import { sloVerbs } from './fake-slos.ts';

/** Verbs of the core in memory that are about no lease of a server. */
export const otherVerbs = { ...sloVerbs, ...recordedVerbs, ...accessVerbs };
