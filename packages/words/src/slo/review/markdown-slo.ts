import type { Language, ReviewCause, SloReview } from '@sekisho/contract';
import { code, row, safe } from '../../markdown-text.ts';
import { formatMoment } from '../../time/index.ts';
import { figuresIn } from '../figures.ts';
import { actionLine, type ReviewReader } from './action-line.ts';
import { causeNames, causeTitle, hintText } from './review-names.ts';

const texts = {
  en: {
    noData: 'Nothing was measured in this month.',
    budget: (bad: string, allowed: string, left: string) =>
      `${bad} failed where the month allowed ${allowed}: **${left}** of the budget left.`,
    raw: (left: string) => `Without corrections: ${left}.`,
    targets: 'Targets in force',
    beginning: 'from the beginning',
    since: (moment: string) => `from ${moment}`,
    where: '### Where the budget went',
    heads: ['What', 'When', 'Bad', 'Of the budget', 'While it lasted'],
    unexplained: (paged: string) => `of which while a page was on: ${paged}`,
    assumed: 'not measured, taken as bad',
    cut: 'More happened than was read: some causes may be missing.',
    stretches: 'Unexplained, the worst first',
    corrections: '### Corrections',
    correction: (bad: string, minutes: string) => `${bad} bad in ${minutes} do not count`,
    asked: (who: string, agreed: string) => `asked for by ${who}, agreed by ${agreed}`,
    pages: '### Pages and tickets',
    seen: (who: string, moment: string) => `acknowledged by ${who}, ${moment}`,
    unseen: 'nobody acknowledged it',
    untold: 'told nobody',
    noIncident: 'no incident linked',
    proposals: '### Proposed targets',
    settle: '### To settle',
    decision: '### Decision',
    decided: (who: string, moment: string) => `${who}, ${moment}`,
    changed: 'The figures have changed since: late data or a correction came in.',
    actions: '### Actions',
  },
  ja: {
    noData: 'この月の計測データはありません。',
    budget: (bad: string, allowed: string, left: string) =>
      `不良 ${bad} 件(許容 ${allowed} 件)。エラーバジェットの残り **${left}**。`,
    raw: (left: string) => `補正なしでは ${left}。`,
    targets: '適用された目標',
    beginning: '最初から',
    since: (moment: string) => `${moment} から`,
    where: '### エラーバジェットの内訳',
    heads: ['原因', '期間', '不良', '予算に対して', '期間中の全不良'],
    unexplained: (paged: string) => `うちアラート発生中: ${paged}`,
    assumed: '計測なし(不良とみなした分)',
    cut: '出来事が多いため、一部を読み込んでいません。原因が欠けている可能性があります。',
    stretches: '原因不明の時間帯(多い順)',
    corrections: '### 補正',
    correction: (bad: string, minutes: string) => `${minutes}、不良 ${bad} 件を対象外`,
    asked: (who: string, agreed: string) => `依頼 ${who}、同意 ${agreed}`,
    pages: '### アラート',
    seen: (who: string, moment: string) => `${who} が ${moment} に確認`,
    unseen: '未確認',
    untold: '通知なし',
    noIncident: 'インシデント未登録',
    proposals: '### 目標の提案',
    settle: '### 決めること',
    decision: '### 決定',
    decided: (who: string, moment: string) => `${who}、${moment}`,
    changed: '決定の後に、遅れて届いたデータや補正で値が変わりました。',
    actions: '### 対応',
  },
} as const;

/** Everything that a document says of one SLO, block by block. */
export function sloSections(slo: SloReview, reader: ReviewReader): readonly string[] {
  const { language } = reader;
  const t = texts[language];
  const hints = slo.hints.map((one) => `- ${safe(hintText(one, language))}`);
  return [
    `## ${safe(slo.displayName ?? slo.id)} (${code(slo.id)}, ${safe(slo.service)})`,
    budgetText(slo, language),
    targetsText(slo, reader),
    ...attributionBlocks(slo, reader),
    listed(t.corrections, correctionLines(slo, reader)),
    listed(t.pages, pageLines(slo, reader)),
    listed(t.proposals, proposalLines(slo, reader)),
    listed(t.settle, hints),
    decisionText(slo, reader),
    listed(
      t.actions,
      slo.actions.map((one) => actionLine(one, reader)),
    ),
  ];
}

function listed(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${head}\n\n${lines.join('\n')}`;
}

function budgetText({ budget, raw, corrections }: SloReview, language: Language): string {
  const t = texts[language];
  if (budget === null) return t.noData;
  const { count, share } = figuresIn(language);
  const text = t.budget(count(budget.bad), count(budget.allowed), share(budget.remainingShare));
  if (corrections.length === 0) return text;
  return `${text} ${t.raw(share(raw?.remainingShare ?? null))}`;
}

function targetsText({ targets }: SloReview, reader: ReviewReader): string {
  if (targets.length < 2) return '';
  const t = texts[reader.language];
  const { target } = figuresIn(reader.language);
  const lines = targets.map(({ from, target: share }) => {
    const when = from === null ? t.beginning : t.since(formatMoment(new Date(from), reader));
    return `- ${target(share)}, ${when}`;
  });
  return `${t.targets}:\n\n${lines.join('\n')}`;
}

function attributionBlocks({ attribution }: SloReview, reader: ReviewReader): readonly string[] {
  if (attribution === null || attribution.bad + attribution.assumed === 0) return [];
  const { language } = reader;
  const t = texts[language];
  const { count, share } = figuresIn(language);
  const { causes, unexplained, unexplainedShare, paged, assumed, stretches, cut } = attribution;
  const rest = [
    row([
      causeNames.unexplained[language],
      paged === 0 ? '' : t.unexplained(count(paged)),
      ...[count(unexplained), share(unexplainedShare), ''],
    ]),
    ...(assumed > 0 ? [row([t.assumed, '', count(assumed), '', ''])] : []),
  ];
  const rule = ['---', '---', '--:', '--:', '--:'];
  const table = [row(t.heads), row(rule), ...causes.map((one) => causeRow(one, reader)), ...rest];
  const worst = stretches.map(({ from, to, bad }) => `- ${span(from, to, reader)}: ${count(bad)}`);
  return [
    `${t.where}\n\n${table.join('\n')}`,
    cut ? `> ${t.cut}` : '',
    listed(`${t.stretches}:`, worst),
  ];
}

function causeRow(cause: ReviewCause, reader: ReviewReader): string {
  const { language } = reader;
  const { count, share } = figuresIn(language);
  return row([
    `${causeNames[cause.kind][language]}: ${safe(causeTitle(cause, language))}`,
    span(cause.from, cause.to, reader),
    ...[count(cause.bad), share(cause.budgetShare), count(cause.touched)],
  ]);
}

function span(from: string, to: string, reader: ReviewReader): string {
  const at = (iso: string) => formatMoment(new Date(iso), reader);
  return `${at(from)} – ${at(to)}`;
}

function correctionLines({ corrections }: SloReview, reader: ReviewReader): readonly string[] {
  const t = texts[reader.language];
  const { count, minutes } = figuresIn(reader.language);
  return corrections.map(({ why, who, agreedBy, from, to, bad, minutes: length }) => {
    const taken = t.correction(count(bad), minutes(length));
    const names = agreedBy.split(', ').map((id) => reader.nameOf(id));
    const asked = t.asked(safe(reader.nameOf(who)), safe(names.join(', ')));
    return `- ${span(from, to, reader)}: ${taken} — ${safe(why)} (${asked})`;
  });
}

function pageLines({ pages }: SloReview, reader: ReviewReader): readonly string[] {
  const t = texts[reader.language];
  return pages.map(({ id, key, firedAt, resolvedAt, ...page }) => {
    const { acknowledgedBy: by, acknowledgedAt: at, incident, untold } = page;
    const seen =
      by !== null && at !== null
        ? t.seen(safe(reader.nameOf(by)), formatMoment(new Date(at), reader))
        : untold === null
          ? t.unseen
          : t.untold;
    const when =
      resolvedAt === null
        ? formatMoment(new Date(firedAt), reader)
        : span(firedAt, resolvedAt, reader);
    const about = incident === null ? t.noIncident : safe(incident);
    return `- ${when}: ${safe(key)} (${code(id)}), ${seen}, ${about}`;
  });
}

function proposalLines({ proposals }: SloReview, reader: ReviewReader): readonly string[] {
  return proposals.map(
    ({ id, before, target, reason, askedBy }) =>
      `- ${before}% → ${target}% — ${safe(reason)} (${safe(reader.nameOf(askedBy))}, ${code(id)})`,
  );
}

function decisionText({ decision }: SloReview, reader: ReviewReader): string {
  if (decision === null) return '';
  const t = texts[reader.language];
  const who = t.decided(
    safe(reader.nameOf(decision.by)),
    formatMoment(new Date(decision.at), reader),
  );
  const changed = decision.changedSince ? `\n\n> ${t.changed}` : '';
  return `${t.decision}\n\n${safe(decision.text)} (${who})${changed}`;
}
