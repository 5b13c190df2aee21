import type { RecordedSession } from '@sekisho/contract';
import type { Tx } from '../platform/context.ts';
import { kindOf, unrecordedOf } from './kinds.ts';
import { mayRead, type Reach } from './readers.ts';
import type { SessionRow } from './store.ts';

/** A session as doors show one. */
export function sessionView({ config }: Tx, row: SessionRow, reach: Reach): RecordedSession {
  const { id, lease, environment, account, region, owner, person, document, reason } = row;
  const kind = kindOf(config, row);
  return {
    ...{ id, lease, environment, account, region, owner, person, document, reason },
    production: config.environments[environment]?.production ?? false,
    instanceId: row.instance_id,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    kind,
    forwardedTo: row.forwarded_to.map((to) => ({ ...to })),
    recording: row.recording,
    commandsFrom: row.commands_from,
    commands: row.commands,
    indexIsWhole: row.index_is_whole,
    unrecorded: unrecordedOf(row, kind),
    mayRead: mayRead(reach, row),
  };
}
