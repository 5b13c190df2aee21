import type { Language, LiveSessions } from '@sekisho/contract';
import type { Pair } from '../language.ts';

const states: Readonly<Record<LiveSessions['state'], Pair>> = {
  off: {
    en: 'Off: sessions live on after a lease for as long as their permission set says.',
    ja: 'オフ: 貸出が終わっても、セッションは許可セットの時間だけ残ります。',
  },
  'not-proposed': {
    en: 'Configured, but nobody has proposed it: nothing is denied.',
    ja: '設定済みですが、まだ提案されていません。何も拒否しません。',
  },
  proposed: {
    en: 'Proposed: it waits for another admin. Nothing is denied until then.',
    ja: '提案中: 別の管理者の承認待ちです。それまで何も拒否しません。',
  },
  approved: {
    en: 'Approved: sessions end with their lease, within minutes.',
    ja: '承認済み: セッションは貸出と同時に、数分以内で終わります。',
  },
  void: {
    en: 'Void: the settings are not those that were agreed to. Nothing is written until two admins agree again.',
    ja: '失効: 設定が承認時と違います。もう一度、2 人の管理者が合意するまで何も書き込みません。',
  },
  revoked: {
    en: 'Revoked: every denial is being taken away, and none is made.',
    ja: '取り消し済み: 拒否をすべて取り除き、新しくは作りません。',
  },
};

type End = LiveSessions['accounts'][number]['ends'][number];

const fates: Readonly<Record<End['fate'], Pair>> = {
  ending: { en: 'being denied', ja: '拒否を反映中' },
  ended: { en: 'denied', ja: '拒否済み' },
  stand: { en: 'not denied: access stands beside the lease', ja: '対象外: 貸出以外の権限あり' },
  'no-room': { en: 'live on: the policy is full', ja: '継続中: ポリシーに空きなし' },
};

/** Where ending live sessions stands, in a sentence. */
export function liveSessionsState(state: LiveSessions['state'], language: Language): string {
  return states[state][language];
}

/** What becomes of sessions after a lease, in a few words. */
export function liveSessionsFate({ fate, trouble }: End, language: Language): string {
  const said = fates[fate][language];
  return trouble === null ? said : `${said} (${trouble})`;
}
