export type { AccessAccount, AccessConfig, LentSet, LiveSessionsConfig } from './access.ts';
export {
  type Comparison,
  compareAccounts,
  type Difference,
  type FoundAccount,
} from './accounts/discovery/compare-accounts.ts';
export { identityCenterIn, knownAccounts } from './accounts/discovery/known-accounts.ts';
export { writeAccounts } from './accounts/discovery/write-accounts.ts';
export { readAccountMap } from './accounts/read-account-map.ts';
export type { AskedBudget } from './budgets/asked-budgets.ts';
export { slosNamed } from './budgets/named-slos.ts';
export {
  type BudgetProblem,
  type BudgetStanding,
  type BudgetsNow,
  UnknownBudget,
} from './budgets/standing.ts';
export { canonicalJson } from './canonical-json.ts';
export { type Checked, ConfigError, checkConfig, loadConfig } from './check.ts';
export type { CiAccount, CiConfig, CiPurpose, CiRepository } from './ci/config.ts';
export { type LentPolicy, lentLength } from './ci/policy.ts';
export type * from './config.ts';
export type { DirectoryConfig } from './directory/config.ts';
export { indicatorsOf } from './indicators-of.ts';
export { jsonSchema } from './json-schema.ts';
export type { KeepingConfig, KeptPlace } from './keeping/config.ts';
export type { ChecklistItem, MembershipConfig } from './memberships/config.ts';
export { onCallAt } from './on-call.ts';
export { type Problem, problemText } from './problems/problem.ts';
export type { RecordingConfig, RecordingPlace } from './recording/config.ts';
export { resolve } from './resolve.ts';
export type {
  ConfigDocument,
  EnvironmentDocument,
  PersonDocument,
  PolicyDocument,
} from './schema.ts';
export { configSchema } from './schema.ts';
export { alertsOf, type SaidAlerts } from './slo/alerts/alerts-of.ts';
export { listServiceFiles } from './slo/list-folder.ts';
export { readServiceFiles } from './slo/read-folder.ts';
export type { ServiceFile } from './slo/service-file.ts';
export type * from './slo-config.ts';
