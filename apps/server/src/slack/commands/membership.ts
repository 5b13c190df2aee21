import { verbOfWord } from '@sekisho/words';
import { type Flags, takeFlags } from './flags.ts';
import type { Plan } from './planned.ts';
import { tokens } from './tokens.ts';
import { planWish, readInOrder } from './wish-in-order.ts';

const flags: Flags = {
  team: 'team',
  チーム: 'team',
  for: 'for',
  期間: 'for',
  reason: 'reason',
  理由: 'reason',
  ticket: 'ticket',
  チケット: 'ticket',
  starts: 'starts',
  // As it is called for whatever else is borrowed.
  at: 'starts',
  開始: 'starts',
};

const flagsOfMember: Flags = { id: 'id', item: 'item', 項目: 'item' };

/** Reads what follows `/ops join`: a word for what to see or do, or team, span and reason of a wish; null for verbs of every lease. */
export function planJoin(text: string): Plan | null {
  const [first] = tokens(text);
  const verb = first === undefined ? null : verbOfWord('membership', first.text);
  const behind = verb === null ? text : text.slice(first?.end);
  switch (verb) {
    case 'membership.list':
    case 'membership.teams':
      return { do: 'verb', verb, input: {} };
    case 'membership.show':
    case 'membership.journal':
      return { do: 'verb', verb, input: named(behind).id };
    case 'membership.check':
      return planCheck(behind);
    case 'membership.extend':
    case 'membership.return':
      return null;
    default:
      return planTerm(behind);
  }
}

/** The lease that is named in the text, and the other words. */
function named(text: string) {
  const { rest, flagged } = takeFlags(text, flagsOfMember);
  const words = [flagged['id'], flagged['item'], ...tokens(rest).map((token) => token.text)].filter(
    (word) => typeof word === 'string',
  );
  const isId = (word: string) => /^mem-[0-9a-z]{6,20}$/.test(word.toLowerCase());
  const id = words.find(isId)?.toLowerCase();
  return { id: id === undefined ? {} : { id }, others: words.filter((word) => !isId(word)) };
}

/** `check runbooks` says that it is done; `check runbooks no` that it is not. */
function planCheck(text: string): Plan {
  const { id, others } = named(text);
  const [item, no = ''] = others;
  const done = !/^(?:no|undone|not|未完了|いいえ)$/iu.test(no);
  const input = { ...id, ...(item === undefined ? {} : { item }), done };
  return { do: 'verb', verb: 'membership.check', input };
}

/** `sre 90d an exchange for a quarter`: the order of the command line. */
function planTerm(text: string): Plan {
  const { rest, flagged } = takeFlags(text, flags);
  const wish = readInOrder(rest, ['team'], flagged);
  const team = typeof wish['team'] === 'string' ? { team: wish['team'].toLowerCase() } : {};
  return planWish('membership.request', { ...wish, ...team }, ['team', 'reason']);
}
