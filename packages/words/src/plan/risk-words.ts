import type { Risk, RiskCode } from '@sekisho/terraform-plan';
import type { Language, Telling } from '../language.ts';
import { accessRiskWords } from './access-risk-words.ts';
import { lostWords } from './lost-words.ts';
import { attribute, fact, type RiskFacts, what } from './risk-facts.ts';

/** Each risk in one short line; the address stands before it. */
const riskWords: Readonly<Record<RiskCode, Telling<RiskFacts>>> = {
  ...accessRiskWords,
  'destroy-stateful': {
    en: (facts) => `destroys the ${lost(facts, 'en')}: its data goes with it`,
    ja: (facts) => `${lost(facts, 'ja')}を削除。データも失われます`,
  },
  'replace-stateful': {
    en: (facts) => `replaces the ${lost(facts, 'en')}: its data is lost${because(facts, 'en')}`,
    ja: (facts) => `${lost(facts, 'ja')}を再作成。データは失われます${because(facts, 'ja')}`,
  },
  'forget-stateful': {
    en: (facts) => `no longer manages the ${lost(facts, 'en')}; it stays`,
    ja: (facts) => `${lost(facts, 'ja')}を管理対象から外します(実体は残ります)`,
  },
  destroy: { en: () => 'destroyed', ja: () => '削除' },
  replace: {
    en: (facts) => `replaced${because(facts, 'en')}`,
    ja: (facts) => `再作成${because(facts, 'ja')}`,
  },
  'guardrail-removed': {
    en: (facts) => `a guardrail is removed (${fact(facts, 'type')})`,
    ja: (facts) => `ガードレールを削除(${fact(facts, 'type')})`,
  },
  'encryption-off': {
    en: (facts) => `no encryption: ${attribute(facts)}`,
    ja: (facts) => `暗号化なし: ${attribute(facts)}`,
  },
  'protection-off': {
    en: (facts) => `protection is turned off: ${attribute(facts)}`,
    ja: (facts) => `保護を解除: ${attribute(facts)}`,
  },
  'backup-shortened': {
    en: (facts) =>
      `kept for less time: ${attribute(facts)} ${fact(facts, 'from')} → ${fact(facts, 'to')}`,
    ja: (facts) =>
      `保持期間を短縮: ${attribute(facts)} ${fact(facts, 'from')} → ${fact(facts, 'to')}`,
  },
  'outside-directories': {
    en: (facts) => `its code (${fact(facts, 'where')}) is not changed by the pull request`,
    ja: (facts) => `コード(${fact(facts, 'where')})はこのプルリクエストの変更範囲外です`,
  },
  'runs-command': {
    en: (facts) => `runs commands (${what(facts)})${runsWhen(facts, 'en')}`,
    ja: (facts) => `コマンドを実行(${what(facts)})${runsWhen(facts, 'ja')}`,
  },
  'action-invoked': {
    en: () => 'an action is invoked besides the changes',
    ja: () => '変更とは別にアクションを実行',
  },
  'provider-unknown': {
    en: (facts) =>
      facts['why'] === 'not-allowed'
        ? `a provider that is not allowed: ${what(facts)}`
        : `a provider that is not from a public registry: ${what(facts)}`,
    ja: (facts) =>
      facts['why'] === 'not-allowed'
        ? `許可されていないプロバイダー: ${what(facts)}`
        : `公開レジストリ以外のプロバイダー: ${what(facts)}`,
  },
  'unknown-value': {
    en: (facts) => `known only after the apply, so not judged: ${attribute(facts)}`,
    ja: (facts) => `適用後に決まるため判定できません: ${attribute(facts)}`,
  },
  'hidden-value': {
    en: (facts) =>
      facts['why'] === 'not-a-policy'
        ? `not a policy that could be read: ${attribute(facts)}`
        : `sensitive, so not judged: ${attribute(facts)}`,
    ja: (facts) =>
      facts['why'] === 'not-a-policy'
        ? `ポリシーとして読み取れません: ${attribute(facts)}`
        : `機密値のため判定できません: ${attribute(facts)}`,
  },
  'lookalike-name': {
    en: () => 'its name holds characters that look like others or cannot be seen',
    ja: () => '名前に紛らわしい文字や見えない文字が含まれています',
  },
  deferred: {
    en: (facts) =>
      `put off to a later plan${fact(facts, 'reason') === '' ? '' : ` (${fact(facts, 'reason')})`}`,
    ja: (facts) =>
      `後の plan に延期${fact(facts, 'reason') === '' ? '' : `(${fact(facts, 'reason')})`}`,
  },
  'check-failed': {
    en: (facts) =>
      facts['status'] === 'unknown'
        ? 'this check is decided only by the apply'
        : `this check does not hold (${fact(facts, 'status')})`,
    ja: (facts) =>
      facts['status'] === 'unknown'
        ? 'チェックの結果は適用時に決まります'
        : `チェックが不成立(${fact(facts, 'status')})`,
  },
  'plan-errored': {
    en: () => 'the plan ended with an error: it is not whole',
    ja: () => 'plan がエラーで終わっています(不完全)',
  },
  'plan-incomplete': {
    en: () => 'the plan is only a part: another one must follow',
    ja: () => 'plan は一部だけです。続けて plan が必要です',
  },
};

function lost(facts: RiskFacts, language: Language): string {
  const kind = fact(facts, 'lost');
  return Object.hasOwn(lostWords, kind)
    ? lostWords[kind as keyof typeof lostWords][language]
    : kind;
}

function because(facts: RiskFacts, language: Language): string {
  const cause = fact(facts, 'because');
  if (cause === '') return '';
  return language === 'ja' ? `(原因: ${cause})` : ` (because of ${cause})`;
}

function runsWhen(facts: RiskFacts, language: Language): string {
  if (facts['when'] === 'apply') return language === 'ja' ? '。今回の適用で実行' : ' in this apply';
  if (facts['when'] === 'plan')
    return language === 'ja' ? '。plan の作成時に実行済み' : ' when the plan is made';
  return language === 'ja' ? '。今回は実行なし' : ', not in this apply';
}

/** A risk in a reader's language, without its address. */
export function riskText(
  { code, facts }: Pick<Risk, 'code' | 'facts'>,
  language: Language,
): string {
  return riskWords[code][language](facts);
}
