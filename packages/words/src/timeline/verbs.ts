import type { VerbName } from '@sekisho/contract';
import type { Telling } from '../language.ts';
import { agreementSentences } from './agreements.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';
import { reviewSentences } from './reviews.ts';
import { pageSentences } from './slo-pages.ts';

/** What a person did, as one sentence; verbs that are not here are told by their titles. */
export const verbSentences: Partial<Record<VerbName, Telling<EntryFacts>>> = {
  'ops.start': {
    en: (f) =>
      `${f.who} asked for an ops server${given(f.environment, (at) => ` in ${at}`)}${given(f.span('durationSeconds'), (span) => ` for ${span}`)}${f.flag('breakGlass') ? ', breaking the glass' : ''}.`,
    ja: (f) =>
      `${f.who} が${given(f.environment, (at) => ` ${at} の`)}作業サーバーを${given(f.span('durationSeconds'), (span) => ` ${span}`)}依頼しました${f.flag('breakGlass') ? '(緊急開始)' : ''}。`,
  },
  'ops.extend': {
    en: (f) =>
      `${f.who} extended ${f.what}${given(f.span('bySeconds'), (span) => ` by ${span}`)}${given(f.moment('deadline'), (at) => `, until ${at}`)}.`,
    ja: (f) =>
      `${f.who} が ${f.what} を${given(f.span('bySeconds'), (span) => ` ${span}`)}延長しました${given(f.moment('deadline'), (at) => `(期限 ${at})`)}。`,
  },
  'ops.hold': {
    en: (f) =>
      `${f.who} holds ${f.what}${given(f.moment('holdUntil'), (at) => ` until ${at}`)} although nobody is connected.`,
    ja: (f) =>
      `${f.who} が ${f.what} を${given(f.moment('holdUntil'), (at) => ` ${at} まで`)}保持しました。`,
  },
  'ops.handover': {
    en: (f) => `${f.who} handed ${f.what} over${given(f.name('to'), (to) => ` to ${to}`)}.`,
    ja: (f) =>
      `${f.who} が ${f.what} を${given(f.name('to'), (to) => ` ${to} に`)}引き継ぎました。`,
  },
  'ops.replace': {
    en: (f) =>
      `${f.who} had the server of ${f.what} replaced${given(f.name('to'), (image) => ` by one on ${image}`)}.`,
    ja: (f) =>
      `${f.who} が ${f.what} のサーバーを${given(f.name('to'), (image) => ` ${image} のものに`)}入れ替えました。`,
  },
  'ops.stop': {
    en: (f) => `${f.who} returned ${f.what}.`,
    ja: (f) => `${f.who} が ${f.what} を返却しました。`,
  },
  'ops.sweep': {
    en: (f) =>
      f.flag('trustDatabase')
        ? `${f.who} said that this database is the right one, so sweeping goes on.`
        : `${f.who} ${f.flag('apply') ? 'swept' : 'looked for'} servers without a lease${given(f.environment, (at) => ` in ${at}`)}.`,
    ja: (f) =>
      f.flag('trustDatabase')
        ? `${f.who} がこのデータベースを正しいものと認め、掃除を再開しました。`
        : `${f.who} が${given(f.environment, (at) => ` ${at} の`)}貸出のないサーバーを${f.flag('apply') ? '掃除しました' : '確認しました'}。`,
  },
  'ops.spare': {
    en: (f) => `${f.who} spared ${f.what} from the sweep.`,
    ja: (f) => `${f.who} が ${f.what} を掃除の対象から外しました。`,
  },
  'recovery.settle': {
    en: (f) => `${f.who} looked at what the restore brought back and settled it.`,
    ja: (f) => `${f.who} が復元後の差分を確認し、運用を再開しました。`,
  },
  'lease.approve': {
    en: (f) => `${f.who} approved ${f.what}${count(f)}.`,
    ja: (f) => `${f.who} が ${f.what} を承認しました${count(f)}。`,
  },
  'lease.deny': {
    en: (f) => `${f.who} denied ${f.what}.`,
    ja: (f) => `${f.who} が ${f.what} を却下しました。`,
  },
  'lease.withdraw': {
    en: (f) => `${f.who} withdrew ${f.what}.`,
    ja: (f) => `${f.who} が ${f.what} を取り下げました。`,
  },
  'lease.review': {
    en: (f) => `${f.who} wrote the review of ${f.what}.`,
    ja: (f) => `${f.who} が ${f.what} の事後レビューを書きました。`,
  },
  'lease.stop-all': {
    en: (f) => `${f.who} stopped everything.`,
    ja: (f) => `${f.who} が全停止しました。`,
  },
  'lease.resume': {
    en: (f) => `${f.who} resumed lending.`,
    ja: (f) => `${f.who} が貸出を再開しました。`,
  },
  ...pageSentences,
  ...agreementSentences,
  ...reviewSentences,
  'timeline.anchor': {
    en: (f) => `${f.who} signed a checkpoint of the timeline${at(f)}.`,
    ja: (f) => `${f.who} がタイムラインのチェックポイントに署名しました${at(f)}。`,
  },
  'token.create': {
    en: (f) => `${f.who} created the token ${f.what}.`,
    ja: (f) => `${f.who} がトークン ${f.what} を発行しました。`,
  },
  'session.revoke': {
    en: (f) => `${f.who} ended the session ${f.what}.`,
    ja: (f) => `${f.who} がセッション ${f.what} を終了しました。`,
  },
  'passkey.remove': {
    en: (f) => `${f.who} removed the passkey ${f.what}.`,
    ja: (f) => `${f.who} がパスキー ${f.what} を削除しました。`,
  },
  'people.unlink': {
    en: (f) => `${f.who} ended the link ${f.what} of a Slack user.`,
    ja: (f) => `${f.who} が Slack 連携 ${f.what} を解除しました。`,
  },
  'token.revoke': {
    en: (f) => `${f.who} revoked the token ${f.what}.`,
    ja: (f) => `${f.who} がトークン ${f.what} を無効にしました。`,
  },
};

/** How many of how many approvals there are now, where more than one is needed. */
function count(f: EntryFacts): string {
  const [have, needed] = [f.number('have'), f.number('needed')];
  if (have === null || needed === null || needed < 2) return '';
  return f.language === 'ja' ? `(${needed} 人中 ${have} 人目)` : ` (${have} of ${needed})`;
}

/** Number of the entry that a checkpoint covers. */
export function at(f: EntryFacts): string {
  const number = f.number('number');
  if (number === null) return '';
  return f.language === 'ja' ? `(記録 ${number} まで)` : ` up to entry ${number}`;
}
