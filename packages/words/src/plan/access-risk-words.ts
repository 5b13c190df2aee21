import type { Telling } from '../language.ts';
import { attribute, fact, type RiskFacts, what } from './risk-facts.ts';

/** Who may do more than before, and from where. */
export const accessRiskWords = {
  'policy-any-action': {
    en: (facts) => `newly allows all actions: ${what(facts)}`,
    ja: (facts) => `すべてのアクションを新たに許可: ${what(facts)}`,
  },
  'policy-any-resource': {
    en: (facts) => `newly allows on every resource: ${what(facts)}`,
    ja: (facts) => `すべてのリソースに対して新たに許可: ${what(facts)}`,
  },
  'policy-any-principal': {
    en: (facts) =>
      what(facts) === '' ? 'newly lets anybody in' : `newly lets anybody in, if ${what(facts)}`,
    ja: (facts) =>
      what(facts) === '' ? '誰でもアクセス可能に' : `誰でもアクセス可能に(条件: ${what(facts)})`,
  },
  'policy-principal-added': {
    en: (facts) => `newly lets in ${what(facts)}`,
    ja: (facts) => `アクセスを新たに許可: ${what(facts)}`,
  },
  'policy-escalation': {
    en: (facts) => `newly allows privilege escalation: ${what(facts)}`,
    ja: (facts) => `権限昇格につながるアクションを新たに許可: ${what(facts)}`,
  },
  'policy-inverted': {
    en: (facts) => `allows all but what it names: ${what(facts)}`,
    ja: (facts) => `指定したもの以外をすべて許可: ${what(facts)}`,
  },
  'policy-deny-removed': {
    en: (facts) => `a Deny is removed or changed: ${what(facts)}`,
    ja: (facts) => `Deny を削除または変更: ${what(facts)}`,
  },
  'policy-condition-removed': {
    en: (facts) => `a condition is removed or changed: ${what(facts)}`,
    ja: (facts) => `条件を削除または変更: ${what(facts)}`,
  },
  'trust-widened': {
    en: (facts) => `may newly be assumed by ${what(facts)}`,
    ja: (facts) => `ロールを新たに引き受け可能: ${what(facts)}`,
  },
  'admin-attached': {
    en: (facts) => `attaches ${what(facts)}`,
    ja: (facts) => `強い権限を付与: ${what(facts)}`,
  },
  'access-given': {
    en: (facts) => `newly gives access: ${what(facts)}`,
    ja: (facts) => `アクセス権を新たに付与: ${what(facts)}`,
  },
  'boundary-removed': {
    en: (facts) =>
      what(facts) === ''
        ? 'the permissions boundary is removed'
        : `the permissions boundary changes to ${what(facts)}`,
    ja: (facts) =>
      what(facts) === '' ? 'アクセス許可の境界を削除' : `アクセス許可の境界を変更: ${what(facts)}`,
  },
  'identity-provider': {
    en: (facts) => `a new identity provider: ${what(facts)}`,
    ja: (facts) => `ID プロバイダーを追加: ${what(facts)}`,
  },
  'standing-key': {
    en: (facts) => `a long-lived credential is made (${fact(facts, 'type')})`,
    ja: (facts) => `長期間有効な認証情報を作成(${fact(facts, 'type')})`,
  },
  'public-bucket': {
    en: (facts) => `may become public: ${attribute(facts)}`,
    ja: (facts) => `公開される可能性があります: ${attribute(facts)}`,
  },
  'open-to-internet': {
    en: (facts) => `port ${fact(facts, 'port')} opens to the internet (${fact(facts, 'range')})`,
    ja: (facts) => `ポート ${fact(facts, 'port')} をインターネットに開放(${fact(facts, 'range')})`,
  },
  'publicly-accessible': {
    en: (facts) => `can be reached from outside: ${attribute(facts)}`,
    ja: (facts) => `外部から到達可能に: ${attribute(facts)}`,
  },
  'public-address': {
    en: (facts) => `gets a public address: ${attribute(facts)}`,
    ja: (facts) => `パブリック IP を付与: ${attribute(facts)}`,
  },
  'route-to-internet': {
    en: (facts) => `a route to the internet: ${what(facts)}`,
    ja: (facts) => `インターネットへの経路を追加: ${what(facts)}`,
  },
  'networks-joined': {
    en: (facts) => `joins networks (${fact(facts, 'type')})`,
    ja: (facts) => `ネットワーク同士を接続(${fact(facts, 'type')})`,
  },
} as const satisfies Readonly<Record<string, Telling<RiskFacts>>>;
