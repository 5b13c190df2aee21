import { type Entry, verbNames } from '@sekisho/contract';
import { callVerb } from '../e2e/support/call-verb.ts';
import type { Practice } from '../e2e/support/practice.ts';
import type { Exchange } from './run-tool.ts';

/** Somebody who may not get in, and what they may be answered. */
export interface Stranger {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly answers: readonly number[];
  /** Whether the verbs of jobs, which look at their own token alone, refuse in their own way. */
  readonly jobsApart: boolean;
}

const elsewhere = 'evil.example';
const jobPaths: readonly string[] = ['/api/v1/ci/exchange', '/api/v1/ci/finish'];
/** They read the body before they know who asks, and take so many calls a second from an address. */
const jobAnswers: readonly number[] = [400, 401, 403, 413, 415, 429];

/** Nobody, a guesser, a page under a foreign name with the good secret, a foreign page with a good cookie. */
export async function strangersAt({ origin, secret }: Practice): Promise<Stranger[]> {
  const good = { Authorization: `Bearer ${secret}` };
  return [
    { name: 'nobody', headers: {}, answers: [401], jobsApart: true },
    {
      name: 'guesser',
      headers: { Authorization: `Bearer ${'guess'.repeat(8)}` },
      // After 20 wrong ones a minute no more are tried.
      answers: [401, 429],
      jobsApart: true,
    },
    {
      name: 'foreign-host',
      headers: { ...good, Host: elsewhere },
      answers: [421],
      jobsApart: false,
    },
    {
      name: 'foreign-page',
      headers: { Cookie: await cookieOf(origin, secret), Origin: `http://${elsewhere}` },
      answers: [403],
      jobsApart: true,
    },
  ];
}

async function cookieOf(origin: string, secret: string): Promise<string> {
  const response = await fetch(`${origin}/practice/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`Signing in was answered ${response.status}.`);
  return cookie;
}

/** Calls that a stranger was not refused as is right for them. */
export function letIn(stranger: Stranger, exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(({ path, status }) => {
    const apart = stranger.jobsApart && jobPaths.includes(path);
    return !(apart ? jobAnswers : stranger.answers).includes(status);
  });
}

/** The newest entries of the timeline, newest first. */
export function newest(practice: Practice): Promise<Entry[]> {
  return callVerb(practice, 'sre', 'timeline.list', { limit: 1000 });
}

/** What was done since `head` that is not the engine's own; refusals may be recorded. */
export function doneSince(head: number, entries: readonly Entry[]): readonly Entry[] {
  const verbs: readonly string[] = verbNames;
  return entries.filter(
    ({ number, outcome, actor, action }) =>
      number > head && outcome === 'done' && (actor.kind !== 'system' || verbs.includes(action)),
  );
}
