/** Labels of what replays a recording. */
const en = {
  name: (id: string) => `Replay of session ${id}`,
  screen:
    'What the terminal showed. Space plays and pauses, arrow keys go 5 seconds back and forth.',
  play: 'Play',
  pause: 'Pause',
  place: 'Place in the recording',
  placeOf: (at: string, end: string) => `${at} of ${end}`,
  speed: 'Speed',
  times: (factor: number) => `${factor}×`,
  idle: 'Silences',
  idleAll: 'as long as they were',
  idleMost: (seconds: number) => `at most ${seconds} s`,
  copy: 'Copy text',
  theText: 'the text of the terminal',
  file: 'Download asciicast',
  asText: 'Read it as text',
  keys: 'Space plays and pauses, ← → go 5 s, ↑ ↓ to the command before and after, < > change the speed, Home and End.',
  reading: 'Reading on …',
  cut: 'Only the beginning is shown: the recording is very long. "sekisho ops sessions replay" writes all of it into a file.',
  jump: (text: string) => `Go to: ${text}`,
  noPlace: 'not found in the recording',
};

const ja: typeof en = {
  name: (id) => `セッション ${id} の再生`,
  screen: '端末に表示された内容。スペースで再生と一時停止、左右の矢印キーで 5 秒移動。',
  play: '再生',
  pause: '一時停止',
  place: '再生位置',
  placeOf: (at, end) => `${end} のうち ${at}`,
  speed: '速さ',
  times: (factor) => `${factor} 倍`,
  idle: '無操作の時間',
  idleAll: 'そのまま',
  idleMost: (seconds) => `最長 ${seconds} 秒`,
  copy: '文字をコピー',
  theText: '端末の文字',
  file: 'asciicast をダウンロード',
  asText: '文字で読む',
  keys: 'スペースで再生と一時停止、← → で 5 秒移動、↑ ↓ で前後のコマンド、< > で速さ、Home と End で先頭と末尾。',
  reading: '続きを読み込み中 …',
  cut: '記録が非常に長いため、最初の部分だけを表示しています。全体は「sekisho ops sessions replay」でファイルに書き出せます。',
  jump: (text) => `移動: ${text}`,
  noPlace: '記録の中に見つかりません',
};

export const replayWords = { en, ja } as const;
