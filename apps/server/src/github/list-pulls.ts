import type { PullsAnswer, PullsAsked } from '@sekisho/core';
import { z } from 'zod';
import { ask, type GithubAccess } from './ask.ts';
import { limitSaid } from './limits.ts';
import { pullNumber, pullShape, takenFrom } from './read-event.ts';
import { readText } from './read-text.ts';

const perPage = 100;
/** A hundred pull requests with long texts: GitHub's longest is 64 KiB. */
const largestPage = 32 * 1024 * 1024;

const page = z.array(pullShape.extend({ number: pullNumber }));

/**
 * Asks for one page of a repository's open pull requests, those that changed last first: what changes
 * between two pages then comes twice rather than never.
 *
 * Errors: throws when GitHub cannot be reached, is unwell, or answers what nobody can read.
 * @param now milliseconds since 1970
 * Source: https://docs.github.com/rest/pulls/pulls#list-pull-requests
 */
export async function listPullsOn(
  access: GithubAccess,
  { repository, page: number, etag }: PullsAsked,
  now: number,
): Promise<PullsAnswer> {
  const wish = `state=open&sort=updated&direction=desc&per_page=${perPage}&page=${number}`;
  const answer = await ask(access, {
    method: 'GET',
    path: `/repos/${repository}/pulls?${wish}`,
    // A page that is unchanged costs nothing of the hour's allowance.
    headers: etag === null ? {} : { 'if-none-match': etag },
  });
  const text = await readText(answer, largestPage);
  const { status, headers } = answer;
  if (status === 304) return { kind: 'unchanged' };
  const limit = limitSaid(answer, text ?? '', now);
  if (limit !== null) return { kind: 'limited', ...limit };
  if (status === 408 || status >= 500) throw new Error(`GitHub answered ${status}`);
  if (!answer.ok) return { kind: 'refused', status };
  const read = page.safeParse(JSON.parse(text ?? 'null'));
  if (!read.success) throw new Error('GitHub gave a page of pull requests of another form');
  return {
    kind: 'pulls',
    pulls: read.data.map((pull) => takenFrom(repository, pull.number, pull)),
    more: /;\s*rel="next"/.test(headers.get('link') ?? ''),
    etag: headers.get('etag'),
  };
}
