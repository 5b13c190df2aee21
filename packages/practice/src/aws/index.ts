export { advance } from './advance.ts';
export type { Call, Outcome } from './call.ts';
export { createInProcessAccess, type InProcessAccessOptions } from './in-process/access-cloud.ts';
export {
  type AskedOf,
  createInProcessCiCloud,
  type InProcessCiCloud,
  type InProcessCiOptions,
} from './in-process/in-process-ci-cloud.ts';
export {
  createInProcessCloud,
  type InProcessCloud,
  type InProcessOptions,
} from './in-process/in-process-cloud.ts';
export {
  createInProcessRecordings,
  type InProcessRecordingOptions,
} from './in-process/recording-cloud.ts';
export {
  createInProcessSessions,
  type InProcessSessionsOptions,
} from './in-process/session-cloud.ts';
export { actOnMachine, type MachineAct } from './machine/act.ts';
export { heartbeatTag } from './machine/heartbeat.ts';
export { hardMaximumTag } from './machine/instance-events.ts';
export { practiceRecordings } from './recordings/places.ts';
export { recordSessions } from './recordings/record.ts';
export { practiceAccounts, practiceRegion, seed, seedPlace } from './seed.ts';
export { practiceCi, seedRoles } from './seed-roles.ts';
export { type Access, accessOf } from './sso/access.ts';
export { practiceIdentityCenter } from './sso/place.ts';
export { practiceDirectory } from './sso/seed-directory.ts';
export {
  type PracticeAws,
  type PracticeAwsOptions,
  type PracticeLogger,
  startPracticeAws,
} from './start-practice-aws.ts';
export { step } from './step.ts';
export { type Fault, type FaultKind, faultKinds } from './world/faults.ts';
export { createRng, type KeptRng, type Rng } from './world/rng.ts';
export { instantTiming, practiceTiming, type Timing } from './world/timing.ts';
export type { TokenIssuer } from './world/tokens.ts';
export { World } from './world/world.ts';
