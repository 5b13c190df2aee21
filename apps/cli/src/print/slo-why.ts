import type { Language, PageWhy } from '@sekisho/contract';
import { sloPhrases } from '@sekisho/words/terminal';
import { countText, minutesText, shareText, timesText } from './slo-figures.ts';

/** Why an alert fired, in a line of arithmetic. */
export function whyText(why: PageWhy, language: Language): string {
  const span = (minutes: number) => minutesText(minutes, language);
  const { burn, spent, drop, noData, clients } = why;
  if (burn !== null) {
    const { long, short, factor } = burn;
    return fill(sloPhrases.whyBurn[language], {
      ...{ bad: countText(long.bad), total: countText(long.total), long: span(long.minutes) },
      ...{ ratio: shareText(long.ratio), burn: bare(long.burn), factor: bare(factor) },
      ...{ short: span(short.minutes), shortBurn: bare(short.burn) },
    });
  }
  if (spent !== null) return fill(sloPhrases.whySpent[language], { share: shareText(spent.share) });
  if (drop !== null) {
    const facts = { share: shareText(drop.share), span: span(drop.minutes) };
    return fill(sloPhrases.whyDrop[language], facts);
  }
  if (noData !== null) {
    const facts = { share: shareText(noData.coverage), span: span(noData.minutes) };
    return fill(sloPhrases.whyNoData[language], facts);
  }
  if (clients === null) return '';
  return fill(sloPhrases.whyClients[language], {
    ...{ share: shareText(clients.share), requests: countText(clients.requests) },
    ...{ span: span(clients.minutes), usual: shareText(clients.usual) },
  });
}

function bare(burn: number | null): string {
  return timesText(burn).replace('×', '');
}

/** Puts facts into the places of a sentence. */
export function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
