import type { Language } from '@sekisho/words/language';
import type { PromisedAlerts } from '../promised-alerts.ts';
import type { Promised } from '../promises.ts';

/** What is to be known of alerts that are not the usual ones; empty when they are. */
export function alertNotes(
  { alerts }: Pick<Promised, 'alerts'>,
  language: Language,
): readonly string[] {
  if (alerts === null) return [];
  const { own, mode, leftOut, place } = alerts;
  const all = [
    mode === 'usual' ? null : modeText[mode](place)[language],
    own && mode !== 'off' ? ownText(place)[language] : null,
    leftOut ? leftOutText[language] : null,
  ];
  return all.filter((one) => one !== null);
}

/** What the list of alerts is called. */
export function alertsLabel({ alerts }: Pick<Promised, 'alerts'>): 'alerts' | 'shadowed' {
  return alerts?.mode === 'shadow' ? 'shadowed' : 'alerts';
}

/** The alerts as `--json` prints them; those that no file says are the usual ones. */
export function alertsData({ alerts }: Pick<Promised, 'alerts'>) {
  if (alerts === null) return { mode: 'usual', own: false, leftOut: false };
  const { mode, own, leftOut, policy } = alerts;
  const { tiers, guard, spentAt, drops } = policy;
  return { mode, own, leftOut, tiers, guard, spentAt, drops };
}

const modeText = {
  off: (place: string) => ({
    en: `Alerts are off (sekisho.dev/alerts at ${place}): no page and no ticket would be sent.`,
    ja: `アラートは無効です (${place} の sekisho.dev/alerts: off)。ページもチケットも送信されません。`,
  }),
  shadow: (place: string) => ({
    en: `Alerts are in shadow (sekisho.dev/alerts at ${place}): they would be shown and not sent.`,
    ja: `アラートはシャドーです (${place} の sekisho.dev/alerts: shadow)。表示だけで送信されません。`,
  }),
} as const satisfies Readonly<
  Record<Exclude<PromisedAlerts['mode'], 'usual'>, (place: string) => unknown>
>;

function ownText(place: string) {
  const file = place.replace(/:\d+$/, '');
  return {
    en: `Alerts are judged as ${file} says, not as usual.`,
    ja: `アラートは標準ではなく ${file} の指定で判定しています。`,
  };
}

const leftOutText = {
  en: 'Alerts of the file that cannot be judged are left out; the server would refuse them.',
  ja: 'ファイルのアラートのうち判定できないものは除外しています (サーバーは受け付けません)。',
};
