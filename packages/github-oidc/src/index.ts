export type { Repository } from './subject.ts';
export { readTrustPolicy, type TrustStatement } from './trust/document.ts';
export type { TrustCode, TrustFinding } from './trust/finding.ts';
export { trustPolicyFor, type WantedTrust } from './trust/generate.ts';
export { lintTrust } from './trust/lint.ts';
export { trustFindingText } from './trust/words.ts';
