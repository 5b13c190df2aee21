import type { Language } from '@sekisho/contract';
import type { Pair } from '@sekisho/words/language';

const groups: Readonly<Record<string, Pair>> = {
  sekisho: {
    en: 'Strong powers are asked for, lent for a while, and taken back on time.',
    ja: '強い権限を、頼んで、しばらく借りて、時間どおりに返す。',
  },
  ops: {
    en: 'ops servers: start, connect, extend, return',
    ja: '作業サーバーの開始・接続・延長・返却',
  },
  lease: { en: 'leases: approve, deny, withdraw', ja: '貸出の承認・却下・取り下げ' },
  recovery: {
    en: 'after a restore: what differs, and going on',
    ja: '復元後の差分の確認と再開',
  },
  timeline: { en: 'who did what, and proof of it', ja: '誰が何をしたかの記録と検証' },
  people: { en: 'the roster, and who you are to it', ja: '名簿と自分の情報' },
  policy: { en: 'who could get what, and why', ja: '誰が何を借りられるか' },
  token: { en: 'API tokens', ja: 'API トークン' },
  session: { en: 'where you are signed in', ja: 'ログイン中の場所' },
  passkey: { en: 'passkeys that approvals ask for', ja: '承認時に求められるパスキー' },
  slo: {
    en: 'objectives: budgets and pages; count logs, write rules, convert',
    ja: 'SLO: エラーバジェット・アラート、ログの集計・ルール生成・変換',
  },
  aws: {
    en: 'AWS accounts: profiles, credentials by a lease, console',
    ja: 'AWS アカウントのプロファイル・貸出による認証情報・コンソール',
  },
  access: {
    en: 'AWS access for a while; trust policies for GitHub Actions',
    ja: 'AWS アクセスの貸出、GitHub Actions 用の信頼ポリシー',
  },
  membership: {
    en: 'join a team for a term; first things, and the journal',
    ja: '期間を決めてチームに参加、最初にやること、活動の記録',
  },
  plan: {
    en: 'plans of Terraform and OpenTofu: risks and changes',
    ja: 'Terraform・OpenTofu の plan のリスクと変更',
  },
  image: {
    en: 'images of ops servers: publish, promote, roll back',
    ja: '作業サーバーのイメージの公開・切り替え',
  },
  slack: { en: 'the Slack app', ja: 'Slack アプリ' },
  practice: { en: 'practice: a world without consequences', ja: '練習環境' },
};

/** One line of help about a group of commands. */
export function groupSummary(language: Language, name: string): string {
  return groups[name]?.[language] ?? '';
}

/** Whether a word names a group of commands. */
export function isGroup(word: string): boolean {
  return word !== 'sekisho' && Object.hasOwn(groups, word);
}
