import { parseDuration, verbOfWord } from '@sekisho/words';
import type { Plan } from './planned.ts';
import { type Token, tokens } from './tokens.ts';

/** What one says in place of the group of verbs about joining a team. */
export const joinGroups: ReadonlySet<string> = new Set(['join', '参加', 'membership']);

const flags =
  /(^|[\s\u3000])(?:--|—|–)(?:team|for|reason|item|id|チーム|期間|理由|項目)[\s\u3000]+/gu;

/** Reads what follows `/ops join`: a word for what to see or do, or team, span and reason of a wish; null for verbs of every lease. */
export function planJoin(rest: string): Plan | null {
  const text = rest.replace(flags, '$1').trim();
  const [first, ...others] = tokens(text);
  const verb = first === undefined ? null : verbOfWord('membership', first.text);
  switch (verb) {
    case 'membership.list':
    case 'membership.teams':
      return { do: 'verb', verb, input: {} };
    case 'membership.show':
    case 'membership.journal':
      return { do: 'verb', verb, input: named(others).id };
    case 'membership.check':
      return planCheck(others);
    case 'membership.extend':
    case 'membership.return':
      return null;
    default:
      return planWish(verb === null ? text : text.slice(first?.end));
  }
}

/** The lease that is named among the words, and the other words. */
function named(words: readonly Token[]) {
  const isId = ({ text }: Token) => /^mem-[0-9a-z]{6,20}$/.test(text.toLowerCase());
  const id = words.find(isId)?.text.toLowerCase();
  return { id: id === undefined ? {} : { id }, others: words.filter((word) => !isId(word)) };
}

/** `check runbooks` says that it is done; `check runbooks no` that it is not. */
function planCheck(words: readonly Token[]): Plan {
  const { id, others } = named(words);
  const [item, no] = others;
  const done = !/^(?:no|undone|not|未完了|いいえ)$/iu.test(no?.text ?? '');
  const input = { ...id, ...(item === undefined ? {} : { item: item.text }), done };
  return { do: 'verb', verb: 'membership.check', input };
}

/** `sre 90d an exchange for a quarter`: the order of the command line. */
function planWish(text: string): Plan {
  const [team, ...rest] = tokens(text);
  const span = spanAt(rest.map((token) => token.text));
  const last = rest[span.words - 1] ?? team;
  const reason = text
    .slice(last?.end ?? 0)
    .trim()
    .replace(/^["“](.*)["”]$/u, '$1');
  const wish = {
    ...(team === undefined ? {} : { team: team.text.toLowerCase() }),
    ...(span.text === '' ? {} : { for: span.text }),
    ...(reason === '' ? {} : { reason }),
  };
  if (!('team' in wish) || !('reason' in wish)) {
    return { do: 'form', verb: 'membership.request', initial: wish };
  }
  return { do: 'verb', verb: 'membership.request', input: wish };
}

function spanAt(words: readonly string[]): { readonly text: string; readonly words: number } {
  for (const count of [2, 1]) {
    const text = words.slice(0, count).join(' ');
    if (words.length >= count && parseDuration(text) !== null) return { text, words: count };
  }
  return { text: '', words: 0 };
}
