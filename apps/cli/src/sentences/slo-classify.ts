import type { Pair } from '@sekisho/words/language';

/** About judging responses line by line. */
export const classifySentences = {
  'classify-what': {
    en: 'Which responses? Say their kind: {choices}. For example: sekisho slo classify graphql < responses.jsonl',
    ja: '判定する応答の種類を指定してください: {choices}。例: sekisho slo classify graphql < responses.jsonl',
  },
  'classify-unknown': {
    en: 'Responses of the kind "{value}" cannot be judged. What is known: {choices}.',
    ja: '「{value}」という種類の応答は判定できません。使える種類: {choices}。',
  },
  'classify-waits': {
    en: 'Waiting for JSON lines on standard input: {"status": 200, "contentType": "application/json", "body": "…"}. Ctrl-D ends them.',
    ja: '標準入力の JSON を待っています: {"status": 200, "contentType": "application/json", "body": "…"}。Ctrl-D で終わります。',
  },
  'classify-empty': {
    en: 'Nothing came on standard input, so nothing was judged. Pipe in one JSON line for each response.',
    ja: '標準入力が空だったため、判定していません。応答ごとに 1 行の JSON を渡してください。',
  },
  'classify-bad-rules': {
    en: '{file} has {count} problems, named above. Mend them; nothing was judged.',
    ja: '{file} に上記の問題が {count} 件あります。直してください。判定はしていません。',
  },
  'classify-two-rules': {
    en: '{file} holds several documents. Keep the rules of one service in it; nothing was judged.',
    ja: '{file} に複数の文書があります。1 つのサービスの規則だけにしてください。判定はしていません。',
  },
  'classify-line': { en: 'Line {line}: {problem}', ja: '{line} 行目: {problem}' },
  'classify-bad-lines': {
    en: '{bad} lines could not be read and are judged nowhere; {good} were judged. Mend the lines named above, or leave them out.',
    ja: '{bad} 行を読めず、判定に含めていません (判定した行: {good})。上に示した行を直すか、取り除いてください。',
  },
  'classify-too-long': {
    en: 'it is longer than 128 MiB. Leave out the body of responses that large.',
    ja: '128 MiB を超えています。大きな応答は本文を記録しないでください。',
  },
  'classify-not-json': {
    en: 'it is not JSON. Write one object on one line, with line breaks in the body as \\n.',
    ja: 'JSON ではありません。1 行に 1 つのオブジェクトを書き、本文の改行は \\n にしてください。',
  },
  'classify-not-an-object': {
    en: 'it is JSON, but not an object. Write {"status": …, "contentType": …, "body": …}.',
    ja: 'オブジェクトではありません。{"status": …, "contentType": …, "body": …} の形で書いてください。',
  },
  'classify-bad-status': {
    en: '"status" is not an HTTP status. Write a number such as 200, or null when no response came.',
    ja: '"status" が HTTP ステータスではありません。200 のような数値か、応答がなければ null を書いてください。',
  },
  'classify-no-body': {
    en: '"body" is missing. Write the text of the response, "" when it was empty.',
    ja: '"body" がありません。応答の本文を書いてください (空なら "")。',
  },
  'classify-bad-body': {
    en: '"body" is not text. Write the response as it came, in a JSON string.',
    ja: '"body" が文字列ではありません。応答の本文をそのまま JSON の文字列にしてください。',
  },
  'classify-bad-content-type': {
    en: '"contentType" is not text. Write it as the response had it, such as "application/json".',
    ja: '"contentType" が文字列ではありません。"application/json" のように応答のまま書いてください。',
  },
  'classify-bad-operation': {
    en: '"operation" is not a name. Write the name, a list of names for a batch, or leave it out.',
    ja: '"operation" が名前ではありません。名前 (バッチなら名前のリスト) を書くか、省いてください。',
  },
  'classify-bad-aborted': {
    en: '"aborted" is neither true nor false.',
    ja: '"aborted" は true か false で書いてください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
