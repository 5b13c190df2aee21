import type { JournalKind, JournalSectionName } from '@sekisho/contract';
import type { Pair } from '../language.ts';

export const journalSectionNames: Readonly<Record<JournalSectionName, Pair>> = {
  leased: { en: 'Leased', ja: '借りたもの' },
  decided: { en: 'Reviewed and decided', ja: 'レビューと判断' },
  declared: { en: 'Declared', ja: '提案と記録' },
  answered: { en: 'Answered', ja: '対応と同意' },
};

/** What a count in the report counts. */
export const journalKindNames: Readonly<Record<JournalKind, Pair>> = {
  server: { en: 'ops servers', ja: '作業サーバー' },
  access: { en: 'AWS access', ja: 'AWS アクセス' },
  job: { en: 'CI runs they started', ja: '開始した CI の実行' },
  'other-lease': { en: 'other leases', ja: 'その他の貸出' },
  approved: { en: 'requests approved', ja: '承認した依頼' },
  denied: { en: 'requests denied', ja: '却下した依頼' },
  reviewed: { en: 'break-glass reviews written', ja: '緊急開始の事後レビュー' },
  'slo-reviewed': { en: 'steps of SLO reviews', ja: 'SLO 月次レビューの作業' },
  stopped: { en: 'times everything was stopped or resumed', ja: '全停止・再開' },
  proposed: { en: 'SLO targets proposed', ja: '提案した SLO の目標' },
  corrected: { en: 'corrections asked for or taken back', ja: '補正の依頼・取り消し' },
  overridden: { en: 'overrides given or taken back', ja: 'バジェット超過中の許可・取り消し' },
  noted: { en: 'notes', ja: '記録した出来事' },
  acknowledged: { en: 'pages acknowledged', ja: '確認したアラート' },
  linked: { en: 'pages linked to incidents', ja: 'インシデントへの紐付け' },
  agreed: { en: 'agreements given', ja: '同意した提案・補正' },
  declined: { en: 'proposals declined', ja: '却下した提案・補正' },
};
