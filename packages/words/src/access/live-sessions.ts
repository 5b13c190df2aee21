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
    en: 'Void: the settings are not those that were agreed to. Nothing new is denied until two admins agree again.',
    ja: '失効: 設定が承認時と違います。もう一度、2 人の管理者が合意するまで新しい拒否は書きません。',
  },
  revoked: {
    en: 'Revoked: no denial is made any more, and those that were written are taken away.',
    ja: '取り消し済み: 新しい拒否は作らず、書いたものは取り除きます。',
  },
};

type End = LiveSessions['accounts'][number]['ends'][number];

const fates: Readonly<Record<End['fate'], Pair>> = {
  ending: { en: 'being denied', ja: '拒否を反映中' },
  ended: { en: 'denied', ja: '拒否済み' },
  stand: { en: 'not denied: access stands beside the lease', ja: '対象外: 貸出以外の権限あり' },
  'no-room': { en: 'live on: the policy is full', ja: '継続中: ポリシーに空きなし' },
};

const troubles: ReadonlyMap<string, Pair> = new Map([
  ['NoFreePolicySlot', { en: 'no free policy slot', ja: 'アカウントのポリシー枠に空きなし' }],
]);

/** Where ending live sessions stands, in a sentence. */
export function liveSessionsState(state: LiveSessions['state'], language: Language): string {
  return states[state][language];
}

/** What becomes of sessions after a lease, in a few words. */
export function liveSessionsFate({ fate, trouble }: End, language: Language): string {
  const said = fates[fate][language];
  return trouble === null ? said : `${said} (${liveSessionsTrouble(trouble, language)})`;
}

/** Why an account's policy does not say what it should: AWS's code, in words where there are any. */
export function liveSessionsTrouble(code: string, language: Language): string {
  return troubles.get(code)?.[language] ?? code;
}

/** Labels of what the console shows of it. */
export const liveSessionsPage = {
  en: {
    title: 'Live sessions',
    role: 'Role',
    policies: 'Policies',
    covered: 'Accounts',
    statement: 'Each denial',
    unbound: (account: string) =>
      `The management account ${account} is bound by no such policy: sessions there live on as before.`,
    proposed: (who: string, when: string) => `Proposed by ${who}, ${when}.`,
    approved: (who: string, when: string) => `Approved by ${who}, ${when}.`,
    revoked: (who: string) => `Revoked by ${who}.`,
    propose: 'Propose',
    proposeMeans:
      'A role of its own will write policies that deny sessions. Another admin has to agree to exactly these settings.',
    approve: 'Approve',
    approveMeans:
      'From now on sessions are denied once their lease has ended. Whoever can change Sekisho could deny others too: read the threat model before.',
    revoke: 'Revoke',
    revokeMeans: 'No session is denied any more, and every denial is taken away at once.',
    why: 'Why',
    account: 'Account',
    who: 'Who',
    permissionSet: 'Permission set',
    before: 'Sessions begun before',
    until: 'At the latest until',
    fate: 'Now',
    full: (size: number, limit: number) => `${size} of ${limit} characters`,
    done: 'Done.',
  },
  ja: {
    title: '開いているセッション',
    role: 'ロール',
    policies: 'ポリシー',
    covered: '対象アカウント',
    statement: '拒否の内容',
    unbound: (account: string) =>
      `管理アカウント ${account} にはこの種のポリシーが効かず、セッションはこれまでどおり残ります。`,
    proposed: (who: string, when: string) => `提案: ${who}、${when}`,
    approved: (who: string, when: string) => `承認: ${who}、${when}`,
    revoked: (who: string) => `取り消し: ${who}`,
    propose: '提案する',
    proposeMeans:
      '専用のロールが、セッションを拒否するポリシーを書くようになります。この設定のとおりに、別の管理者の承認が必要です。',
    approve: '承認する',
    approveMeans:
      '以後、貸出が終わるとセッションも拒否されます。Sekisho を書き換えられる人は他の人も拒否できることになります。先に脅威モデルを読んでください。',
    revoke: '取り消す',
    revokeMeans: 'セッションの拒否をやめ、いまある拒否もただちにすべて取り除きます。',
    why: '理由',
    account: 'アカウント',
    who: '対象者',
    permissionSet: '許可セット',
    before: 'これより前のセッション',
    until: '最長',
    fate: '現在',
    full: (size: number, limit: number) => `${limit} 文字中 ${size} 文字`,
    done: '完了しました。',
  },
} as const;
