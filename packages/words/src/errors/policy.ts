import { shortBudgetText } from '../catalogue/budgets.ts';
import { listOf } from '../language.ts';
import { type ErrorWordsOf, momentIn } from './words.ts';

const unknownBudget = {
  unknown: { en: 'which no SLO has', ja: '該当する SLO がない' },
  unmeasured: {
    en: 'of which nothing was measured in the last six hours',
    ja: '直近 6 時間の計測がない',
  },
  behind: {
    en: 'whose measurements are more than an hour behind',
    ja: '計測が 1 時間以上遅れている',
  },
} as const;

const having = {
  en: (environment: string) => ({
    why: `No policy lets you have this in ${environment}.`,
    fix: `"sekisho policy explain --environment ${environment}" shows every rule and its answer.`,
  }),
  ja: (environment: string) => ({
    why: `${environment} での利用を認めるポリシーがありません。`,
    fix: `「sekisho policy explain --environment ${environment}」で各ルールの判定を確認できます。`,
  }),
};

const joining = {
  en: (team: string) => ({
    why: `No policy lets you join the team ${team}.`,
    fix: 'If you should be able to, ask an admin for a policy with what: [membership] in sekisho.yaml that is for you.',
  }),
  ja: (team: string) => ({
    why: `チーム ${team} への参加を認めるポリシーがありません。`,
    fix: '参加が必要な場合は、あなたの参加を認めるポリシーの追加を管理者に依頼してください。',
  }),
};

export const policyErrors: ErrorWordsOf<
  | 'policy-refused'
  | 'policy-broken'
  | 'budget-low'
  | 'budget-unknown'
  | 'outside-working-hours'
  | 'quota-reached'
  | 'image-too-old'
  | 'review-owed'
  | 'break-glass-not-allowed'
  | 'stopped-everything'
> = {
  'policy-refused': {
    title: { en: 'Refused by policy', ja: 'ポリシーによる拒否' },
    en: ({ environment, team }) => (team ? joining.en : having.en)(environment),
    ja: ({ environment, team }) => (team ? joining.ja : having.ja)(environment),
  },
  'policy-broken': {
    title: { en: 'Policy fails', ja: 'ポリシーの不具合' },
    en: ({ rule, problem }) => ({
      why: `The condition of policy "${rule}" fails, so it refuses: ${problem}.`,
      fix: 'Ask an SRE to correct the rule in sekisho.yaml; "sekisho check" finds most mistakes.',
    }),
    ja: ({ rule, problem }) => ({
      why: `ポリシー「${rule}」の条件を評価できないため拒否しました(${problem})。`,
      fix: 'sekisho.yaml の修正を SRE に依頼してください。「sekisho check」で確認できます。',
    }),
  },
  'budget-low': {
    title: { en: 'Too little error budget', ja: 'エラーバジェットの不足' },
    en: (facts) => ({
      why: shortBudgetText(facts, 'en'),
      fix: `Wait until it recovers, or ask an SRE; "sekisho policy explain --environment ${facts.environment}" shows every rule and its answer.`,
    }),
    ja: (facts) => ({
      why: shortBudgetText(facts, 'ja'),
      fix: `回復を待つか、SRE に相談してください。「sekisho policy explain --environment ${facts.environment}」で各ルールの判定を確認できます。`,
    }),
  },
  'budget-unknown': {
    title: { en: 'Error budget not known', ja: '不明なエラーバジェット' },
    en: ({ rule, budget, problem }) => ({
      why: `Policy "${rule}" hangs on the error budget of "${budget}", ${unknownBudget[problem].en}, so it refuses.`,
      fix: 'Ask an SRE to look at its source with "sekisho slo list", or to say in the rule what holds meanwhile with budgetKnown("…").',
    }),
    ja: ({ rule, budget, problem }) => ({
      why: `ポリシー「${rule}」が参照する「${budget}」のエラーバジェットは${unknownBudget[problem].ja}ため、拒否しました。`,
      fix: '「sekisho slo list」でソースの確認を SRE に依頼するか、分からない間の扱いを budgetKnown("…") でルールに書いてもらってください。',
    }),
  },
  'outside-working-hours': {
    title: { en: 'Outside working hours', ja: '利用時間外' },
    en: ({ environment, hours }) => ({
      why: `${environment} is lent only in working hours (${hours}).`,
      fix: 'Schedule the start with "at", or ask on-call for break-glass.',
    }),
    ja: ({ environment, hours }) => ({
      why: `${environment} を借りられるのは利用時間内(${hours})だけです。`,
      fix: '開始時刻を指定して予約するか、オンコールに緊急開始を相談してください。',
    }),
  },
  'quota-reached': {
    title: { en: 'Quota reached', ja: '同時利用数の上限' },
    en: ({ environment, quota, open }) => ({
      why: `You already have ${quota} open in ${environment}, which is the most allowed: ${listOf(open, 'en')}.`,
      fix: 'Return one of them, then ask again.',
    }),
    ja: ({ environment, quota, open }) => ({
      why: `${environment} では同時に ${quota} 台までです(利用中: ${listOf(open, 'ja')})。`,
      fix: 'どれかを返却してから、もう一度依頼してください。',
    }),
  },
  'image-too-old': {
    title: { en: 'Machine image too old', ja: '古いマシンイメージ' },
    en: ({ ageDays, maximumDays }) => ({
      why:
        ageDays === null
          ? `Nobody can tell how old the machine image is; ${maximumDays} days is the most allowed.`
          : `The machine image is ${ageDays} days old; ${maximumDays} is the most allowed.`,
      fix: 'Ask an SRE to build and promote a new image (sekisho image promote), then ask again.',
    }),
    ja: ({ ageDays, maximumDays }) => ({
      why:
        ageDays === null
          ? `マシンイメージの作成日が分かりません(上限 ${maximumDays} 日)。`
          : `マシンイメージが ${ageDays} 日前のものです(上限 ${maximumDays} 日)。`,
      fix: '新しいイメージの作成と公開(「sekisho image promote」)を SRE に依頼してから、もう一度依頼してください。',
    }),
  },
  'review-owed': {
    title: { en: 'A review is owed', ja: '事後レビューの未提出' },
    en: ({ lease }) => ({
      why: `The review of the last break-glass start (${lease}) is not written yet.`,
      fix: `Write it with "sekisho lease review ${lease}", then break-glass works again.`,
    }),
    ja: ({ lease }) => ({
      why: `前回の緊急開始(${lease})の事後レビューがまだです。`,
      fix: `「sekisho lease review ${lease}」で提出すると、また緊急開始できます。`,
    }),
  },
  'break-glass-not-allowed': {
    title: { en: 'No break-glass', ja: '緊急開始は不可' },
    en: () => ({
      why: 'You may not start without approval here.',
      fix: 'Ask without break-glass, or ask whoever is on call.',
    }),
    ja: () => ({
      why: 'この環境での緊急開始は許可されていません。',
      fix: '通常どおり承認を依頼するか、オンコールの担当者に相談してください。',
    }),
  },
  'stopped-everything': {
    title: { en: 'Everything is stopped', ja: '全停止中' },
    en: ({ since, by }, timeZone) => ({
      why: `${by} stopped everything (${momentIn(since, timeZone, 'en')}); nothing is lent until an admin resumes.`,
      fix: `Ask ${by} what happened.`,
    }),
    ja: ({ since, by }, timeZone) => ({
      why: `${by} が全停止しました(${momentIn(since, timeZone, 'ja')})。管理者が再開するまで貸出できません。`,
      fix: `状況を ${by} に確認してください。`,
    }),
  },
};
