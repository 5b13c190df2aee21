import type { Pair } from '@sekisho/words/language';

/** About AWS accounts, profiles and credentials. */
export const awsSentences = {
  'aws-no-map': {
    en: 'There is no sekisho.yaml here and no server to ask for the account map. Name one: --config FILE, or --url URL after `sekisho login`.',
    ja: 'ここには sekisho.yaml がなく、アカウント一覧を尋ねるサーバーもありません。--config ファイル か、`sekisho login` のうえで --url URL を指定してください。',
  },
  'aws-strange-map': {
    en: 'The account map that {url} answered cannot be used. Ask an SRE to run `sekisho check` there.',
    ja: '{url} から返されたアカウント一覧は使えません。サーバー側で `sekisho check` を実行するよう SRE に依頼してください。',
  },
  'aws-config-deeds': {
    en: '{one} and {other} do not go together. Choose one.',
    ja: '{one} と {other} は同時に使えません。どちらかにしてください。',
  },
  'aws-config-out-alone': {
    en: '--out names the file for --write, --check or --dry-run: add one of them, or send the output there with ">".',
    ja: '--out は --write・--check・--dry-run と一緒に使います。いずれかを付けるか、出力を「>」で書き出してください。',
  },
  'aws-config-print': {
    en: '--format {format} is printed only. Send it to a file with ">".',
    ja: '--format {format} は画面に出力するだけです。「>」でファイルに書き出してください。',
  },
  'aws-config-which-file': {
    en: 'Which file? Name it with --out FILE; without --write the text is printed.',
    ja: '--out でファイルを指定してください。--write を付けなければ画面に出力します。',
  },
  'aws-config-beyond': {
    en: 'Left out, for the extension cannot switch to permission sets: {names}. --format portal has links for them.',
    ja: '拡張機能は許可セットには切り替えられないため、次は含めていません: {names}。--format portal でリンクを出力できます。',
  },
  'aws-config-torn': {
    en: '{file}, line {line}: {why}. So nobody knows which part is ours, and nothing was changed. Remove that line, or both markers.',
    ja: '{file} の {line} 行目: {why}。Sekisho の部分がわからないため、何も変えていません。その行か、両方の目印を消してください。',
  },
  'aws-config-begin-without-end': {
    en: '"# sekisho begin" has no "# sekisho end"',
    ja: '「# sekisho begin」に対応する「# sekisho end」がありません',
  },
  'aws-config-end-without-begin': {
    en: '"# sekisho end" has no "# sekisho begin"',
    ja: '「# sekisho end」に対応する「# sekisho begin」がありません',
  },
  'aws-config-begin-twice': {
    en: 'a second "# sekisho begin"',
    ja: '「# sekisho begin」が二つあります',
  },
  'aws-config-kept': {
    en: '{file} has [{head}] of its own: it stays as it is, and ours is left out.',
    ja: '{file} には [{head}] がすでにあります。それを残し、Sekisho の分は書きません。',
  },
  'aws-config-stale': {
    en: '{file} is not up to date. `sekisho aws config --dry-run` shows the difference, --write mends it.',
    ja: '{file} は最新ではありません。`sekisho aws config --dry-run` で差分を確認し、--write で更新してください。',
  },
  'aws-config-same': { en: '{file} is up to date.', ja: '{file} は最新です。' },
  'aws-config-written': {
    en: '{count section} written to {file}.',
    ja: '{file} に {count} 件を書き込みました。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
