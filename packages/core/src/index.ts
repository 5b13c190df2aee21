export { type AwsLimits, awsLimits } from './aws-limits.ts';
export * as chat from './chat/index.ts';
export { believeJob, type CiPorts, type Job, jobId } from './ci/index.ts';
export { type Core, type CoreOptions, createCore, outsideTransactions } from './core.ts';
export {
  accountCodes,
  accountExaminations,
  askedOf,
  type DoctorPorts,
  databaseAheadMs,
  databaseExaminations,
  type Examination,
  engineCodes,
  engineExaminations,
  isWanted,
  noSuchAccount,
  runExaminations,
  withoutSecrets,
} from './doctor/index.ts';
export { type EngineHealth, engineSteps } from './leases/index.ts';
export {
  type OpsPorts,
  type PriceList,
  type SessionCommands,
} from './ops/index.ts';
export {
  type AskedDevice,
  addPasskey,
  answerDevice,
  askForDevice,
  askForLink,
  beginLogin,
  type Claims,
  confirmLink,
  type DeviceAnswer,
  deviceSeconds,
  endSession,
  findAskedLink,
  findDevice,
  finishLogin,
  judgeRegistering,
  linkedPerson,
  loginSeconds,
  type OpenedSession,
  openSession,
  passkeysOfPerson,
  personOf,
  personOfSlack,
  principalOf,
  recallChallenge,
  rememberChallenge,
  type SessionKind,
  type SessionRow,
  type SlackUser,
  slackUsersOf,
  stepUp,
  takeDeviceSession,
  useSession,
  useToken,
  whoIs,
} from './people/index.ts';
export { AppError } from './platform/app-error.ts';
export { addSeconds, type Clock, createDatabaseClock, systemClock } from './platform/clock.ts';
export { CloudError } from './platform/cloud-error.ts';
export { type Context, type House, insideTransaction, transact } from './platform/context.ts';
export { type Database, openEmbedded, openOn, openPostgres } from './platform/database/database.ts';
export { openPglite } from './platform/database/pglite-runner.ts';
export { type Ids, randomIds } from './platform/ids.ts';
export { type CarryOut, carryOutOrders, type Order } from './platform/outbox.ts';
export { ForeignDatabase } from './platform/own-database.ts';
export { type Failures, sharedFailures } from './platform/rate-limit/failures.ts';
export { createRateLimiter, type RateLimiter } from './platform/rate-limit/rate-limiter.ts';
export { sourceOfScope } from './platform/scope.ts';
export { systemPrincipal } from './platform/system-principal.ts';
export type { Stranger, TurnAway } from './platform/turn-away.ts';
export type { Ports } from './ports.ts';
export {
  createProber,
  type DefinitionTexts,
  githubPaused,
  type ListPulls,
  noteRefused,
  openRehearsal,
  openUserSegment,
  type Prober,
  type PullsAnswer,
  type PullsAsked,
  pauseGithub,
  probeRecord,
  type Rehearsal,
  type Rehearsed,
  type SourceAdapters,
  type SourceHealth,
  type SubscriptionConfig,
  sourcesHealth,
  type TakenPull,
  takeLines,
  takePull,
  takePush,
  type UserSegment,
  type WantedStatus,
  wantedStatus,
} from './slo/index.ts';
export {
  entriesAfter,
  headNumber,
  newSigningKey,
  type Signer,
  signerFromPem,
  verifyStored,
} from './timeline/index.ts';
