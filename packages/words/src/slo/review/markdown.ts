import type { Language, MonthReview, SloReview } from '@sekisho/contract';
import { row, safe } from '../../markdown-text.ts';
import { formatDay } from '../../time/index.ts';
import { figuresIn } from '../figures.ts';
import { actionLine, type ReviewReader } from './action-line.ts';
import { sloSections } from './markdown-slo.ts';
import { reviewStateNames } from './review-names.ts';

const texts = {
  en: {
    title: (month: string) => `# SLO review, ${month}`,
    span: (from: string, to: string, zone: string) => `${from} – ${to} (${zone})`,
    soFar: 'The month is not over: the figures are of what has passed.',
    rule: 'How failures are attributed: each minute counts for one cause only, an incident before a deploy, a deploy before an operation, an operation before a lease; of two of a kind for the one that began last. A change without an end covers two hours. What nothing covers is unexplained.',
    heads: ['SLO', 'Target', 'SLI', 'Budget left', '28 d', '7 d', 'Requests', 'Measured', 'State'],
    leftOut: (count: string) => `${count} more SLOs are not in this document: ask for one service.`,
    carried: '## Still to do from earlier months',
    none: 'No SLO is declared.',
  },
  ja: {
    title: (month: string) => `# SLO 月次レビュー ${month}`,
    span: (from: string, to: string, zone: string) => `${from}〜${to}(${zone})`,
    soFar: '月の途中です。これまでの値を示しています。',
    rule: '内訳の数え方: 1 分ごとに原因をひとつだけ割り当てます。優先順位はインシデント、デプロイ、運用作業、貸出の順で、同じ種類では最後に始まったものです。終わりの記録がない変更は 2 時間とみなします。どれにも当たらないものは「原因不明」です。',
    heads: ['SLO', '目標', 'SLI', '予算の残り', '28日', '7日', 'リクエスト', '計測率', '状態'],
    leftOut: (count: string) =>
      `この資料にない SLO がほかに ${count} 件あります。サービスを指定してください。`,
    carried: '## 以前の月から残っている対応',
    none: 'SLO はまだ定義されていません。',
  },
} as const;

/** The draft of a month's meeting as Markdown, ready to be pasted into a wiki. */
export function reviewMarkdown(
  review: MonthReview,
  { language, nameOf }: Omit<ReviewReader, 'timeZone'>,
): string {
  // A document is read by everybody: it tells the house's time.
  const { timeZone } = review;
  const reader = { language, nameOf, timeZone };
  const t = texts[language];
  const day = (iso: string) => formatDay(new Date(iso), { timeZone, language, withYear: true });
  const last = new Date(Date.parse(review.to) - 1).toISOString();
  const blocks = [
    t.title(review.month),
    t.span(day(review.from), day(last), review.timeZone),
    review.over ? '' : `> ${t.soFar}`,
    review.slos.length === 0 ? t.none : overview(review, language),
    review.leftOut === 0 ? '' : t.leftOut(figuresIn(language).count(review.leftOut)),
    review.slos.length === 0 ? '' : `> ${t.rule}`,
    ...review.slos.flatMap((slo) => sloSections(slo, reader)),
    review.carriedOver.length === 0
      ? ''
      : `${t.carried}\n\n${review.carriedOver.map((one) => actionLine(one, reader, true)).join('\n')}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function overview({ slos }: MonthReview, language: Language): string {
  const { heads } = texts[language];
  const rule = heads.map((_, at) => (at > 0 && at < heads.length - 1 ? '--:' : '---'));
  return [row(heads), row(rule), ...slos.map((slo) => row(cells(slo, language)))].join('\n');
}

function cells(slo: SloReview, language: Language): readonly string[] {
  const { target, sli, share, count } = figuresIn(language);
  const { budget, days28, days7, traffic } = slo;
  const now = budget?.target ?? slo.targets.at(-1)?.target;
  return [
    safe(slo.displayName ?? slo.id),
    now === undefined ? '–' : target(now),
    sli(budget?.sli ?? null),
    share(budget?.remainingShare ?? null),
    share(days28?.remainingShare ?? null),
    share(days7?.remainingShare ?? null),
    count(traffic.good + traffic.bad),
    share(budget?.coverage.share ?? null),
    reviewStateNames[slo.state][language],
  ];
}
