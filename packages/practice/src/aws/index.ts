export { advance } from './advance.ts';
export type { Call, Outcome } from './call.ts';
export {
  createInProcessCloud,
  type InProcessCloud,
  type InProcessOptions,
} from './in-process/in-process-cloud.ts';
export { actOnMachine, type MachineAct } from './machine/act.ts';
export { heartbeatTag } from './machine/heartbeat.ts';
export { hardMaximumTag } from './machine/instance-events.ts';
export { practiceAccounts, practiceRegion, seed, seedPlace } from './seed.ts';
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
export { World } from './world/world.ts';
