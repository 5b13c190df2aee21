import type { Language, ReviewCause, ReviewState, SloReview } from '@sekisho/contract';
import type { Pair } from '../../language.ts';
import { formatSpan } from '../../time/index.ts';
import { figuresIn } from '../figures.ts';

/** How a review stands. */
export const reviewStateNames: Readonly<Record<ReviewState, Pair>> = {
  'not-started': { en: 'not started', ja: '未着手' },
  'in-progress': { en: 'in progress', ja: 'レビュー中' },
  reviewed: { en: 'reviewed', ja: 'レビュー済み' },
};

/** Shape of a state, so that it is never told by colour alone. */
export const reviewGlyphs: Readonly<Record<ReviewState, string>> = {
  ...{ 'not-started': '○', 'in-progress': '◐', reviewed: '●' },
};

export const causeNames: Readonly<Record<ReviewCause['kind'] | 'unexplained', Pair>> = {
  incident: { en: 'incident', ja: 'インシデント' },
  deploy: { en: 'deploy', ja: 'デプロイ' },
  operation: { en: 'operation', ja: '運用作業' },
  lease: { en: 'lease', ja: '貸出' },
  unexplained: { en: 'unexplained', ja: '原因不明' },
};

const operationNames: Readonly<Record<string, Pair>> = {
  'config.changed': { en: 'the configuration changed', ja: '設定の変更' },
  'lease.stop-all': { en: 'everything was stopped', ja: '全停止' },
  'lease.resume': { en: 'lending was resumed', ja: '貸出の再開' },
  'sweep.quarantined': {
    en: 'a server without a lease was stopped',
    ja: '貸出のないサーバーの停止',
  },
  'sweep.terminated': {
    en: 'a server without a lease was terminated',
    ja: '貸出のないサーバーの削除',
  },
};

/** What a cause was, in few words: what somebody wrote of it, or what was done. */
export function causeTitle({ title, entry, id }: ReviewCause, language: Language): string {
  if (title !== null && title !== '') return title;
  const action = entry?.action ?? '';
  return Object.hasOwn(operationNames, action) ? (operationNames[action]?.[language] ?? id) : id;
}

type Hint = SloReview['hints'][number];

/** What the meeting should settle, as a sentence. */
export function hintText({ what, count, target, id }: Hint, language: Language): string {
  const figures = figuresIn(language);
  const many = figures.count(count ?? 0);
  const percent = target === null ? '–' : figures.target(target);
  const sentences: Readonly<Record<Hint['what'], Pair>> = {
    'no-data': {
      en: 'Nothing was measured: find out why, or retire the SLO.',
      ja: '計測データがありません。原因を調べるか、SLO の廃止を検討してください。',
    },
    overspent: {
      en: `${many} more failed than the month allowed: decide what comes before new features.`,
      ja: `許容量を ${many} 件超過しました。新機能より優先する対策を決めてください。`,
    },
    'low-budget': {
      en: `Less than a tenth of the budget is left: ${many} more may fail. Decide what waits until it has recovered.`,
      ja: `バジェットの残りが 1 割を切っています(失敗できるのはあと ${many} 件)。回復まで見送る変更を決めてください。`,
    },
    'link-pages': {
      en: `${many} without an incident (first: ${id ?? ''}): link each, so that its budget is explained.`,
      ja: `インシデント未登録のアラートが ${many} 件あります(最初: ${id ?? ''})。紐付けると内訳に反映されます。`,
    },
    acknowledge: {
      en: `${many} that nobody acknowledged (first: ${id ?? ''}): was anybody woken?`,
      ja: `誰も確認しなかったアラートが ${many} 件あります(最初: ${id ?? ''})。通知が届いたか確認してください。`,
    },
    explain: {
      en: `Unexplained failures that came together: ${many}. Find out what happened then.`,
      ja: `原因不明の不良が ${many} 件まとまって発生しています。その時間帯に何があったか確認してください。`,
    },
    'answer-proposal': {
      en: `The target ${percent} is proposed (${id ?? ''}): accept or decline it.`,
      ja: `目標 ${percent} が提案されています(${id ?? ''})。同意か却下を決めてください。`,
    },
    'raise-target': {
      en: `History would have kept ${percent}: consider a higher target.`,
      ja: `実績では ${percent} を維持できています。目標の引き上げを検討してください。`,
    },
    'lower-target': {
      en: `The target was not kept, ${percent} would have been: mend the service, or promise less.`,
      ja: `目標を守れませんでした(${percent} なら達成)。改善するか、目標の引き下げを検討してください。`,
    },
    'measure-more': {
      en: `${formatSpan((count ?? 0) * 60, 'en')} were not measured: mend the source.`,
      ja: `計測できていない時間が ${formatSpan((count ?? 0) * 60, 'ja')}あります。計測元を確認してください。`,
    },
  };
  return sentences[what][language];
}
