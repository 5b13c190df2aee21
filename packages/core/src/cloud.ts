export * from './access/cloud.ts';
export * from './access/sessions/cloud.ts';
export type { BackupStore } from './backup/backup-store.ts';
export type { ChatGroups, MemberPlace, MemberRules } from './chat/groups.ts';
export * from './ci/cloud.ts';
export * from './ops/cloud.ts';
export * from './platform/cloud-error.ts';
