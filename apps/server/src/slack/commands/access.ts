import { verbOfWord } from '@sekisho/words';
import { type Flags, takeFlags } from './flags.ts';
import type { Plan } from './planned.ts';
import { tokens } from './tokens.ts';
import { planWish, readInOrder } from './wish-in-order.ts';

const flags: Flags = {
  'permission-set': 'permissionSet',
  許可セット: 'permissionSet',
  account: 'account',
  アカウント: 'account',
  for: 'for',
  reason: 'reason',
  理由: 'reason',
  ticket: 'ticket',
  チケット: 'ticket',
  at: 'at',
  開始: 'at',
  'break-glass': 'breakGlass',
  緊急: 'breakGlass',
};

/** Reads what follows `/ops access`: a word for what to see, or set, account, span and reason of a wish. */
export function planAccess(text: string): Plan | null {
  const [first] = tokens(text);
  const verb = first === undefined ? null : verbOfWord('access', first.text);
  if (verb === 'access.list' || verb === 'access.could') return { do: 'verb', verb, input: {} };
  const asks = verb === 'access.request' && first !== undefined;
  // What is done with a lease has its words beside those of servers.
  if (verb !== null && !asks) return null;
  const { rest, flagged } = takeFlags(asks ? text.slice(first.end) : text, flags);
  const wish = readInOrder(rest, ['permissionSet', 'account'], flagged);
  return planWish('access.request', wish, ['permissionSet', 'account', 'reason']);
}
