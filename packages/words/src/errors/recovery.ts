import { type ErrorWordsOf, momentIn } from './words.ts';

export const recoveryErrors: ErrorWordsOf<
  | 'restored-unsettled'
  | 'restored-unseen'
  | 'restored-otherwise'
  | 'not-restored'
  | 'backup-unencrypted'
  | 'backup-recipient'
  | 'login-too-old'
> = {
  'restored-unsettled': {
    title: { en: 'Restored, not settled', ja: '復元後の確認待ち' },
    en: ({ takenAt }, zone) => ({
      why: `This database was restored from a backup of ${momentIn(takenAt, zone, 'en')}, and nobody has settled what happened since.`,
      fix: 'An admin looks with "sekisho recovery show" and runs "sekisho recovery settle"; then ask again.',
    }),
    ja: ({ takenAt }, zone) => ({
      why: `このデータベースは ${momentIn(takenAt, zone, 'ja')} のバックアップから復元したもので、その後の差分がまだ確認されていません。`,
      fix: '管理者が「sekisho recovery show」で確認し「sekisho recovery settle」を実行したあとで、もう一度依頼してください。',
    }),
  },
  'restored-unseen': {
    title: { en: 'Not everything was seen', ja: '未確認の環境があります' },
    en: ({ places }) => ({
      why: `Nothing is known of ${places.join(', ')}: nobody answered there.`,
      fix: 'Try again, or settle without them: sekisho recovery settle --even-unanswered --shown … --reason "…"',
    }),
    ja: ({ places }) => ({
      why: `${places.join('、')} は応答がなく、確認できませんでした。`,
      fix: 'もう一度試すか、「sekisho recovery settle --even-unanswered --shown … --reason "…"」でそのまま再開してください。',
    }),
  },
  'restored-otherwise': {
    title: { en: 'Not what was shown', ja: '表示した差分と異なる' },
    en: () => ({
      why: 'What differs now was not shown to you, or changed since; nothing was settled.',
      fix: 'Look again, in the console or with "sekisho recovery show", which says with what to settle: --shown.',
    }),
    ja: () => ({
      why: 'いまの差分は、まだ表示していないか、表示したあとで変わりました。何も再開していません。',
      fix: 'コンソールまたは「sekisho recovery show」でもう一度確認し、表示された --shown を付けて実行してください。',
    }),
  },
  'not-restored': {
    title: { en: 'Nothing to settle', ja: '確認する復元がない' },
    en: () => ({
      why: 'No restore waits to be settled.',
      fix: '"sekisho timeline list" shows when the last one was.',
    }),
    ja: () => ({
      why: '確認待ちの復元はありません。',
      fix: '過去の復元は「sekisho timeline list」で確認できます。',
    }),
  },
  'backup-unencrypted': {
    title: { en: 'Backup without a recipient', ja: '暗号化されないバックアップ' },
    en: () => ({
      why: 'A backup holds everything that Sekisho knows, and nobody was named who alone can read it.',
      fix: 'Name an age recipient (--recipient age1…), or say aloud that it stays in clear: --unencrypted.',
    }),
    ja: () => ({
      why: 'バックアップには Sekisho のすべての記録が入りますが、読める人の指定がありません。',
      fix: 'age の受信者を --recipient age1… で指定するか、平文でよければ --unencrypted を付けてください。',
    }),
  },
  'login-too-old': {
    title: { en: 'Login too old', ja: 'ログインから時間が経過' },
    en: () => ({
      why: 'Whoever takes everything out of the house must have signed in within the last five minutes.',
      fix: 'Sign in anew in the browser (/login?fresh=1), run "sekisho login", then try again.',
    }),
    ja: () => ({
      why: 'すべての記録を取り出すには、5 分以内のログインが必要です。',
      fix: 'ブラウザで /login?fresh=1 を開いてログインし直し、「sekisho login」を実行してから、もう一度試してください。',
    }),
  },
  'backup-recipient': {
    title: { en: 'No age recipient', ja: 'age の受信者ではない' },
    en: ({ value }) => ({
      why: `${value === '' ? 'A recipient' : `"${value}"`} is no age recipient.`,
      fix: 'Give the public key that age-keygen shows; it begins with age1.',
    }),
    ja: ({ value }) => ({
      why: `${value === '' ? '指定された値' : `「${value}」`}は age の受信者ではありません。`,
      fix: 'age-keygen が表示する公開鍵(age1 で始まるもの)を指定してください。',
    }),
  },
};
