import type { Problem } from '@sekisho/contract';
import { ProblemError } from '@sekisho/contract/client';
import { headers } from './headers.ts';

/** Posts JSON to a path that is no verb's. Errors: `ProblemError`; `TypeError` when no server answers. */
export async function postTo<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers() },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as unknown;
  if (!answer.ok) throw new ProblemError(told as Problem);
  return told as Answer;
}
