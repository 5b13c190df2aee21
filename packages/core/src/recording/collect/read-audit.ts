import { addSeconds } from '../../platform/clock.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import { createAuditReader, type SeenCommand } from '../audit/reader.ts';
import type { LogPage, RecordingCloud } from '../cloud.ts';
import type { ForwardedTo, SessionRow } from '../store.ts';
import { createCommandList } from './command-list.ts';

export interface AuditSeen {
  readonly commands: readonly SeenCommand[];
  readonly forwardedTo: readonly ForwardedTo[];
  /** Whether all that was sent was read. */
  readonly isWhole: boolean;
}

/** Of a server that tells a lot, no more is read for one session. */
const mostCharacters = 64 * 1024 * 1024;
/** What a server's clock and ours may differ by, and how late a record may be. */
const aroundSeconds = 5;

type Asked = Parameters<RecordingCloud['readStream']>[1];

/** What the server's own journal tells of the time of a session. Errors: `CloudError`. */
export async function readAudit(
  cloud: RecordingCloud,
  scope: CloudScope,
  group: string,
  row: SessionRow,
  now: Date,
): Promise<AuditSeen> {
  const reader = createAuditReader();
  const list = createCommandList();
  const from = addSeconds(row.started_at, -aroundSeconds);
  const until = addSeconds(row.ended_at ?? now, aroundSeconds);
  let characters = 0;
  let token: string | null = null;
  do {
    const asked: Asked = { group, stream: row.instance_id, from, until, token };
    const page: LogPage | null = await cloud.readStream(scope, asked);
    if (page === null) break;
    for (const { message } of page.events) {
      characters += message.length;
      list.add(reader.push(message));
    }
    token = page.next;
  } while (token !== null && characters < mostCharacters && !list.isFull());
  list.add(reader.end());
  const isWhole = token === null && !list.isFull();
  return { commands: list.commands, forwardedTo: reader.forwardedTo(), isWhole };
}
