import { headers } from '../../shared/headers.ts';
import type { Begun, Minute } from './player.ts';

export interface Played {
  readonly minutes: readonly Minute[];
  readonly over: boolean;
}

/** Asks practice for an incident of its own. Errors: throws when practice has none, or is not there. */
export function begin(): Promise<Begun> {
  return post<Begun>('', {});
}

/** Asks for its next minutes. Errors: throws when practice has forgotten it. */
export function play(id: string, minutes: number): Promise<Played> {
  return post<Played>(`/${encodeURIComponent(id)}/minutes`, { minutes });
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(`/practice/rehearsals${path}`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`practice answered ${answer.status}`);
  return (await answer.json()) as Answer;
}
