/* The simulated AWS for tests of core, which itself knows no adapter. */
export {
  createInProcessAccess,
  createInProcessCiCloud,
  createInProcessCloud,
  createRng,
  type InProcessCloud,
  instantTiming,
  practiceCi,
  practiceDirectory,
  practiceIdentityCenter,
  step,
} from '@sekisho/practice/aws';
