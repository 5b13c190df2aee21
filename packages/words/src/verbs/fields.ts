import type { Pair } from '../language.ts';

/** Fields that several verbs have, explained once. */
export const shared = {
  id: { en: 'the lease, such as ops-7k3f9q2m', ja: '貸出の ID(例: ops-7k3f9q2m)' },
  environment: { en: 'where, such as staging', ja: '環境(例: staging)' },
  for: {
    en: 'how long, such as 90m, 1h30m or 2時間',
    ja: '利用時間(例: 30分、2時間、1時間半、90m)',
  },
  ticket: { en: 'ticket it belongs to', ja: '関連するチケット' },
  size: {
    en: 'instance type, one of those the environment allows',
    ja: 'インスタンスタイプ(環境で許可されたもの)',
  },
  at: { en: 'when to start, such as 14:30 or tomorrow 9:00', ja: '開始時刻(例: 14:30、明日 9:00)' },
  breakGlass: {
    en: 'start without approval; pages everyone and owes a written review',
    ja: '承認を待たずに開始(全員に通知され、事後レビューが必要)',
  },
  holder: { en: 'only those of this holder', ja: '利用者で絞り込む' },
  since: { en: 'from when, such as 7d or 2026-11-01', ja: 'いつから(例: 7日、2026-11-01)' },
  until: { en: 'until when', ja: 'いつまで' },
  limit: { en: 'how many rows at most', ja: '最大件数' },
} as const satisfies Readonly<Record<string, Pair>>;
