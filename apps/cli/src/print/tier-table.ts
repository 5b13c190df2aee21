import type { BurnWindow, OutputOf, TierReading } from '@sekisho/contract';
import { sloHeads, sloPhrases, tierVerdictWords } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import { fill } from './fill.ts';
import { countText, minutesText, ninesText, timesText } from './slo-figures.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

type Row = TierReading & { readonly firesInMinutes?: number | null };

/** Pairs of windows: what they hold, at what they fire, and what keeps them from it. */
export function tierTable(tiers: readonly Row[], style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language];
  const window = ({ minutes, bad, total, burn }: BurnWindow) =>
    `${minutesText(minutes, language)}: ${countText(bad)}/${countText(total)} ${timesText(burn)}`;
  const fires = ({ verdict, firesInMinutes }: Row) =>
    firesInMinutes === null || firesInMinutes === undefined || firesInMinutes === 0
      ? tierVerdictWords[verdict][language]
      : `${word('firesIn')} ${minutesText(firesInMinutes, language)}`;
  const rows = table<Row>(
    tiers,
    [
      { title: word('tier'), text: ({ tier }) => tier },
      { title: word('long'), text: ({ long }) => window(long) },
      { title: word('short'), text: ({ short }) => window(short) },
      { title: word('factor'), text: ({ factor }) => timesText(factor), right: true },
      {
        title: word('why'),
        text: fires,
        flexible: true,
        colour: ({ verdict }) => (verdict === 'fires' ? 'red' : null),
      },
    ],
    style,
  );
  return rows + tiers.map((tier) => guardLine(tier, style)).join('');
}

/** Why a guarded alert stayed silent, or did not. */
function guardLine({ tier, guard }: Row, { language }: Style): string {
  if (guard === null) return '';
  const odds = guard.chance <= 0 ? '10⁹+' : countText(1 / guard.chance);
  const { bad, total } = guard;
  const facts = { bad: countText(bad), total: countText(total), odds };
  return `${cleanLine(tier)}: ${fill(sloPhrases.guard[language], facts)}\n`;
}

/** How fast a budget burns in each window, and when it would page. */
export function burnText(burn: OutputOf<'slo.burn'>, style: Style): string {
  const { language } = style;
  const asOf = burn.asOf === null ? '' : `   ${formatMoment(new Date(burn.asOf), style)}`;
  const head = `${cleanLine(burn.id)}   ${ninesText(burn.target)}${asOf}\n`;
  if (burn.tiers.length === 0) return `${head}${sloPhrases.nothingJudged[language]}\n`;
  return head + tierTable(burn.tiers, style);
}
