/* The simulated AWS for tests of core, which itself knows no adapter. */
export {
  createInProcessCiCloud,
  createInProcessCloud,
  createRng,
  type InProcessCloud,
  instantTiming,
  practiceCi,
} from '@sekisho/practice/aws';
