import { listOf } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

/** How the ending of live sessions stands. */
const consentWords: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  off: { en: 'off', ja: '無効' },
  'not-proposed': { en: 'not proposed', ja: '未提案' },
  proposed: { en: 'proposed, not approved', ja: '提案中(未承認)' },
  approved: { en: 'approved already', ja: '承認済み' },
  void: { en: 'void, since its settings changed', ja: '無効(承認のあとで設定が変わったため)' },
  revoked: { en: 'revoked', ja: '取り消し済み' },
  cleaning: {
    en: 'still taking away what was denied with the settings before (revoke them if nobody did; their role must still be there)',
    ja: '以前の設定で書いた拒否を取り除いている途中(未取り消しなら先に取り消し、そのロールは残しておく)',
  },
};

export const accessErrors: ErrorWordsOf<
  | 'unknown-account'
  | 'unknown-permission-set'
  | 'too-many-accounts'
  | 'access-not-set-up'
  | 'not-in-directory'
  | 'account-not-active'
  | 'group-not-found'
  | 'standing-already'
  | 'has-already'
  | 'live-sessions-off'
  | 'live-sessions-changed'
  | 'live-sessions-state'
> = {
  'live-sessions-off': {
    title: { en: 'Not configured', ja: '未設定' },
    en: () => ({
      why: 'sekisho.yaml has no role by which sessions could be ended with their lease.',
      fix: 'Write identityCenter.liveSessions.roleArn; docs/access.md says what that role needs.',
    }),
    ja: () => ({
      why: 'セッションを貸出と同時に終わらせるロールが sekisho.yaml にありません。',
      fix: 'identityCenter.liveSessions.roleArn を設定してください(必要な権限は docs/access.md)。',
    }),
  },
  'live-sessions-changed': {
    title: { en: 'Other settings', ja: '設定が違います' },
    en: () => ({
      why: 'What you agree to is not what is configured and proposed now.',
      fix: 'Look at "sekisho access live-sessions" again and approve the hash that it shows.',
    }),
    ja: () => ({
      why: '承認しようとしている内容は、いま設定・提案されているものと違います。',
      fix: '「sekisho access live-sessions」で確認し、表示されたハッシュを承認してください。',
    }),
  },
  'live-sessions-state': {
    title: { en: 'Not now', ja: 'いまはできません' },
    en: ({ state }) => ({
      why: `Ending live sessions is ${consentWords[state]?.en ?? state} now.`,
      fix: 'An admin proposes it, another admin approves it; "sekisho access live-sessions" shows where it stands.',
    }),
    ja: ({ state }) => ({
      why: `セッションを終わらせる機能は、いま${consentWords[state]?.ja ?? `「${state}」`}です。`,
      fix: '管理者が提案し、別の管理者が承認します。状態は「sekisho access live-sessions」で確認できます。',
    }),
  },
  'unknown-account': {
    title: { en: 'Unknown account', ja: '不明なアカウント' },
    en: ({ value, known }) => ({
      why: `No account is called "${value}", or several are meant by it.`,
      fix: `Name one of ${listOf(known, 'en')}.`,
    }),
    ja: ({ value, known }) => ({
      why: `「${value}」というアカウントがないか、ひとつに決まりません。`,
      fix: `次のいずれかを指定してください: ${listOf(known, 'ja')}`,
    }),
  },
  'unknown-permission-set': {
    title: { en: 'Unknown permission set', ja: '不明な許可セット' },
    en: ({ value, account, known }) => ({
      why: `"${value}" is no permission set of ${account}.`,
      fix:
        known.length === 0
          ? 'Ask an SRE to add it to the account in sekisho.yaml.'
          : `Name one of ${listOf(known, 'en')}.`,
    }),
    ja: ({ value, account, known }) => ({
      why: `${account} に「${value}」という許可セットはありません。`,
      fix:
        known.length === 0
          ? 'sekisho.yaml のアカウントへの追加を SRE に依頼してください。'
          : `次のいずれかを指定してください: ${listOf(known, 'ja')}`,
    }),
  },
  'too-many-accounts': {
    title: { en: 'Number of accounts', ja: 'アカウントの数' },
    en: ({ count, most }) => ({
      why: `${count} accounts were named.`,
      fix: `Name 1 to ${most}, separated by commas.`,
    }),
    ja: ({ count, most }) => ({
      why: `アカウントが ${count} 件指定されています。`,
      fix: `1〜${most} 件をカンマ区切りで指定してください。`,
    }),
  },
  'access-not-set-up': {
    title: { en: 'No Identity Center', ja: 'Identity Center が未設定' },
    en: () => ({
      why: 'This Sekisho lends no permission sets yet.',
      fix: 'Write identityCenter.account and accounts into sekisho.yaml; docs/access.md says how.',
    }),
    ja: () => ({
      why: 'この Sekisho では、まだ許可セットを貸し出せません。',
      fix: 'sekisho.yaml に identityCenter.account と accounts を設定してください(docs/access.md)。',
    }),
  },
  'not-in-directory': {
    title: { en: 'No user in Identity Center', ja: 'Identity Center にユーザーがない' },
    en: ({ who }) => ({
      why: `Identity Center has no active user with the e-mail of ${who}.`,
      fix: 'Add the user there, or correct the e-mail in sekisho.yaml.',
    }),
    ja: ({ who }) => ({
      why: `${who} のメールアドレスを持つ有効なユーザーが Identity Center にありません。`,
      fix: 'ユーザーを追加するか、sekisho.yaml のメールアドレスを直してください。',
    }),
  },
  'account-not-active': {
    title: { en: 'Account not active', ja: '有効でないアカウント' },
    en: ({ account, id }) => ({
      why: `${account} (${id}) is no active account of the organization.`,
      fix: 'Correct its id in sekisho.yaml; "sekisho aws discover" lists the accounts.',
    }),
    ja: ({ account, id }) => ({
      why: `${account}(${id})は組織の有効なアカウントではありません。`,
      fix: 'sekisho.yaml の ID を直してください。「sekisho aws discover」で一覧を確認できます。',
    }),
  },
  'group-not-found': {
    title: { en: 'Group not found', ja: 'グループがない' },
    en: ({ value }) => ({
      why: `Identity Center has no group called "${value}".`,
      fix: 'Make it there, or correct viaGroup in sekisho.yaml.',
    }),
    ja: ({ value }) => ({
      why: `Identity Center に「${value}」というグループがありません。`,
      fix: 'グループを作るか、sekisho.yaml の viaGroup を直してください。',
    }),
  },
  'standing-already': {
    title: { en: 'Had already', ja: 'すでに利用可能' },
    en: ({ account, permissionSet }) => ({
      why: `You have ${permissionSet} on ${account} all the time.`,
      fix: 'Sign in; nothing has to be asked for.',
    }),
    ja: ({ account, permissionSet }) => ({
      why: `${account} の ${permissionSet} は常に利用できます。`,
      fix: '依頼は要りません。そのままサインインしてください。',
    }),
  },
  'has-already': {
    title: { en: 'Lent already', ja: '貸出中' },
    en: ({ lease, permissionSet }) => ({
      why: `You have ${permissionSet} there already, or asked for it, twice (${lease} is one).`,
      fix: 'Extend that lease, or return it first.',
    }),
    ja: ({ lease, permissionSet }) => ({
      why: `${permissionSet} は、予約を含めてすでに2件あります(${lease} など)。`,
      fix: 'その貸出を延長するか、先に返却してください。',
    }),
  },
};
