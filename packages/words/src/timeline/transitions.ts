import type { Ending } from '@sekisho/contract';
import { formatPercent } from '../catalogue/agreements.ts';
import { endingTexts } from '../catalogue/leases.ts';
import { isMissingPiece, missingText } from '../catalogue/missing.ts';
import type { Language, Telling } from '../language.ts';
import { formatDollars } from '../money.ts';
import { directoryActions, directorySentences } from './directory.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';
import { keepingActions, keepingSentences } from './keeping.ts';
import { sessionActions, sessionSentences } from './sessions.ts';
import { pageTransitions } from './slo-pages.ts';
import { at } from './verbs.ts';

/** What the engine did by itself, and what it found. */
export const transitionActions = [
  'lease.granting',
  'lease.ready',
  'lease.revoking',
  'lease.ended',
  'lease.failed',
  'lease.lapsed',
  'lease.stuck',
  'lease.reminded',
  'lease.retried',
  'lease.idle',
  'sweep.reported',
  'sweep.quarantined',
  'sweep.terminated',
  'sweep.withheld',
  'recovery.began',
  'recovery.put-off',
  'backup.taken',
  'backup.sent',
  'slo.paged',
  'slo.refired',
  'slo.resolved',
  'slo.lapsed',
  'slo.file-target',
  'config.changed',
  'chain.anchored',
  ...directoryActions,
  ...keepingActions,
  ...sessionActions,
] as const;
export type TransitionAction = (typeof transitionActions)[number];

export const transitionSentences: Readonly<Record<TransitionAction, Telling<EntryFacts>>> = {
  ...directorySentences,
  ...keepingSentences,
  ...sessionSentences,
  'lease.granting': {
    en: (f) => `${f.what} is being made ready.`,
    ja: (f) => `${f.what} の準備を始めました。`,
  },
  'lease.ready': {
    en: (f) =>
      `${f.what} is ready${given(instance(f), (id) => ` (${id})`)}${given(f.moment('deadline'), (when) => `, until ${when}`)}.`,
    ja: (f) =>
      `${f.what} が利用できるようになりました${given(instance(f), (id) => `(${id})`)}${given(f.moment('deadline'), (when) => `。期限は ${when} です`)}。`,
  },
  'lease.revoking': {
    en: (f) => `${f.what} is being taken back${given(ending(f), (why) => `: ${why}`)}.`,
    ja: (f) => `${f.what} の終了処理を始めました${given(ending(f), (why) => `(${why})`)}。`,
  },
  'lease.ended': {
    en: (f) =>
      `${f.what} ended${given(ending(f), (why) => `: ${why}`)}${given(spent(f), (sum) => `; it cost ${sum}`)}.`,
    ja: (f) =>
      `${f.what} が終了しました${given(ending(f), (why) => `(${why})`)}${given(spent(f), (sum) => `。費用は ${sum} でした`)}。`,
  },
  'lease.failed': {
    en: (f) =>
      `${f.what} failed and left nothing behind${given(missing(f), (why) => `. ${why}`)}${end(missing(f), '.')}`,
    ja: (f) => `${f.what} は失敗しました。AWS には何も残っていません。${missing(f)}`,
  },
  'lease.lapsed': {
    en: (f) => `Nobody answered ${f.what} in time, so it lapsed.`,
    ja: (f) => `${f.what} は承認されないまま時間切れになりました。`,
  },
  'lease.stuck': {
    en: (f) =>
      `${f.what} is stuck and is retried for ever${given(missing(f), (why) => `. ${why}`)}${end(missing(f), '.')}`,
    ja: (f) => `${f.what} が停滞しています。再試行を続けます。${missing(f)}`,
  },
  'lease.reminded': {
    en: (f) =>
      `${given(f.name('holder'), (who) => who) || 'The holder'} was reminded that ${f.what} ends soon${given(f.moment('deadline'), (when) => ` (${when})`)}.`,
    ja: (f) =>
      `${given(f.name('holder'), (who) => who) || '利用者'} に ${f.what} の期限${given(f.moment('deadline'), (when) => `(${when})`)}が近いことを知らせました。`,
  },
  'lease.retried': {
    en: (f) =>
      `${f.what} was tried again${given(missing(f), (why) => `. ${why}`)}${end(missing(f), '.')}`,
    ja: (f) => `${f.what} を再試行しました。${missing(f)}`,
  },
  'lease.idle': {
    en: (f) =>
      `${f.what} is idle${given(f.span('idleSeconds'), (span) => `: nobody used it for ${span}`)}.`,
    ja: (f) =>
      `${f.what} が${given(f.span('idleSeconds'), (span) => ` ${span}`)}使われていません。`,
  },
  'sweep.reported': {
    en: (f) => `A server without a lease was found: ${subject(f)}.`,
    ja: (f) => `貸出のないサーバー ${subject(f)} を見つけました。`,
  },
  'sweep.quarantined': {
    en: (f) => `${subject(f)}, which no lease explains, was stopped; it can still be brought back.`,
    ja: (f) => `貸出のないサーバー ${subject(f)} を停止しました。まだ元に戻せます。`,
  },
  'sweep.terminated': {
    en: (f) => `${subject(f)}, which no lease explains, was terminated.`,
    ja: (f) => `貸出のないサーバー ${subject(f)} を削除しました。`,
  },
  'sweep.withheld': {
    en: () => 'Nothing was swept, because this database may not be the right one.',
    ja: () => 'データベースが正しいものか確認できないため、掃除を見合わせました。',
  },
  'recovery.began': {
    en: (f) =>
      `This database was restored from a backup${given(f.moment('takenAt'), (when) => ` of ${when}`)}. Nothing is lent or taken back until an admin has settled it.`,
    ja: (f) =>
      `${given(f.moment('takenAt'), (when) => `${when} の`)}バックアップからデータベースを復元しました。管理者が確認するまで、貸出も回収も行いません。`,
  },
  'recovery.put-off': {
    en: (f) =>
      `${f.what} was in use past its deadline when the restore was settled, so it runs on${given(f.moment('deadline'), (when) => ` until ${when}`)}.`,
    ja: (f) =>
      `復元の確認時に期限を過ぎて利用中だったため、${f.what} を${given(f.moment('deadline'), (when) => ` ${when} まで`)}続けます。`,
  },
  'backup.taken': {
    en: (f) =>
      `${f.who} took a backup of everything${f.flag('encrypted') ? ', encrypted' : ', not encrypted'}.`,
    ja: (f) =>
      `${f.who} がすべてのデータのバックアップを取得しました(${f.flag('encrypted') ? '暗号化あり' : '暗号化なし'})。`,
  },
  'backup.sent': {
    en: (f) => `The backup that ${f.who} took was sent whole.`,
    ja: (f) => `${f.who} が取得したバックアップの送信が完了しました。`,
  },
  ...pageTransitions,
  'slo.lapsed': {
    en: (f) => `Nobody agreed to ${f.what} in time, so it lapsed.`,
    ja: (f) => `${f.what} は同意がそろわないまま期限切れになりました。`,
  },
  'slo.file-target': {
    en: (f) =>
      `The file of ${f.what} says another target${given(percent(f, 'target'), (to) => `: ${to}`)}${given(percent(f, 'before'), (from) => ` instead of ${from}`)}. Nothing was agreed yet, so it holds from now on.`,
    ja: (f) =>
      `${f.what} のファイルの目標が${given(percent(f, 'before'), (from) => ` ${from} から`)}${given(percent(f, 'target'), (to) => ` ${to} に`)}変わりました。合意した目標がまだないため、これから適用します。`,
  },
  'config.changed': {
    en: (f) =>
      `The configuration changed${given(f.text('hash').slice(0, 12), (hash) => ` (${hash})`)}.`,
    ja: (f) => `設定が変わりました${given(f.text('hash').slice(0, 12), (hash) => `(${hash})`)}。`,
  },
  'chain.anchored': {
    en: (f) => `A checkpoint of the timeline was kept outside${at(f)}.`,
    ja: (f) => `タイムラインのチェックポイントを外部に保管しました${at(f)}。`,
  },
};

function ending(f: EntryFacts): string {
  return endingTexts[f.text('ending') as Ending]?.[f.language] ?? '';
}

function missing(f: EntryFacts): string {
  const piece = f.text('missing');
  return piece === '' ? '' : whyOf(piece, f.language);
}

function whyOf(piece: string, language: Language): string {
  return isMissingPiece(piece) ? missingText(piece, language).why : '';
}

function percent(f: EntryFacts, key: string): string {
  const value = f.number(key);
  return value === null ? '' : formatPercent(value);
}

/** The full stop of a sentence that another one has not ended already. */
function end(before: string, stop: string): string {
  return before === '' ? stop : '';
}

function spent(f: EntryFacts): string {
  const sum = f.number('cost');
  return sum === null ? '' : formatDollars(sum, f.language);
}

function instance(f: EntryFacts): string {
  return f.text('instanceId') || f.text('resource');
}

/** The sweep speaks of an instance, which an ended lease may explain. */
function subject(f: EntryFacts): string {
  return instance(f) || f.what;
}
