import { leaseCard } from '@sekisho/cards';
import type { OutputOf, VerbName } from '@sekisho/contract';
import { uiOf } from '@sekisho/words';
import { accessWordsIn, verdictText } from '@sekisho/words/access';
import { whyNot } from '@sekisho/words/language';
import { cardMessage, type Message, textMessage, together } from '../message.ts';
import type { Reader } from '../reader.ts';

/** Most accounts of one wish whose cards are shown to whoever asked. */
const mostCards = 3;

/** What a verb about access answered; null for what is told as of every lease. */
export function shownAccess(verb: VerbName, output: unknown, reader: Reader): Message | null {
  if (verb === 'access.request') return shownRequest(output as OutputOf<'access.request'>, reader);
  if (verb !== 'access.could') return null;
  return shownPossible(output as OutputOf<'access.could'>, reader);
}

/** What was asked for, a card for each account. */
function shownRequest(
  { alongside, ...lease }: OutputOf<'access.request'>,
  reader: Reader,
): Message {
  const { asked, starting } = uiOf(reader.language).ask;
  const all = [lease, ...alongside];
  const waits = all.some(({ state }) => state === 'requested');
  const cards = all.slice(0, mostCards).map((one) => cardMessage(leaseCard(one, reader)));
  const others = all.slice(mostCards).map(({ id, accountName }) => `${accountName} · ${id}`);
  const rest = others.length === 0 ? [] : [textMessage(others.join('\n'))];
  return together(textMessage(`✓ ${waits ? asked : starting}`), ...cards, ...rest);
}

/** Everything that one could have, a line each: what it takes, or why not. */
function shownPossible(all: OutputOf<'access.could'>, { language }: Reader): Message {
  if (all.length === 0) return textMessage(accessWordsIn(language).couldNothing);
  const lines = all.map((one) => {
    const why = one.refusal === null ? '' : ` — ${whyNot(one.refusal, language)}`;
    const glyph = one.has === null ? (one.verdict === 'refused' ? '✕' : '○') : '●';
    const name = `${one.accountName} · ${one.permissionSet}`;
    return `${glyph} ${name} · ${verdictText(one, language)}${why}`;
  });
  return textMessage(lines.join('\n'));
}
