import type { OutputOf } from '@sekisho/contract';
import type { Pair } from '../language.ts';

export { recoveryPage } from './page-words.ts';

type Difference = OutputOf<'recovery.show'>['differences'][number];

/** How a lease or a server differs between a restored database and what is there: AWS, or a container engine. */
export const differenceWords: Readonly<Record<Difference['kind'], Pair>> = {
  gone: { en: 'lent here, not there', ja: '貸出中の記録だが実物がない' },
  overdue: { en: 'in use past its deadline', ja: '期限を過ぎて利用中' },
  unfinished: { en: 'being made here, not there', ja: '準備中の記録だが実物がない' },
  waiting: { en: 'asked for before the backup', ja: 'バックアップ前の依頼' },
  lingering: { en: 'over here, still there', ja: '終了の記録だが実物がある' },
  unknown: { en: 'there, no lease here', ja: '実物はあるが貸出の記録がない' },
  job: { en: 'lent to a job, AWS cannot tell', ja: 'CI ジョブに貸出中(AWS では判別不可)' },
};

/** What settling does to each. */
export const settlementWords: Readonly<Record<Difference['settles'], Pair>> = {
  ends: { en: 'ends', ja: '終了' },
  'runs-on': { en: 'runs on until', ja: '続行:' },
  withdrawn: { en: 'withdrawn; ask again', ja: '取り下げ(再依頼が必要)' },
  'taken-back': { en: 'taken back', ja: '回収' },
  watched: { en: 'left alone until', ja: 'そのまま:' },
};

export const recoveryPhrases = {
  restored: {
    en: 'Restored from a backup of {takenAt}, up to entry {newest}. Nothing is lent, taken back or swept until an admin has looked: sekisho recovery settle --shown {shown} --reason "…"',
    ja: '{takenAt} のバックアップ(記録 {newest} まで)から復元しました。管理者が「sekisho recovery settle --shown {shown} --reason "…"」を実行するまで、貸出・回収・掃除を止めています。',
  },
  settled: { en: 'No restore waits to be settled.', ja: '確認待ちの復元はありません。' },
  none: {
    en: 'All that is there is as this database says.',
    ja: '実際の状態はデータベースの記録どおりです。',
  },
  unanswered: {
    en: 'Nothing is known of {places}, which did not answer.',
    ja: '{places} は応答がなく、確認できません。',
  },
  difference: { en: 'DIFFERENCE', ja: '差分' },
  settles: { en: 'SETTLING', ja: '再開時の扱い' },
} as const satisfies Readonly<Record<string, Pair>>;
