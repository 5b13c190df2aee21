import type { WantedStatus } from '@sekisho/core';
import { ask, type GithubAccess } from './ask.ts';
import { type LimitSaid, limitSaid } from './limits.ts';
import { readText } from './read-text.ts';

/** Longer complaints are not read. */
const longestComplaint = 16 * 1024;

/** What became of a call. */
export type Answered =
  | { readonly kind: 'done' }
  /** What was asked for is wrong, or not ours to ask: another try is the same. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Worth another try; after a while when a limit is the reason. */
  | { readonly kind: 'later'; readonly status: number; readonly limit: LimitSaid | null };

/** What a commit shows. */
export interface ShownStatus extends Pick<WantedStatus, 'repository' | 'head' | 'state'> {
  /** At most 140 letters. */
  readonly description: string;
  /** Tells this status from those of others; rules of branches name it. */
  readonly context: string;
  /** Where it leads; null when nobody said where the console is. */
  readonly link: string | null;
}

/**
 * Sets a commit's status. Errors: throws when GitHub cannot be reached.
 * @param now milliseconds since 1970
 * Source: https://docs.github.com/rest/commits/statuses#create-a-commit-status
 */
export async function setStatus(
  access: GithubAccess,
  { repository, head, state, description, context, link }: ShownStatus,
  now: number,
): Promise<Answered> {
  const answer = await ask(access, {
    method: 'POST',
    path: `/repos/${repository}/statuses/${head}`,
    body: { state, description, context, ...(link === null ? {} : { target_url: link }) },
  });
  const said = (await readText(answer, longestComplaint)) ?? '';
  const { status } = answer;
  if (answer.ok) return { kind: 'done' };
  // GitHub tells of its limits by 403 too; a token that was put right is good at the next try.
  const limit = limitSaid(answer, said, now);
  const again = status === 401 || status === 408 || status === 429 || status >= 500;
  return again || limit !== null ? { kind: 'later', status, limit } : { kind: 'refused', status };
}
