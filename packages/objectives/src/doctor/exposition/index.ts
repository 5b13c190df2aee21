export type { Exposition, Family, Sample } from './exposition.ts';
export { expositionOfApi } from './from-api.ts';
export { readExposition } from './read-exposition.ts';
