import { verbOfWord } from '@sekisho/words';
import { isLeaseId } from './lease-id.ts';
import type { Plan } from './planned.ts';
import { helpWords } from './slo.ts';
import { tokens } from './tokens.ts';

/** What one message holds. */
const mostShown = 10;

/**
 * Reads what stands behind `/ops sessions`: a lease, an environment or a person, in any order, and one's
 * own sessions without them; `grep` takes what is left as it is, upper and lower case alike.
 */
export function planSessions(rest: string, environments: readonly string[]): Plan {
  const words = tokens(rest);
  const [first] = words;
  if (first !== undefined && helpWords.has(first.text.toLowerCase())) return { do: 'help' };
  const verb = first === undefined ? null : verbOfWord('ops.sessions', first.text);
  if (first !== undefined && verb === 'ops.sessions.grep') {
    const pattern = withoutQuotes(rest.slice(first.end).trim());
    if (pattern === '') return { do: 'help' };
    return { do: 'verb', verb, input: { pattern, ignoreCase: true, limit: mostShown } };
  }
  // What is played or shown command by command is the console's.
  if (first !== undefined && verb !== null) return { do: 'unknown', word: first.text };
  const input: Record<string, string | number> = { limit: mostShown };
  for (const { text } of words) {
    const filter = filterOf(text, environments);
    if (filter === null) return { do: 'unknown', word: text };
    Object.assign(input, filter);
  }
  return { do: 'verb', verb: 'ops.sessions', input };
}

/** Null for a slip: of nobody it would be said that no session fits. */
function filterOf(
  word: string,
  environments: readonly string[],
): Readonly<Record<string, string>> | null {
  const text = word.normalize('NFKC').toLowerCase();
  const environment = environments.find((name) => name.toLowerCase() === text);
  if (environment !== undefined) return { environment };
  if (isLeaseId(text)) return { lease: text };
  const [, person] = /^<?@([^>]+)>?$/.exec(word) ?? [];
  return person === undefined ? null : { person };
}

function withoutQuotes(text: string): string {
  return text.replace(/^(?:"(.*)"|“(.*)”|「(.*)」)$/su, '$1$2$3');
}
