/* Keys of age for tests outside of core. */
export { newAgeKey } from '../../packages/core/test/age.ts';
