import type { Problem } from '@sekisho/contract';
import { ProblemError } from '@sekisho/contract/client';
import { headers } from '../../shared/headers.ts';

/** A job of practice GitHub. */
export interface Job {
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null;
  readonly log: readonly string[];
  readonly summary: string;
}

export interface Run {
  readonly id: number;
  readonly attempt: number;
  readonly event: 'pull_request' | 'push';
  readonly pull: number;
  readonly jobs: readonly Job[];
}

/** What somebody says of a commit. */
export interface Status {
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string;
}

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly merged: boolean;
  /** Of its newest commit. */
  readonly statuses: readonly Status[];
}

/** The newest pull request of practice GitHub with its runs; null before there was one. */
export interface Pipeline {
  readonly pull: Pull;
  readonly runs: readonly Run[];
}

/** A refusal of practice GitHub, in its own words. */
export class GithubRefusal extends Error {}

/** Reads how far the newest pull request is. Errors: as `act`. */
export async function readPipeline(): Promise<Pipeline | null> {
  const [{ pulls }, { runs }] = await Promise.all([
    call<{ pulls: readonly Pull[] }>('pulls'),
    call<{ runs: readonly Run[] }>('runs'),
  ]);
  const pull = pulls.at(-1);
  if (pull === undefined) return null;
  return { pull, runs: runs.filter((run) => run.pull === pull.number) };
}

/** Does something on practice GitHub. Errors: `GithubRefusal`, `ProblemError`; `TypeError` when no server answers. */
export function act(path: string, body: object): Promise<{ readonly pull: number | null }> {
  return call(path, { method: 'POST', body: JSON.stringify(body) });
}

async function call<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`/practice/github/${path}`, {
    ...init,
    headers: { ...headers(), 'content-type': 'application/json' },
  });
  const answer = (await response.json()) as { readonly ok?: boolean; readonly error?: string };
  if (answer.ok === true) return answer as Answer;
  if (answer.ok === false) throw new GithubRefusal(answer.error ?? String(response.status));
  throw new ProblemError(answer as unknown as Problem);
}
