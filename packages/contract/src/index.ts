import * as access from './access.ts';
import * as accessBurden from './access-burden.ts';
import * as accountMap from './accounts.ts';
import * as ci from './ci.ts';
import { examine } from './doctor/examine.ts';
import * as leases from './leases.ts';
import * as liveSessions from './live-sessions.ts';
import * as membership from './membership.ts';
import * as ops from './ops.ts';
import * as upkeep from './ops-upkeep.ts';
import * as people from './people.ts';
import { recordingVerbs } from './recordings.ts';
import { recoveryVerbs } from './recovery.ts';
import * as sessions from './sessions.ts';
import { sloVerbs } from './slo-verbs.ts';
import * as timeline from './timeline.ts';

export type { DriftFinding, PossibleAccess } from './access.ts';
export type { BurdenChange, BurdenRole, BurdenSet } from './access-burden.ts';
export {
  type CommonOutcome,
  commonOutcomes,
  type DoctorCode,
  doctorChecks,
  doctorCodes,
  type Finding,
  type FindingFacts,
  type FindingSubject,
  finding,
  found,
  type OutcomeOf,
  type OwnOutcome,
  readFinding,
  subjectOf,
} from './doctor/finding.ts';
export { type FindingLevel, findingLevels } from './doctor/levels.ts';
export * from './errors.ts';
export type { ImageFacts } from './image.ts';
export { badInput } from './input-problem.ts';
export * from './lease.ts';
export type { LiveSessions } from './live-sessions.ts';
export type { JoinableTeam } from './membership.ts';
export {
  type JournalItem,
  type JournalKind,
  type JournalSectionName,
  journalSections,
  type MembershipJournal,
} from './membership-journal.ts';
export { type Language, languages, type Person, person } from './people.ts';
export { type Problem, problem } from './problem.ts';
export * from './recording-facts.ts';
export {
  type Agreed,
  type Correction,
  type CorrectionState,
  correctionStates,
  type Proposal,
  type ProposalState,
  proposalStates,
  type Side,
  type Targets,
} from './slo-agreements.ts';
export type { ChangeView } from './slo-changes.ts';
export {
  type SloSource,
  type SloViewName,
  type SloViewPair,
  type SloViewSeen,
} from './slo-compare.ts';
export {
  type AlertKind,
  alertKinds,
  type BudgetFacts,
  type BurnWindow,
  type Change,
  type PageWhy,
  type SloPage,
  type SloState,
  sloFlags,
  sloStates,
  type TierReading,
} from './slo-facts.ts';
export type {
  PreviewBasis,
  PreviewedSlo,
  PreviewFinding,
  PreviewTrouble,
} from './slo-preview.ts';
export type { Candidate, WindowShares } from './slo-replay.ts';
export {
  type MonthReview,
  type ReviewAction,
  type ReviewCause,
  type ReviewHint,
  type ReviewState,
  reviewCauses,
  reviewHints,
  reviewStates,
  type SloReview,
} from './slo-review-facts.ts';
export type { SloDetail, SloSummary, SloWindow } from './slo-views.ts';
export * from './states.ts';
export {
  type Checkpoint,
  checkpoint,
  type Entry,
  type ExportedEntry,
  entry,
  exportedEntry,
  type Principal,
  principal,
  type Verdict,
  verdict,
} from './timeline.ts';
export { type Effect, type Role, roles, type Verb } from './verb.ts';

/** Every verb of the house, by the name that doors use. */
export const contract = {
  'ops.start': ops.start,
  'ops.quote': ops.quote,
  'ops.list': ops.list,
  'ops.show': ops.show,
  'ops.connect': ops.connect,
  'ops.forward': ops.forward,
  'ops.extend': ops.extend,
  'ops.hold': ops.hold,
  'ops.handover': ops.handover,
  'ops.replace': ops.replace,
  'ops.stop': ops.stop,
  'ops.history': ops.history,
  'ops.who': ops.who,
  'ops.sweep': upkeep.sweep,
  'ops.spare': upkeep.spare,
  'ops.cost': upkeep.cost,
  ...recordingVerbs,
  'access.request': access.request,
  'access.list': access.list,
  'access.show': access.show,
  'access.extend': access.extend,
  'access.return': access.giveBack,
  'access.could': access.could,
  'access.accounts': accountMap.accounts,
  'access.drift': access.drift,
  'access.burden': accessBurden.burden,
  'access.live-sessions': liveSessions.show,
  'access.live-sessions-propose': liveSessions.propose,
  'access.live-sessions-approve': liveSessions.approve,
  'access.live-sessions-revoke': liveSessions.revoke,
  'ci.exchange': ci.exchange,
  'ci.finish': ci.finish,
  'ci.extend': ci.extend,
  'ci.stop': ci.stop,
  'ci.plan': ci.showPlan,
  'membership.request': membership.request,
  'membership.list': membership.list,
  'membership.show': membership.show,
  'membership.extend': membership.extend,
  'membership.return': membership.giveBack,
  'membership.check': membership.check,
  'membership.journal': membership.journal,
  'membership.teams': membership.teams,
  'lease.history': leases.history,
  'lease.list': leases.list,
  'lease.show': leases.show,
  'lease.approve': leases.approve,
  'lease.deny': leases.deny,
  'lease.withdraw': leases.withdraw,
  'lease.review': leases.review,
  'lease.stop-all': leases.stopAll,
  'lease.resume': leases.resume,
  ...recoveryVerbs,
  'doctor.examine': examine,
  'timeline.list': timeline.list,
  'timeline.verify': timeline.verify,
  'timeline.export': timeline.exportEntries,
  'timeline.anchor': timeline.anchor,
  'timeline.note': timeline.note,
  ...sloVerbs,
  'people.list': people.list,
  'people.directory': people.directory,
  'people.me': people.me,
  'people.links': sessions.listLinks,
  'people.unlink': sessions.unlink,
  'policy.explain': people.explain,
  'token.create': people.createToken,
  'token.list': people.listTokens,
  'token.revoke': people.revokeToken,
  'session.list': sessions.listSessions,
  'session.revoke': sessions.revokeSession,
  'passkey.list': sessions.listPasskeys,
  'passkey.remove': sessions.removePasskey,
} as const;

export type Contract = typeof contract;
export type VerbName = keyof Contract;
export type InputOf<Name extends VerbName> = import('zod').z.input<Contract[Name]['input']>;
export type OutputOf<Name extends VerbName> = import('zod').z.output<Contract[Name]['output']>;

export const verbNames = Object.keys(contract) as readonly VerbName[];
