import { nextInstanceEvent } from '../machine/instance-events.ts';
import type { DeviceRow, PortalTokenRow } from '../sign-in/rows.ts';
import type { AssignmentChangeRow } from './identity-records.ts';
import type { Credentials, Execution, Instance, Schedule, Session } from './records.ts';

const minute = 60_000;
/** How long an idle session lives: Session Manager's default. */
export const sessionIdleMs = 20 * minute;
/** How long Session Manager remembers an ended session. */
export const sessionHistoryMs = 30 * 24 * 60 * minute;

/** How long Systems Manager remembers an Automation: "Automation execution history" is kept thirty days. */
export const executionHistoryMs = 30 * 24 * 60 * minute;

/** How long Identity Center tells of a change that is over. */
export const changeHistoryMs = 30 * 24 * 60 * minute;

/** When a row next needs attention (epoch milliseconds), or null for never. */
export const dueAt = {
  instances: (row: Instance) => nextInstanceEvent(row)?.at ?? null,
  sessions: (row: Session) => {
    if (row.endedAt !== null) return row.endedAt + sessionHistoryMs;
    return row.active ? null : row.lastActivityAt + sessionIdleMs;
  },
  schedules: (row: Schedule) =>
    row.state === 'ENABLED' && row.firedAt === null ? row.dueAt : null,
  executions: (row: Execution) =>
    row.status === 'InProgress' ? row.actsAt : row.actsAt + executionHistoryMs,
  changes: (row: AssignmentChangeRow) =>
    row.status === 'IN_PROGRESS' ? row.settlesAt : row.settlesAt + changeHistoryMs,
  devices: (row: DeviceRow) => row.expiresAt,
  portalTokens: (row: PortalTokenRow) => row.expiresAt,
  credentials: (row: Credentials) => row.expiresAt,
  lateCalls: (row: { readonly landsAt: number }) => row.landsAt,
};

export type TableName = keyof typeof dueAt;
