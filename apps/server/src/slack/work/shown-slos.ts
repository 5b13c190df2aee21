import { pagesCard } from '@sekisho/cards';
import type { OutputOf } from '@sekisho/contract';
import { formatDuration } from '@sekisho/words';
import { ninesText, tierVerdictWords, timesText } from '@sekisho/words/terminal';
import { cardMessage, type Message, textMessage } from '../message.ts';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';

const mostTiers = 8;
const mostPages = 10;

/** How fast the budget goes in each pair of windows, and in how long it would fire. */
export function shownBurn(burn: OutputOf<'slo.burn'>, { language }: Reader): Message {
  const span = (minutes: number) => formatDuration(minutes * 60, language);
  const lines = burn.tiers.slice(0, mostTiers).map((tier) => {
    const { long, short, factor, verdict, firesInMinutes } = tier;
    const windows = [long, short].map(({ minutes, burn }) => `${span(minutes)} ${timesText(burn)}`);
    const soon =
      firesInMinutes === null || firesInMinutes === 0
        ? tierVerdictWords[verdict][language]
        : say(language, `fires in ${span(firesInMinutes)}`, `あと${span(firesInMinutes)}で発生`);
    const above = say(language, `above ${timesText(factor)}`, `しきい値 ${timesText(factor)}`);
    return [...windows, above, soon].join(' · ');
  });
  const name = burn.displayName ?? burn.id;
  const head = `${name} · ${burn.service} · ${say(language, 'target', '目標')} ${ninesText(burn.target)}`;
  return textMessage([head, ...lines].join('\n'));
}

/** Pages and tickets, open ones first. */
export function shownPages(pages: OutputOf<'slo.pages'>, reader: Reader): Message {
  if (pages.length > 0) return cardMessage(pagesCard(pages.slice(0, mostPages), reader));
  return textMessage(say(reader.language, 'No alert has fired.', 'アラートは出ていません。'));
}
