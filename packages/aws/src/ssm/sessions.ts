import { DescribeSessionsCommand } from '@aws-sdk/client-ssm';
import type { OpsSession } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages, type Page } from '../pages.ts';
import { ssmFailures } from './failures.ts';

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
  DocumentName: z.string().optional(),
});
const answer = z.object({
  Sessions: z.array(session).optional(),
  NextToken: z.string().optional(),
});

/** Active sessions on these instances. */
export async function sessions(
  connection: Connection,
  instanceIds: readonly string[],
): Promise<readonly OpsSession[]> {
  if (instanceIds.length === 0) return [];
  const wanted = new Set(instanceIds);
  // A filter takes one target: for several, one listing of all is fewer calls than one each.
  const target = wanted.size === 1 ? instanceIds[0] : undefined;
  const active = await allPages((token) => readPage(connection, target, token));
  return active.filter(({ instanceId }) => wanted.has(instanceId));
}

async function readPage(
  { clients, signal }: Connection,
  target: string | undefined,
  token: string | undefined,
): Promise<Page<OpsSession>> {
  const command = new DescribeSessionsCommand({
    State: 'Active',
    MaxResults: PAGE_SIZE,
    ...(target === undefined ? {} : { Filters: [{ key: 'Target', value: target }] }),
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const page = await ask(signal, ssmFailures, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  return { items: (page.Sessions ?? []).map(toOpsSession), nextToken: page.NextToken || null };
}

function toOpsSession(active: z.infer<typeof session>): OpsSession {
  const document = active.DocumentName || null;
  return {
    sessionId: active.SessionId,
    instanceId: active.Target ?? '',
    owner: active.Owner ?? '',
    startedAt: (active.StartDate ?? new Date(0)).toISOString(),
    document: document === SHELL_DOCUMENT ? null : document,
  };
}
