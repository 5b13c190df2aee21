import { listOf } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

const tokenProblems: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  'too-long': { en: 'it is longer than any of GitHub’s', ja: '長すぎます' },
  malformed: { en: 'it is no token', ja: 'トークンの形式ではありません' },
  'duplicate-claim': { en: 'it says something twice', ja: '同じ項目が重複しています' },
  header: { en: 'its header holds what GitHub’s never do', ja: 'ヘッダーが不正です' },
  algorithm: { en: 'it is signed in a way that is not trusted', ja: '署名方式が信頼できません' },
  claims: { en: 'a claim is missing or has another form', ja: '項目が足りないか、形式が違います' },
  issuer: {
    en: 'its issuer is not one of those under "ci"',
    ja: '発行者が ci に登録されていません',
  },
  audience: { en: 'it was made for somebody else', ja: '宛先が違います' },
  expired: { en: 'it has expired', ja: '有効期限が切れています' },
  'not-yet-valid': { en: 'it is not valid yet', ja: 'まだ有効になっていません' },
  'too-old': { en: 'it was kept for too long', ja: '発行から時間がたちすぎています' },
  'unknown-key': { en: 'its issuer has no such key', ja: '発行者にその鍵がありません' },
  signature: { en: 'its signature is wrong', ja: '署名が正しくありません' },
};

const problemOf = (problem: string, language: 'en' | 'ja') =>
  tokenProblems[problem]?.[language] ?? problem;

/** Failures of jobs that ask for a role. */
export const ciErrors: ErrorWordsOf<
  | 'ci-not-set-up'
  | 'ci-token-refused'
  | 'ci-keys-unreachable'
  | 'ci-replayed'
  | 'ci-unknown-repository'
  | 'ci-unknown-purpose'
  | 'ci-claim-differs'
  | 'ci-lease-differs'
  | 'ci-superseded'
  | 'ci-plan-missing'
  | 'ci-plan-unreadable'
  | 'ci-plan-not-kept'
  | 'actor-unknown'
> = {
  'ci-not-set-up': {
    title: { en: 'CI is not set up', ja: 'CI 未設定' },
    en: () => ({
      why: 'Nothing is lent to jobs here.',
      fix: 'Add "ci" to sekisho.yaml; docs/ci.md shows how.',
    }),
    ja: () => ({
      why: 'ジョブへの貸出が設定されていません。',
      fix: 'sekisho.yaml に ci を追加してください(docs/ci.md を参照)。',
    }),
  },
  'ci-token-refused': {
    title: { en: 'Token refused', ja: 'トークン拒否' },
    en: ({ problem, part, audience }) => ({
      why: `This token is not believed: ${problemOf(problem, 'en')}${part === '' ? '' : ` (${part})`}.`,
      fix: `Ask GitHub for a fresh one in the job, with the audience ${audience}, and give the job "permissions: id-token: write".`,
    }),
    ja: ({ problem, part, audience }) => ({
      why: `トークンを受け付けられません。${problemOf(problem, 'ja')}${part === '' ? '' : `(${part})`}。`,
      fix: `ジョブの中で audience ${audience} のトークンを発行し直してください。ジョブには permissions: id-token: write が必要です。`,
    }),
  },
  'ci-keys-unreachable': {
    title: { en: 'Issuer does not answer', ja: '発行者に接続できません' },
    en: () => ({
      why: 'The issuer of the token does not answer with its keys, so no token of it can be checked.',
      fix: 'Try again in half a minute; look at githubstatus.com and at the network of the Sekisho server.',
    }),
    ja: () => ({
      why: 'トークンの発行者から鍵を取得できないため、検証できません。',
      fix: '30 秒ほど待って再試行してください。githubstatus.com と Sekisho サーバーのネットワークも確認してください。',
    }),
  },
  'ci-replayed': {
    title: { en: 'Token used before', ja: '使用済みトークン' },
    en: () => ({
      why: 'This token was used before, and each is good once.',
      fix: 'Ask GitHub for a fresh one before each call.',
    }),
    ja: () => ({
      why: 'このトークンは使用済みです。1 つのトークンは 1 回だけ使えます。',
      fix: '呼び出しのたびに新しいトークンを発行してください。',
    }),
  },
  'ci-unknown-repository': {
    title: { en: 'Repository not known', ja: '未登録のリポジトリ' },
    en: () => ({
      why: 'Nothing is lent to jobs of this repository.',
      fix: 'Add it by its id, and its issuer where there are several, under "ci" in sekisho.yaml; a repository that was made anew has a new id.',
    }),
    ja: () => ({
      why: 'このリポジトリのジョブには何も貸し出されません。',
      fix: 'sekisho.yaml の ci にリポジトリの ID(発行者が複数あれば issuer も)を追加してください。作り直したリポジトリは ID が変わります。',
    }),
  },
  'ci-unknown-purpose': {
    title: { en: 'Unknown purpose', ja: '不明な用途' },
    en: ({ value, known }) => ({
      why: `This repository has no purpose "${value}".`,
      fix: `Name one of: ${listOf(known, 'en') || '(none)'}.`,
    }),
    ja: ({ value, known }) => ({
      why: `このリポジトリに「${value}」という用途はありません。`,
      fix: `次から選んでください: ${listOf(known, 'ja') || '(なし)'}`,
    }),
  },
  'ci-claim-differs': {
    title: { en: 'Job is another one', ja: 'ジョブの条件不一致' },
    en: ({ repository, purpose, claim, is, wants }) => ({
      why: `This token’s ${claim} is "${is}"; "${purpose}" of "${repository}" wants ${listOf(wants, 'en')}.`,
      fix: 'Run the job that is named in sekisho.yaml, or have it name this one.',
    }),
    ja: ({ repository, purpose, claim, is, wants }) => ({
      why: `トークンの ${claim} は「${is}」ですが、「${repository}」の「${purpose}」に必要なのは ${listOf(wants, 'ja')} です。`,
      fix: 'sekisho.yaml に書かれたジョブから呼ぶか、設定を見直してください。',
    }),
  },
  'ci-lease-differs': {
    title: { en: 'Not what was approved', ja: '承認内容との不一致' },
    en: ({ id, part }) => ({
      why: `${id} is for another job: its ${part} is not what was frozen when it was asked for.`,
      fix: 'Run the workflow again: it asks anew for what it would do now.',
    }),
    ja: ({ id, part }) => ({
      why: `${id} は別のジョブへの貸出です(依頼時と ${part} が違います)。`,
      fix: 'ワークフローを実行し直して、現在の内容で依頼してください。',
    }),
  },
  'ci-superseded': {
    title: { en: 'A newer run asks', ja: '新しい実行あり' },
    en: ({ id }) => ({
      why: `A newer run of the same ref has asked (${id}), so this one is out of date.`,
      fix: 'Nothing to do: follow the newer run.',
    }),
    ja: ({ id }) => ({
      why: `同じ ref の新しい実行(${id})が依頼済みのため、この実行は古くなっています。`,
      fix: '操作は要りません。新しい実行を確認してください。',
    }),
  },
  'ci-plan-missing': {
    title: { en: 'Plan missing', ja: 'plan なし' },
    en: () => ({
      why: 'This purpose is lent for one saved plan, and none was sent.',
      fix: 'Send {sha256, json}: the hash of the plan file, and what "terraform show -json" prints of it.',
    }),
    ja: () => ({
      why: 'この用途の貸出には保存した plan が必要ですが、送られていません。',
      fix: 'plan ファイルの SHA-256 と terraform show -json の出力を {sha256, json} で送ってください。',
    }),
  },
  'ci-plan-unreadable': {
    title: { en: 'Plan cannot be read', ja: 'plan を読めません' },
    en: ({ says }) => ({
      why: `Nobody could approve this plan. ${says.en}`,
      fix: 'Send what "terraform show -json PLANFILE" of a supported version prints, whole.',
    }),
    ja: ({ says }) => ({
      why: `この plan は承認できません。${says.ja}`,
      fix: '対応バージョンの terraform show -json PLANFILE の出力を、そのまま送ってください。',
    }),
  },
  'ci-plan-not-kept': {
    title: { en: 'No plan here', ja: 'plan なし' },
    en: ({ id }) => ({
      why: `${id} has no plan, or it was erased after its time.`,
      fix: 'The run’s own log on GitHub may still show it.',
    }),
    ja: ({ id }) => ({
      why: `${id} に plan はないか、保存期間が過ぎて消去されています。`,
      fix: 'GitHub の実行ログに残っていないか確認してください。',
    }),
  },
  'actor-unknown': {
    title: { en: 'Nobody knows who asks', ja: '依頼者が不明' },
    en: ({ actor, repository }) => ({
      why: `Somebody must agree who did not ask, and nobody in the roster is "${actor}" on GitHub.`,
      fix: `Write "github: ${actor}" at the person in sekisho.yaml, or add the login to "bots" of "${repository}".`,
    }),
    ja: ({ actor, repository }) => ({
      why: `依頼者以外の承認が必要ですが、GitHub の「${actor}」がどの人か登録されていません。`,
      fix: `sekisho.yaml の人に github: ${actor} と書くか、「${repository}」の bots に追加してください。`,
    }),
  },
};
