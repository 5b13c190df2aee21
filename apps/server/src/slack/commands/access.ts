import { parseDuration, verbOfWord } from '@sekisho/words';
import type { Plan } from './planned.ts';
import { tokens } from './tokens.ts';

/** What one says in place of the group of verbs about AWS access. */
export const accessGroups: ReadonlySet<string> = new Set(['access', 'アクセス', 'aws']);

const flags =
  /(^|[\s\u3000])(?:--|—|–)(?:permission-set|account|for|reason|許可セット|アカウント|理由)[\s\u3000]+/gu;

/** Reads what follows `/ops access`: a word for what to see, or set, account, span and reason of a wish. */
export function planAccess(rest: string): Plan | null {
  const text = rest.replace(flags, '$1').trim();
  const [first] = tokens(text);
  const verb = first === undefined ? null : verbOfWord('access', first.text);
  if (verb === 'access.list' || verb === 'access.could') return { do: 'verb', verb, input: {} };
  const asks = verb === 'access.request' && first !== undefined;
  // What is done with a lease has its words beside those of servers.
  if (verb !== null && !asks) return null;
  const { reason, ...wish } = wishIn(asks ? text.slice(first.end) : text);
  if (wish.account === undefined || reason === undefined) {
    const initial = { ...wish, ...(reason === undefined ? {} : { reason }) };
    return { do: 'form', verb: 'access.request', initial };
  }
  return { do: 'verb', verb: 'access.request', input: { ...wish, reason } };
}

type Wish = Readonly<Partial<Record<'permissionSet' | 'account' | 'for' | 'reason', string>>>;

/** `ReadOnly production 1h look at the queue`: the order of the command line. */
function wishIn(text: string): Wish {
  const all = tokens(text);
  const [set, account] = all;
  if (set === undefined) return {};
  if (account === undefined) return { permissionSet: set.text };
  const span = spanAt(all.slice(2).map((token) => token.text));
  const last = all[1 + span.words] ?? account;
  const reason = text.slice(last.end).trim();
  return {
    ...{ permissionSet: set.text, account: account.text },
    ...(span.text === '' ? {} : { for: span.text }),
    ...(reason === '' ? {} : { reason: reason.replace(/^["“](.*)["”]$/u, '$1') }),
  };
}

function spanAt(words: readonly string[]): { readonly text: string; readonly words: number } {
  for (const count of [2, 1]) {
    const text = words.slice(0, count).join(' ');
    if (words.length >= count && parseDuration(text) !== null) return { text, words: count };
  }
  return { text: '', words: 0 };
}
