import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import type { Practice } from './practice.ts';

/** Calls a verb of a practice over HTTP as somebody. Errors: the problem that was answered. */
export async function callVerb<Name extends VerbName>(
  { origin, secret }: Pick<Practice, 'origin' | 'secret'>,
  hat: string,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const response = await fetch(`${origin}/api/v1/${name.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'sekisho-hat': hat,
    },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${name} as ${hat}: ${JSON.stringify(answer)}`);
  return answer as OutputOf<Name>;
}
