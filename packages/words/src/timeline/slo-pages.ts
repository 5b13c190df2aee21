import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';

/** What the alerts of SLOs did by themselves. */
export const pageTransitions = {
  'slo.paged': {
    en: (f) =>
      `${slo(f)} ${isTicket(f) ? 'opened the ticket' : 'paged'} ${f.what}${shadow(f)}: ${cause(f)}.`,
    ja: (f) =>
      `${slo(f)} の${isTicket(f) ? 'チケット' : 'アラート'} ${f.what} が発生しました${shadow(f)}(${cause(f)})。`,
  },
  'slo.refired': {
    en: (f) =>
      `${f.what} of ${slo(f)} is on again, soon after it resolved; it is told again only if it stays.`,
    ja: (f) => `${slo(f)} の ${f.what} が、解消後まもなく再発しました(続く場合のみ再通知します)。`,
  },
  'slo.resolved': {
    en: (f) => `${f.what} of ${slo(f)} resolved.`,
    ja: (f) => `${slo(f)} の ${f.what} が解消しました。`,
  },
} as const satisfies Readonly<Record<string, Telling<EntryFacts>>>;

/** What people did with them. */
export const pageSentences = {
  'slo.override': {
    en: (f) =>
      f.flag('withdraw')
        ? `${f.who} took back that ${f.what} may pass.`
        : `${f.who} let ${f.what} through although a budget is spent${until(f, (at) => ` (until ${at})`)}.`,
    ja: (f) =>
      f.flag('withdraw')
        ? `${f.who} が、${f.what} を通す許可を取り消しました。`
        : `${f.who} が、バジェット超過中の ${f.what} を通しました${until(f, (at) => `(${at} まで)`)}。`,
  },
  'slo.acknowledge': {
    en: (f) => `${f.who} is looking into ${f.what} of ${slo(f)}.`,
    ja: (f) => `${f.who} が ${slo(f)} の ${f.what} を確認しました。`,
  },
  'slo.link': {
    en: (f) => `${f.who} linked ${f.what} of ${slo(f)} to an incident.`,
    ja: (f) => `${f.who} が ${slo(f)} の ${f.what} をインシデントに紐付けました。`,
  },
} as const satisfies Readonly<Record<string, Telling<EntryFacts>>>;

function until(f: EntryFacts, say: (at: string) => string): string {
  const at = f.moment('until');
  return at === '' ? '' : say(at);
}

const causes: Readonly<Record<string, Readonly<Record<'en' | 'ja', string>>>> = {
  burn: { en: 'its budget burns too fast', ja: 'エラーバジェットの消費が速すぎます' },
  'budget-spent': { en: 'its budget went', ja: 'エラーバジェットの残りが少なくなりました' },
  'budget-drop': {
    en: 'much of its budget went at once',
    ja: 'エラーバジェットが急に減りました',
  },
  'no-data': { en: 'nothing is measured', ja: '計測データが届いていません' },
  'client-errors': {
    en: "clients' own errors jumped",
    ja: 'クライアント側のエラーが急増しました',
  },
};

function cause(f: EntryFacts): string {
  const kind = f.text('kind');
  const known = Object.hasOwn(causes, kind) ? causes[kind] : undefined;
  if (known !== undefined) return known[f.language];
  return f.language === 'ja' ? '理由は詳細を確認してください' : 'see why on its page';
}

function slo(f: EntryFacts): string {
  return f.text('slo') || (f.language === 'ja' ? 'SLO' : 'An SLO');
}

function isTicket(f: EntryFacts): boolean {
  return f.text('severity') === 'ticket';
}

function shadow(f: EntryFacts): string {
  if (f.text('untold') !== 'shadow') return '';
  return f.language === 'ja' ? '(試験運用のため通知なし)' : ' (it only watches: nobody is told)';
}
