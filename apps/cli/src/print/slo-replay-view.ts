import type { OutputOf } from '@sekisho/contract';
import { incidentsWanted, replayTable } from '../offline/slo/replay/replay-text.ts';
import { windowText } from './slo-figures.ts';
import type { Style } from './style.ts';

const notYet = {
  en: 'The window was not known whole at first: "budget spent" pages only from then on.',
  ja: 'はじめは期間の全体が分かっていないため、バジェット超過のページはその後だけ数えます。',
} as const;

/** A replay of an SLO that the server measures, as one over logs is shown. */
export function replayed(answer: OutputOf<'slo.replay'>, style: Style): string {
  const { language } = style;
  const { from, to, spentFrom, incidents } = answer;
  const minute = (iso: string) => Date.parse(iso) / 60_000;
  const { candidates, displayName, id, window } = answer;
  const known = incidents.length > 0;
  return replayTable(
    {
      name: displayName ?? id,
      window: windowText(window, language),
      span: { from: minute(from), to: minute(to) },
      candidates: candidates.map((one) => ({
        ...one,
        target: one.target / 100,
        lowest: one.lowestShare,
        unexplained: one.pagesOutsideIncidents,
        dead: one.deadTiers.map((tier) => ({ ...tier, code: 'dead' })),
      })),
      incidents: known ? incidents.length : null,
      notes: [
        ...(spentFrom > from ? [notYet[language]] : []),
        ...(known ? [] : [incidentsWanted(language)]),
      ],
    },
    style,
  );
}
