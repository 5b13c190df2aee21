import { listOf } from '@sekisho/words';
import type { ProblemWordsOf } from '../problems/words-of.ts';

/** What can be wrong with the account map. */
export const accountWords: ProblemWordsOf<
  | 'no-accounts'
  | 'duplicate-account'
  | 'alias-taken'
  | 'no-identity-center'
  | 'unknown-account'
  | 'unknown-permission-set'
  | 'unknown-tag'
  | 'environment-elsewhere'
  | 'profile-clash'
  | 'same-role'
  | 'standing-by-group'
  | 'shared-group'
> = {
  'shared-group': {
    en: (f) => ({
      why: `"${f.value}" already lends ${f.set} on ${f.account}: whoever were lent one of them would have the other as well, by no rule of its own.`,
      fix: 'Give each permission set of each account a group of its own.',
    }),
    ja: (f) => ({
      why: `${f.value} は ${f.account} の ${f.set} の貸し出しにすでに使われています。一方を借りるだけで、もう一方も規則なしに使えてしまいます。`,
      fix: 'アカウントと許可セットごとに、別々のグループを使ってください。',
    }),
  },
  'standing-by-group': {
    en: (f) => ({
      why: `Nothing is lent of a set that stands, so that nobody is ever put into "${f.value}"; whoever was lent it before would stay in it for good.`,
      fix: 'Remove "viaGroup", or "standing".',
    }),
    ja: (f) => ({
      why: `standing の許可セットは貸し出されないため、${f.value} に人が追加されることはありません。以前に借りていた人は、そのグループに残り続けてしまいます。`,
      fix: 'viaGroup か standing のどちらかを消してください。',
    }),
  },
  'same-role': {
    en: (f) => ({
      why: `${f.value} is also the role that Identity Center is asked with: whoever may lend could deny.`,
      fix: 'Make a role of its own for liveSessions, as docs/access.md shows.',
    }),
    ja: (f) => ({
      why: `${f.value} は Identity Center 用のロールと同じです。貸出の権限だけで拒否もできてしまいます。`,
      fix: 'docs/access.md のとおり、liveSessions 専用のロールを作ってください。',
    }),
  },
  'no-accounts': {
    en: () => ({
      why: 'Nothing says which AWS accounts there are.',
      fix: 'Add "accounts": production: {id: "111111111111", permissionSets: [ReadOnly]}.',
    }),
    ja: () => ({
      why: 'AWS アカウントが書かれていません。',
      fix: 'accounts に production: {id: "111111111111", permissionSets: [ReadOnly]} のように書いてください。',
    }),
  },
  'duplicate-account': {
    en: (f) => ({
      why: `The account ${f.value} is already there as "${f.first}".`,
      fix: 'Write it once; further names go into "aliases".',
    }),
    ja: (f) => ({
      why: `アカウント ${f.value} は「${f.first}」としてすでに書かれています。`,
      fix: '一つにまとめ、別名は aliases に書いてください。',
    }),
  },
  'alias-taken': {
    en: (f) => ({
      why: `"${f.value}" already names an account.`,
      fix: 'Give another alias.',
    }),
    ja: (f) => ({
      why: `「${f.value}」はすでにアカウントの名前です。`,
      fix: '別の名前にしてください。',
    }),
  },
  'no-identity-center': {
    en: () => ({
      why: 'Permission sets are reached by IAM Identity Center, and nothing says where that is.',
      fix: 'Add "identityCenter": {startUrl: https://example.awsapps.com/start, region: ap-northeast-1}.',
    }),
    ja: () => ({
      why: '許可セットは IAM Identity Center から使いますが、その場所が書かれていません。',
      fix: 'identityCenter に {startUrl: https://example.awsapps.com/start, region: ap-northeast-1} のように書いてください。',
    }),
  },
  'unknown-account': {
    en: (f) => ({
      why: `There is no account "${f.value}".`,
      fix: `Accounts: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `アカウント「${f.value}」はありません。`,
      fix: `accounts にある名前: ${listOf(f.known, 'ja')}`,
    }),
  },
  'unknown-permission-set': {
    en: (f) => ({
      why: `The account "${f.account}" has no permission set "${f.value}".`,
      fix: `Add it there, or use one of: ${listOf(f.known, 'en') || '(none)'}.`,
    }),
    ja: (f) => ({
      why: `アカウント「${f.account}」に許可セット「${f.value}」はありません。`,
      fix: `追加するか、次から選んでください: ${listOf(f.known, 'ja') || '(なし)'}`,
    }),
  },
  'unknown-tag': {
    en: (f) => ({
      why: `There is no tag "${f.value}" to hand on.`,
      fix: 'Give it a value under "tags".',
    }),
    ja: (f) => ({
      why: `引き継ぐタグ「${f.value}」がありません。`,
      fix: 'tags に値を書いてください。',
    }),
  },
  'environment-elsewhere': {
    en: (f) => ({
      why: `The environment "${f.value}" is in the account ${f.account}, not in ${f.id}.`,
      fix: 'Correct one of the two.',
    }),
    ja: (f) => ({
      why: `環境「${f.value}」のアカウントは ${f.account} で、${f.id} ではありません。`,
      fix: 'どちらかを直してください。',
    }),
  },
  'profile-clash': {
    en: (f) => ({
      why: `Two profiles would be named "${f.value}", and one would hide the other.`,
      fix: 'Rename an account or an alias.',
    }),
    ja: (f) => ({
      why: `「${f.value}」というプロファイルが二つでき、一方が使えなくなります。`,
      fix: 'アカウントか別名の名前を変えてください。',
    }),
  },
};
