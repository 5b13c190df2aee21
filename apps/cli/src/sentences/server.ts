import type { Pair } from '@sekisho/words/language';

/** About finding the server, and about what it answers. */
export const serverSentences = {
  'no-server': {
    en: 'No Sekisho server is known here. Start practice with `npm start`, or name one with --url or SEKISHO_URL.',
    ja: 'Sekisho のサーバーが見つかりません。`npm start` で練習環境を起動するか、--url または SEKISHO_URL で指定してください。',
  },
  'no-practice-at': {
    en: 'No practice server of yours runs at {url}. Start it with `npm start`, or set SEKISHO_TOKEN for a real server.',
    ja: '{url} にあなたの練習サーバーはありません。`npm start` で起動するか、本物のサーバーなら SEKISHO_TOKEN を設定してください。',
  },
  'no-token': {
    en: 'The server {url} needs to know who you are. Sign in with `sekisho login --url {url}`, or set SEKISHO_TOKEN.',
    ja: '{url} は本人確認が必要です。`sekisho login --url {url}` でログインするか、SEKISHO_TOKEN を設定してください。',
  },
  'hat-with-token': {
    en: 'Hats exist only in practice, and SEKISHO_TOKEN already says who you are. Leave out --as, or unset SEKISHO_TOKEN.',
    ja: '--as は練習環境だけのものです。SEKISHO_TOKEN が設定されているので、どちらかを外してください。',
  },
  'token-without-url': {
    en: 'SEKISHO_TOKEN is set but no server is known. Name it with --url or SEKISHO_URL.',
    ja: 'SEKISHO_TOKEN はありますがサーバーが分かりません。--url または SEKISHO_URL で指定してください。',
  },
  'token-in-clear': {
    en: 'The token would travel unencrypted to {url}. Use an https address.',
    ja: '{url} ではトークンが暗号化されずに送られます。https のアドレスを使ってください。',
  },
  'bad-url': {
    en: '"{value}" is not the address of a server. Write it like https://sekisho.example.com.',
    ja: '「{value}」はサーバーのアドレスではありません。https://sekisho.example.com のように書いてください。',
  },
  'not-a-header': {
    en: 'The value of {name} holds characters that cannot be sent. Use plain letters, digits and signs.',
    ja: '{name} の値に送れない文字があります。半角の英数字と記号だけにしてください。',
  },
  'practice-file-open-to-others': {
    en: 'Others can read {path}, so its secret is not used. Run `chmod 600 {path}` and restart practice.',
    ja: '{path} は他の人も読めるため使いません。`chmod 600 {path}` のあと練習環境を起動し直してください。',
  },
  'practice-file-another-owner': {
    en: 'Another user owns {path}, so it is not used. Start a practice of your own with `npm start`.',
    ja: '{path} は別のユーザーのものなので使いません。`npm start` で自分の練習環境を起動してください。',
  },
  'practice-file-not-loopback': {
    en: '{path} points to another machine, so it is not used. Restart practice to write it anew.',
    ja: '{path} が別のマシンを指しているため使いません。練習環境を起動し直してください。',
  },
  'practice-file-not-readable': {
    en: '{path} cannot be read as a practice file. Delete it and restart practice.',
    ja: '{path} を練習環境のファイルとして読めません。削除して練習環境を起動し直してください。',
  },
  'server-unreachable': {
    en: 'No server answers at {url} ({detail}). Is it running? `npm start` starts practice.',
    ja: '{url} が応答しません ({detail})。起動しているか確かめてください。練習環境は `npm start` で起動します。',
  },
  'server-hangs': {
    en: 'The server {url} did not answer within {seconds} s. Try again; whether the command was carried out shows in `sekisho ops list`.',
    ja: '{url} が {seconds} 秒以内に応答しませんでした。もう一度試してください。実行されたかどうかは `sekisho ops list` で分かります。',
  },
  'not-sekisho': {
    en: 'What answers at {url} does not speak as a Sekisho server does. Check the address, and that client and server are of one version.',
    ja: '{url} の応答は Sekisho サーバーのものではありません。アドレスとバージョンを確かめてください。',
  },
  'server-bug': {
    en: '{detail} {fix} (request {id})',
    ja: '{detail} {fix} (リクエスト {id})',
  },
  'strange-answer': {
    en: 'The answer of the server is not one this version understands. Update sekisho; --json shows the answer as it is.',
    ja: 'サーバーの応答をこのバージョンでは解釈できません。sekisho を更新してください。--json でそのまま表示できます。',
  },
  'server-away': {
    en: 'the server does not answer; trying again',
    ja: 'サーバーが応答しません。再試行しています',
  },
  'not-a-session': {
    en: 'The server answered with neither `aws ssm start-session` nor a shell by `docker exec`, so it is not run. Check the address of the server.',
    ja: 'サーバーの応答が `aws ssm start-session` でも `docker exec` のシェルでもないため実行しません。サーバーのアドレスを確かめてください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
