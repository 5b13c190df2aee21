export type Language = 'en' | 'ja';
export type TextParams = Readonly<Record<string, string>>;

/** Everything that this action says by itself. What Sekisho answers comes in the same language. */
const texts = {
  'no-id-token': {
    en: 'This job may not ask for tokens. Add "permissions: { id-token: write }" to the job, and run it again.',
    ja: 'このジョブはトークンを要求できません。ジョブに "permissions: { id-token: write }" を加えて、再実行してください。',
  },
  'token-refused': {
    en: 'GitHub gave no token ({why}). Run the job again; https://www.githubstatus.com tells of troubles.',
    ja: 'GitHub からトークンを取得できませんでした（{why}）。再実行してください。障害情報: https://www.githubstatus.com',
  },
  'bad-input': {
    en: 'Input "{name}" is "{value}"; give {needed}.',
    ja: '入力 "{name}" の値 "{value}" は使えません。{needed} を指定してください。',
  },
  'bad-answer': {
    en: '{url} does not answer as Sekisho does. See that "url" is the address of your Sekisho, and that action and server are of one version.',
    ja: '{url} の応答は Sekisho のものではありません。"url" と、action とサーバーの版を確認してください。',
  },
  unreachable: {
    en: 'Sekisho at {url} could not be reached in {wait} ({why}). See that it runs, and run the job again: nothing was lent.',
    ja: '{wait} の間 {url} の Sekisho に接続できませんでした（{why}）。稼働を確認して再実行してください。何も貸し出されていません。',
  },
  'not-reached-yet': {
    en: 'Sekisho cannot be reached ({why}); trying again.',
    ja: 'Sekisho に接続できません（{why}）。再試行します。',
  },
  waiting: { en: 'Approve here: {url}', ja: '承認はこちら: {url}' },
  waited: { en: '({minutes} min so far)', ja: '（{minutes} 分経過）' },
  'wait-over': {
    en: 'Nobody approved within {wait}, so the request is taken back. Run the job again when an approver is there, or raise "wait".',
    ja: '{wait} 以内に承認されなかったため、依頼を取り下げます。承認者がいるときに再実行するか、"wait" を延ばしてください。',
  },
  over: {
    en: 'Lease {lease} is {state}: {message} See {url}',
    ja: '貸出 {lease} は {state} です: {message} 詳細: {url}',
  },
  'no-plan': {
    en: 'There is no plan at {path}. Save one first: terraform plan -out=tfplan',
    ja: '{path} にプランがありません。先に保存してください: terraform plan -out=tfplan',
  },
  'plan-unreadable': {
    en: '"{binary} show -json {path}" failed: {why} Run it where {binary} was initialised ("working-directory"), with setup-terraform\'s terraform_wrapper: false.',
    ja: '"{binary} show -json {path}" が失敗しました: {why} 初期化済みのフォルダー（"working-directory"）で、setup-terraform の terraform_wrapper: false を付けて実行してください。',
  },
  'no-base': {
    en: 'git cannot say what changed since "base", so the card does not tell what the plan changes elsewhere. Check out with fetch-depth: 0.',
    ja: '"base" からの変更を git で調べられないため、変更箇所以外への影響はカードに出ません。fetch-depth: 0 でチェックアウトしてください。',
  },
  'plan-changed': {
    en: 'The plan at {path} is not the one that was approved: its SHA-256 is {found}, approved was {approved}. Nothing may be applied; plan again and ask again.',
    ja: '{path} のプランは承認されたものではありません（SHA-256 は {found}、承認されたのは {approved}）。適用せず、プランと依頼をやり直してください。',
  },
  'plan-same': {
    en: 'The plan at {path} is the approved one ({found}).',
    ja: '{path} のプランは承認されたものです（{found}）。',
  },
  'profile-there': {
    en: '{path} has a profile "{profile}" already. Give another name as "profile".',
    ja: '{path} にはすでにプロファイル "{profile}" があります。"profile" に別の名前を指定してください。',
  },
  'role-refused': {
    en: 'AWS did not let this job have {role}: {why} Its trust policy must name this repository and workflow; "sekisho access lint trust-policy" reads it.',
    ja: 'AWS はこのジョブに {role} を許可しませんでした: {why} 信頼ポリシーを "sekisho access lint trust-policy" で確認してください。',
  },
  lent: {
    en: 'Lent until {deadline}: {role}',
    ja: '{deadline} まで貸し出されました: {role}',
  },
  'env-ends': {
    en: 'These credentials end at {at} and are not renewed; for longer work take mode: credential_process.',
    ja: 'この認証情報は {at} に切れ、更新されません。長い作業には mode: credential_process を使ってください。',
  },
  told: {
    en: 'While the job ran, Sekisho said:\n{told}',
    ja: 'ジョブの実行中に Sekisho から届いたメッセージ:\n{told}',
  },
  returned: { en: 'Lease {lease} is given back.', ja: '貸出 {lease} を返却しました。' },
  'not-returned': {
    en: 'Lease {lease} could not be given back ({why}); it ends at its deadline, or give it back at {url}',
    ja: '貸出 {lease} を返却できませんでした（{why}）。期限に終わります。今すぐ返却する場合: {url}',
  },
  'summary-title': { en: 'Sekisho: {purpose}', ja: 'Sekisho: {purpose}' },
  'hint-token': {
    en: 'See that "audience" is what sekisho.yaml names (ci.audience, or its url).',
    ja: '"audience" が sekisho.yaml の値（ci.audience または url）と同じか確認してください。',
  },
  'hint-policy': {
    en: 'What this repository may have is in sekisho.yaml, under ci.repositories and policies.',
    ja: 'このリポジトリーに許されるものは sekisho.yaml の ci.repositories と policies にあります。',
  },
  'hint-none': { en: '', ja: '' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type TextKey = keyof typeof texts;

/** A text with its `{names}` filled in. */
export function textOf(language: Language, key: TextKey, params: TextParams = {}): string {
  return texts[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
