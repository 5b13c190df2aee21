import { DescribeSessionsCommand, type SessionFilter } from '@aws-sdk/client-ssm';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import type { Page } from '../pages.ts';
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
  EndDate: z.date().optional(),
  DocumentName: z.string().optional(),
  Reason: z.string().optional(),
});
const answer = z.object({
  Sessions: z.array(session).optional(),
  NextToken: z.string().optional(),
});

/** A session as Session Manager tells of it. */
export interface ToldSession {
  readonly sessionId: string;
  /** Empty where AWS says nothing, as the owner. */
  readonly instanceId: string;
  readonly owner: string;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  /** Null for a plain shell. */
  readonly document: string | null;
  readonly reason: string | null;
}

/** Which sessions are asked for. */
export interface SessionWish {
  readonly state: 'Active' | 'History';
  /** All of them fit; every session without one. */
  readonly filters?: readonly SessionFilter[];
}

/** A page of sessions. */
export async function describeSessions(
  { clients, signal }: Connection,
  { state, filters }: SessionWish,
  token: string | undefined,
): Promise<Page<ToldSession>> {
  const command = new DescribeSessionsCommand({
    State: state,
    ...(filters === undefined ? {} : { Filters: [...filters] }),
    MaxResults: PAGE_SIZE,
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const page = await ask(signal, ssmFailures, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  return { items: (page.Sessions ?? []).map(toTold), nextToken: page.NextToken || null };
}

function toTold(told: z.infer<typeof session>): ToldSession {
  const document = told.DocumentName || null;
  return {
    sessionId: told.SessionId,
    instanceId: told.Target ?? '',
    owner: told.Owner ?? '',
    begunAt: told.StartDate ?? null,
    endedAt: told.EndDate ?? null,
    document: document === SHELL_DOCUMENT ? null : document,
    reason: told.Reason || null,
  };
}
