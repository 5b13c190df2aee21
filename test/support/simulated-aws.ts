/* The simulated AWS for tests of core, which itself knows no adapter. */
export {
  actOnMachine,
  createInProcessAccess,
  createInProcessCiCloud,
  createInProcessCloud,
  createInProcessRecordings,
  createRng,
  type InProcessCloud,
  instantTiming,
  practiceCi,
  practiceDirectory,
  practiceIdentityCenter,
  practiceRecordings,
  recordSessions,
  step,
} from '@sekisho/practice/aws';
