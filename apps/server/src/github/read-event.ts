import type { TakenPull } from '@sekisho/core';
import { z } from 'zod';

/**
 * The parts of a pull request that matter here, in events and in listings alike.
 * Source: https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
export const pullShape = z.object({
  state: z.enum(['open', 'closed']),
  updated_at: z.iso.datetime({ offset: true }),
  head: z.object({ sha: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/) }),
  labels: z.array(z.object({ name: z.string().max(200) })).max(1000),
});

/** A pull request's number, as the database can hold it. */
export const pullNumber = z.number().int().min(1).max(2_147_483_647);

const event = z.object({
  number: pullNumber,
  repository: z.object({ full_name: z.string().min(3).max(140) }),
  pull_request: pullShape,
});

/** What an event says of a pull request; null when it is none that we know how to read. */
export function readPullEvent(body: unknown): TakenPull | null {
  const read = event.safeParse(body);
  if (!read.success) return null;
  const { number, repository, pull_request: pull } = read.data;
  return takenFrom(repository.full_name, number, pull);
}

/** A pull request as the house takes it. */
export function takenFrom(
  repository: string,
  number: number,
  pull: z.infer<typeof pullShape>,
): TakenPull {
  return {
    ...{ repository, number, head: pull.head.sha },
    labels: pull.labels.map(({ name }) => name),
    open: pull.state === 'open',
    changed_at: new Date(pull.updated_at),
  };
}
