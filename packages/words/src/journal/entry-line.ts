import type { Entry, Language } from '@sekisho/contract';
import { formatPercent } from '../catalogue/agreements.ts';
import type { Pair, Telling } from '../language.ts';
import { type EntryFacts, type EntryOptions, factsOf } from '../timeline/facts.ts';
import { given } from '../timeline/given.ts';
import { actionTitle } from '../timeline/index.ts';
import { type JournalLease, lentFor } from './lease-text.ts';

interface Facts extends EntryFacts {
  /** The lease that it was about: whose, and which. */
  readonly lent: string;
}

const noted: Readonly<Record<string, Pair>> = {
  deploy: { en: 'a deploy', ja: 'デプロイ' },
  incident: { en: 'an incident', ja: 'インシデント' },
  operation: { en: 'an operation', ja: '運用作業' },
};

/** What somebody did, told without them: the whole journal is theirs. */
const tellings: Readonly<Record<string, Telling<Facts>>> = {
  'lease.approve': {
    en: (f) => `Approved ${f.lent}`,
    ja: (f) => `${f.lent}を承認`,
  },
  'lease.deny': { en: (f) => `Denied ${f.lent}`, ja: (f) => `${f.lent}を却下` },
  'lease.review': {
    en: (f) => `Wrote the review of ${f.lent}`,
    ja: (f) => `${f.lent}の事後レビューを記入`,
  },
  'lease.stop-all': { en: () => 'Stopped everything', ja: () => '全停止' },
  'lease.resume': { en: () => 'Resumed lending', ja: () => '貸出を再開' },
  'slo.review-start': {
    en: (f) => `Began the SLO review${given(f.text('month'), (month) => ` of ${month}`)}`,
    ja: (f) => `${given(f.text('month'), (month) => `${month} の`)}SLO 月次レビューを開始`,
  },
  'slo.review-decide': {
    en: (f) =>
      `Recorded the decision on ${f.what}${given(f.text('month'), (month) => ` for ${month}`)}`,
    ja: (f) => `${f.what} の${given(f.text('month'), (month) => ` ${month} の`)}決定を記録`,
  },
  'slo.review-action': {
    en: (f) => `Added an action${given(f.text('slo'), (slo) => ` about ${slo}`)}`,
    ja: (f) => `${given(f.text('slo'), (slo) => `${slo} への`)}対応を追加`,
  },
  'slo.review-done': {
    en: (f) => `Completed an action${given(f.text('slo'), (slo) => ` about ${slo}`)}`,
    ja: (f) => `${given(f.text('slo'), (slo) => `${slo} への`)}対応を完了`,
  },
  'slo.propose': {
    en: (f) =>
      `Proposed a target${given(f.text('slo'), (slo) => ` for ${slo}`)}${given(change(f), (to) => `: ${to}`)}`,
    ja: (f) =>
      `${given(f.text('slo'), (slo) => `${slo} の`)}目標を提案${given(change(f), (to) => `(${to})`)}`,
  },
  'slo.correct': {
    en: (f) => `Asked for a correction${f.flag('retroactive') ? ' of past minutes' : ''}`,
    ja: (f) => `${f.flag('retroactive') ? '過去の期間の' : ''}補正を依頼`,
  },
  'slo.uncorrect': { en: () => 'Took back a correction', ja: () => '補正を取り消し' },
  'slo.override': {
    en: (f) =>
      f.flag('withdraw')
        ? `Took back that ${f.what} may pass`
        : `Let ${f.what} through although a budget is spent`,
    ja: (f) =>
      f.flag('withdraw')
        ? `${f.what} の通過の許可を取り消し`
        : `バジェット超過中の ${f.what} を許可`,
  },
  'timeline.note': {
    en: (f) => `Noted ${noted[f.text('kind')]?.en ?? 'what happened'}`,
    ja: (f) => `${noted[f.text('kind')]?.ja ?? '出来事'}を記録`,
  },
  'slo.acknowledge': {
    en: (f) => `Acknowledged a page${given(f.text('slo'), (slo) => ` of ${slo}`)}`,
    ja: (f) => `${given(f.text('slo'), (slo) => `${slo} の`)}アラートを確認`,
  },
  'slo.link': {
    en: (f) => `Linked a page${given(f.text('slo'), (slo) => ` of ${slo}`)} to an incident`,
    ja: (f) => `${given(f.text('slo'), (slo) => `${slo} の`)}アラートをインシデントに紐付け`,
  },
  'slo.accept': {
    en: (f) => `Agreed to ${agreement(f)}`,
    ja: (f) => `${agreement(f)}に同意`,
  },
  'slo.decline': {
    en: (f) => `Declined ${agreement(f)}`,
    ja: (f) => `${agreement(f)}を却下`,
  },
};

/**
 * Tells an entry of somebody's journal, without saying who.
 * @param lease the lease that it is about, where it is about one that is known
 */
export function journalEntryText(
  entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'lease' | 'environment' | 'data'>,
  lease: JournalLease | undefined,
  language: Language,
  options: EntryOptions,
): string {
  const facts = factsOf(entry, language, options);
  const lent = lease === undefined ? facts.what : wishOf(lease, language, options);
  const telling = Object.hasOwn(tellings, entry.action) ? tellings[entry.action] : undefined;
  return telling === undefined
    ? actionTitle(entry.action, language)
    : telling[language]({ ...facts, lent });
}

function wishOf(lease: JournalLease, language: Language, { nameOf }: EntryOptions): string {
  const who = nameOf?.(lease.requester) ?? lease.requester;
  const what = lentFor(lease, language);
  return language === 'ja' ? `${who} の依頼、${what}` : `${who}'s request: ${what}`;
}

/** From which target to which, as far as it is known. */
function change(f: EntryFacts): string {
  const percents = [f.number('before'), f.number('target')];
  return percents.flatMap((one) => (one === null ? [] : [formatPercent(one)])).join(' → ');
}

function agreement(f: EntryFacts): string {
  const slo = f.text('slo');
  if (f.text('kind') === 'correction') return { en: 'a correction', ja: '補正' }[f.language];
  if (f.language === 'ja') return `${given(slo, (id) => `${id} の`)}目標の提案`;
  return `a proposed target${given(slo, (id) => ` for ${id}`)}`;
}
