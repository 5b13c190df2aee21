import type { Ending, Language, LeaseKindName, LeaseState, Role, Step } from '@sekisho/contract';
import type { Pair } from '../language.ts';

export const stateNames: Readonly<Record<LeaseState, Pair>> = {
  requested: { en: 'requested', ja: '承認待ち' },
  approved: { en: 'approved', ja: '承認済み' },
  granting: { en: 'starting', ja: '準備中' },
  active: { en: 'active', ja: '利用中' },
  revoking: { en: 'ending', ja: '終了処理中' },
  ended: { en: 'ended', ja: '終了' },
  denied: { en: 'denied', ja: '却下' },
  withdrawn: { en: 'withdrawn', ja: '取り下げ' },
  lapsed: { en: 'lapsed', ja: '時間切れ' },
  failed: { en: 'failed', ja: '失敗' },
};

const glyphs: Readonly<Record<LeaseState, string>> = {
  requested: '○',
  approved: '○',
  granting: '◐',
  active: '●',
  revoking: '◌',
  ended: '✓',
  denied: '✕',
  withdrawn: '✓',
  lapsed: '✓',
  failed: '✕',
};

/** Shape of a state, so that it is never told by colour alone; `▲` for one that is stuck. */
export function stateGlyph(state: LeaseState, stuck = false): string {
  return stuck ? '▲' : glyphs[state];
}

/** Name of a state; one that is stuck says that instead. */
export function stateName(state: LeaseState, language: Language, stuck = false): string {
  return stuck ? { en: 'stuck', ja: '停滞' }[language] : stateNames[state][language];
}

export const kindNames: Readonly<Record<LeaseKindName, Pair>> = {
  'ops-server': { en: 'ops server', ja: '作業サーバー' },
  'permission-set': { en: 'AWS access', ja: 'AWS アクセス' },
  'ci-role': { en: 'role of a job', ja: 'ジョブのロール' },
  membership: { en: 'membership', ja: 'チームへの参加' },
};

/** What is lent, as far as a sentence about it needs. */
export interface Lent {
  readonly kind?: LeaseKindName | undefined;
  /** Name of the permission set, or purpose and repository; empty for a server. */
  readonly title?: string | undefined;
  /** Environment, or account. */
  readonly environment: string;
}

/** Names it within a sentence: "the ops server in staging", "ReadOnly on production". */
export function lentText({ kind = 'ops-server', title = '', environment }: Lent): Pair {
  if (kind === 'ops-server') {
    return { en: `the ops server in ${environment}`, ja: `${environment} の作業サーバー` };
  }
  if (kind === 'membership') {
    return { en: `the membership of ${environment}`, ja: `${environment} チームへの参加` };
  }
  return { en: `${title} on ${environment}`, ja: `${environment} の ${title}` };
}

export const endingTexts: Readonly<Record<Ending, Pair>> = {
  returned: { en: 'given back', ja: '返却' },
  deadline: { en: 'the deadline came', ja: '期限' },
  'hard-maximum': { en: 'the hard maximum came', ja: '最長期限' },
  idle: { en: 'nobody used it', ja: '未使用のため' },
  'stopped-by-sre': { en: 'an SRE stopped it', ja: 'SRE による停止' },
  'stop-all': { en: 'everything was stopped', ja: '全停止' },
  'resource-gone': { en: 'it disappeared from AWS', ja: 'AWS から消失' },
  'place-gone': {
    en: 'the team is no longer configured, or the person no longer active in the roster',
    ja: 'チームの設定がなくなったか、本人が名簿から外れたか無効になったため',
  },
  'grant-refused': { en: 'policy refused it at the start', ja: '開始時にポリシーが拒否' },
  'launch-failed': { en: 'it could not be made ready', ja: '準備に失敗' },
};

export const stepTexts: Readonly<Record<Step, Pair>> = {
  'waiting-approval': { en: 'waiting for approval', ja: '承認を待っています' },
  'waiting-start': { en: 'waiting to start', ja: '開始を待っています' },
  'arming-switch': {
    en: 'scheduling the forced end in AWS',
    ja: '強制終了のスケジュールを AWS に登録しています',
  },
  launching: { en: 'launching the server', ja: 'サーバーを起動しています' },
  booting: { en: 'the server is booting', ja: 'サーバーの起動処理中です' },
  'waiting-agent': {
    en: 'waiting until sessions can reach it',
    ja: '接続できるようになるのを待っています',
  },
  rebooting: {
    en: 'rebooting it once, for it did not answer',
    ja: '応答がないため一度再起動しています',
  },
  replacing: { en: 'replacing it with a fresh server', ja: '新しいサーバーに取り替えています' },
  ready: { en: 'ready', ja: '利用できます' },
  terminating: { en: 'terminating the server', ja: 'サーバーを削除しています' },
  assigning: { en: 'assigning it in Identity Center', ja: 'Identity Center で割り当てています' },
  removing: { en: 'taking it away', ja: '取り消しています' },
  'writing-policies': {
    en: 'changing the role’s policies, and waiting until AWS serves them',
    ja: 'ロールのポリシーを変更し、AWS 全体に行き渡るのを待っています',
  },
  joining: { en: 'joining the team’s groups', ja: 'チームのグループに追加しています' },
  leaving: { en: 'leaving the team’s groups', ja: 'チームのグループから外しています' },
  done: { en: 'done', ja: '完了しました' },
};

export const roleNames: Readonly<Record<Role, Pair>> = {
  'read-only': { en: 'read-only', ja: '閲覧のみ' },
  member: { en: 'member', ja: 'メンバー' },
  sre: { en: 'SRE', ja: 'SRE' },
  admin: { en: 'admin', ja: '管理者' },
};

/** Word for one row of the glossary, as UI copy uses it. */
export const glossary = {
  lease: { en: 'lease', ja: '貸出' },
  requester: { en: 'requester', ja: '依頼者' },
  approver: { en: 'approver', ja: '承認者' },
  holder: { en: 'holder', ja: '利用者' },
  deadline: { en: 'deadline', ja: '期限' },
  hardMaximum: { en: 'hard maximum', ja: '最長期限' },
  return: { en: 'return', ja: '返却' },
  extend: { en: 'extend', ja: '延長' },
  hold: { en: 'hold', ja: '保持' },
  handOver: { en: 'hand over', ja: '引き継ぎ' },
  connect: { en: 'connect', ja: '接続' },
  approve: { en: 'approve', ja: '承認' },
  deny: { en: 'deny', ja: '却下' },
  withdraw: { en: 'withdraw', ja: '取り下げ' },
  timeline: { en: 'timeline', ja: 'タイムライン' },
  environment: { en: 'environment', ja: '環境' },
  reason: { en: 'reason', ja: '理由' },
  ticket: { en: 'ticket', ja: 'チケット' },
  onCall: { en: 'on call', ja: 'オンコール' },
  breakGlass: { en: 'break-glass', ja: '緊急開始' },
  review: { en: 'review', ja: '事後レビュー' },
} as const satisfies Readonly<Record<string, Pair>>;
