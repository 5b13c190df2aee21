export type { BadLine, Exposition, Family, FamilyType, Sample } from './exposition.ts';
export { expositionOfApi } from './from-api.ts';
export { type ExpositionLimits, readExposition } from './read-exposition.ts';
