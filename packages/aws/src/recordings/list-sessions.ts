import { DescribeSessionsCommand } from '@aws-sdk/client-ssm';
import type { RecordingCloud, SeenSession } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ssmFailures } from '../ssm/failures.ts';

export const actions = ['ssm:DescribeSessions'] as const;

const PAGE_SIZE = 200;
/** What Session Manager calls a plain shell's document. */
const SHELL_DOCUMENT = 'SSM-SessionManagerRunShell';

// AWS promises none of its fields: one odd session of somebody's must not hide all the others.
const session = z.object({
  SessionId: z.string().min(1),
  Target: z.string().optional(),
  Owner: z.string().optional(),
  StartDate: z.date().optional(),
  EndDate: z.date().optional(),
  DocumentName: z.string().optional(),
  Reason: z.string().optional(),
});
const answer = z.object({
  Sessions: z.array(session).optional(),
  NextToken: z.string().optional(),
});

type Asked = Parameters<RecordingCloud['listSessions']>[1];

/**
 * A page of sessions that were begun since. The answer's places of output are "reserved for future
 * use": where recordings lie is the configuration's to say.
 */
export async function listSessions(
  { clients, signal }: Connection,
  { state, since, token }: Asked,
): Promise<{ readonly sessions: readonly SeenSession[]; readonly next: string | null }> {
  const command = new DescribeSessionsCommand({
    State: state === 'open' ? 'Active' : 'History',
    MaxResults: PAGE_SIZE,
    Filters: [{ key: 'InvokedAfter', value: `${since.toISOString().slice(0, 19)}Z` }],
    ...(token === null ? {} : { NextToken: token }),
  });
  const page = await ask(signal, ssmFailures, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  const sessions = (page.Sessions ?? []).map((one) => toSeen(one, state === 'ended'));
  return { sessions, next: page.NextToken || null };
}

function toSeen(told: z.infer<typeof session>, isOver: boolean): SeenSession {
  const began = told.StartDate ?? told.EndDate ?? new Date(0);
  const document = told.DocumentName || null;
  return {
    sessionId: told.SessionId,
    instanceId: told.Target ?? '',
    owner: told.Owner ?? '',
    startedAt: began.toISOString(),
    // One that is of the past is over, whether or not AWS says since when.
    endedAt: isOver ? (told.EndDate ?? began).toISOString() : null,
    document: document === SHELL_DOCUMENT ? null : document,
    reason: told.Reason || null,
  };
}
