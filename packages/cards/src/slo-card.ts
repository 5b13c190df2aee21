import type { SloDetail, TierReading } from '@sekisho/contract';
import {
  countText,
  ninesText,
  shareText,
  sloGlyphs,
  sloStateWords,
  tierVerdictWords,
  timesText,
} from '@sekisho/words/terminal';
import { formatDuration, formatRelative } from '@sekisho/words/time';
import type { Card, Part } from './card.ts';
import { type CardOptions, linkToSlo, say } from './options.ts';

const mostTiers = 8;
const mostPages = 3;

/** One SLO: its budget, what was measured, how fast each window burns, and what is on. */
export function sloCard(slo: SloDetail, options: CardOptions): Card {
  const { language } = options;
  return {
    language,
    production: false,
    glyph: sloGlyphs[slo.state],
    head: [sloStateWords[slo.state][language], slo.service, slo.displayName ?? slo.id],
    parts: [
      { type: 'facts', facts: budgetFacts(slo, options) },
      ...slo.tiers.slice(0, mostTiers).map((tier) => tierPart(tier, options)),
      ...pageParts(slo, options),
    ],
    actions: [],
    link: linkToSlo(slo.id, options),
  };
}

function budgetFacts(slo: SloDetail, { language }: CardOptions): string[] {
  const { id, remainingShare, rawRemainingShare, correctedMinutes, burn, sli, target, budget } =
    slo;
  const fact = (en: string, ja: string, value: string) =>
    say(language, `${en} ${value}`, `${ja} ${value}`);
  return [
    id,
    fact('budget left', 'バジェットの残り', shareText(remainingShare)),
    ...(correctedMinutes > 0
      ? [fact('without corrections', '補正なし', shareText(rawRemainingShare))]
      : []),
    ...(budget === null
      ? []
      : [fact('bad', '不良', `${countText(budget.bad)} / ${countText(budget.allowed)}`)]),
    fact('burn', 'バーンレート', timesText(burn)),
    `SLI ${ninesText(sli)}`,
    fact('target', '目標', ninesText(target)),
    fact('measured', '計測率', shareText(slo.coverage)),
  ];
}

/** `page 1h: 25× (31 of 1,217) · 5m: 156× (31 of 199) · fires above 14× · fires` */
function tierPart(
  { severity, long, short, factor, verdict }: TierReading,
  options: CardOptions,
): Part {
  const { language } = options;
  const seen = (window: TierReading['long']) => {
    const [bad, total] = [countText(window.bad), countText(window.total)];
    const of = say(language, `${bad} of ${total}`, `${total} 件中 ${bad} 件`);
    return `${formatDuration(window.minutes * 60, language)}: ${timesText(window.burn)} (${of})`;
  };
  const kind =
    severity === 'page' ? say(language, 'page', 'ページ') : say(language, 'ticket', 'チケット');
  const above = timesText(factor);
  return {
    type: 'facts',
    facts: [
      `${kind} ${seen(long)}`,
      seen(short),
      say(language, `fires above ${above}`, `しきい値 ${above}`),
      tierVerdictWords[verdict][language],
    ],
  };
}

function pageParts({ pages }: SloDetail, options: CardOptions): Part[] {
  return pages
    .filter(({ resolvedAt, untold }) => resolvedAt === null && untold === null)
    .slice(0, mostPages)
    .map(({ id, severity, firedAt }): Part => {
      const at = formatRelative(new Date(firedAt), options);
      const text = say(options.language, `${severity} ${id} fired ${at}`, `${id} 発生 ${at}`);
      return { type: 'notice', level: 'error', text, detail: null };
    });
}
