import type {
  CommandSource,
  RecordedSession,
  RecordingState,
  SessionKind,
  UnrecordedPart,
} from '@sekisho/contract';
import type { Language, Pair } from '../language.ts';

export { sessionsPage } from './page-words.ts';
export { replayWords } from './replay-words.ts';

/** What sessions on ops servers are opened for. */
export const sessionKindWords: Readonly<Record<SessionKind, Pair>> = {
  shell: { en: 'shell', ja: 'シェル' },
  command: { en: 'one command', ja: 'コマンド 1 つ' },
  forward: { en: 'forwarded port', ja: 'ポート転送' },
  ssh: { en: 'SSH', ja: 'SSH' },
  other: { en: 'another document', ja: 'その他のドキュメント' },
};

/** Where a recording is. */
export const recordingStateWords: Readonly<Record<RecordingState, Pair>> = {
  open: { en: 'goes on', ja: '接続中' },
  waiting: { en: 'awaited', ja: '到着待ち' },
  s3: { en: 'in S3', ja: 'S3 に保存' },
  cloudwatch: { en: 'in CloudWatch Logs', ja: 'CloudWatch Logs に保存' },
  missing: { en: 'missing', ja: '届いていない' },
  none: { en: 'not recorded', ja: '記録されない' },
  off: { en: 'recording is off', ja: '記録の設定なし' },
};

/** Who says which commands were run. */
export const commandSourceWords: Readonly<Record<CommandSource, Pair>> = {
  audit: { en: "from the server's audit", ja: 'サーバーの監査ログから' },
  terminal: { en: 'read off the screen', ja: '画面の記録から' },
  none: { en: 'none known', ja: '不明' },
};

/** What of a session nothing records. */
export const unrecordedWords: Readonly<Record<UnrecordedPart, Pair>> = {
  'forwarded-bytes': {
    en: 'what went through the forwarded port',
    ja: '転送したポートの通信内容',
  },
  'ssh-bytes': { en: 'what went through SSH', ja: 'SSH の通信内容' },
  'shown-output': { en: 'what the screen showed', ja: '画面の表示' },
  commands: { en: 'which commands were run', ja: '実行したコマンド' },
};

/** Sentences about sessions and their recordings. */
export const recordingPhrases = {
  noSessions: { en: 'No session fits.', ja: '該当するセッションはありません。' },
  noMatches: { en: 'No command fits.', ja: '該当するコマンドはありません。' },
  noCommands: { en: 'No commands are known.', ja: 'コマンドは記録されていません。' },
  unknownPerson: { en: '(nobody of the roster)', ja: '(名簿にない人)' },
  more: { en: 'There is more: go on with --after {after}', ja: '続きがあります: --after {after}' },
  moreSessions: {
    en: 'There is more: go on with --before {after}',
    ja: '続きがあります: --before {after}',
  },
  withheld: {
    en: 'Not searched, for they are not yours to read: {count} sessions.',
    ja: '読む権限がないため検索していないセッション: {count} 件',
  },
  unindexed: {
    en: 'Sessions that ended and of which no commands are known: {count}.',
    ja: '終了していてコマンドの記録がないセッション: {count} 件',
  },
  cut: {
    en: 'A very long session: the index has only its first commands.',
    ja: '非常に長いセッションのため、索引には最初のほうのコマンドだけがあります。',
  },
  fromScreen: {
    en: 'Commands are read off the screen, where a program can write what looks like one.',
    ja: 'コマンドは画面の記録から読み取っています。プログラムの出力がコマンドに見えることがあります。',
  },
  beside: {
    en: "Open on the server at the same time, and in the server's audit with it: {sessions}",
    ja: '同じ時間に同じサーバーにあり、監査ログでは区別できないセッション: {sessions}',
  },
  unanswered: {
    en: 'From {since} on, sessions in {environment} may be missing here: {detail}',
    ja: '{since} 以降の {environment} のセッションは、ここに欠けているものがあります: {detail}',
  },
  byLine: {
    en: 'The recording has no times: its lines are spaced evenly.',
    ja: 'この記録には時刻がないため、行を等間隔で再生します。',
  },
  written: { en: 'Written to {file}.', ja: '{file} に書き出しました。' },
} as const satisfies Readonly<Record<string, Pair>>;

/** What nothing records of a session, in one sentence; empty when nothing is lost. */
export function unrecordedText(
  { unrecorded }: Pick<RecordedSession, 'unrecorded'>,
  language: Language,
): string {
  if (unrecorded.length === 0) return '';
  const parts = unrecorded.map((part) => unrecordedWords[part][language]);
  return language === 'ja'
    ? `記録されないもの: ${parts.join('、')}`
    : `Not recorded: ${parts.join(', ')}`;
}

/** What is honest to say of one session, a sentence each. @param beside sessions open on its server at the time */
export function sessionNotes(
  session: Pick<RecordedSession, 'unrecorded' | 'commandsFrom' | 'indexIsWhole'>,
  beside: readonly string[],
  language: Language,
): string[] {
  const { commandsFrom, indexIsWhole } = session;
  const { fromScreen, cut, beside: others } = recordingPhrases;
  return [
    unrecordedText(session, language),
    commandsFrom === 'terminal' ? fromScreen[language] : '',
    indexIsWhole ? '' : cut[language],
    beside.length === 0 || commandsFrom !== 'audit'
      ? ''
      : others[language].replace('{sessions}', () => beside.join(', ')),
  ].filter((text) => text !== '');
}

/** What a session was opened for, and where a port went. */
export function sessionWhat(
  { kind, forwardedTo, document }: Pick<RecordedSession, 'kind' | 'forwardedTo' | 'document'>,
  language: Language,
): string {
  const to = forwardedTo.map(({ host, port }) => `${host}:${port}`).join(', ');
  const name = sessionKindWords[kind][language];
  if (kind === 'other') return `${name} ${document ?? ''}`.trim();
  return to === '' ? name : `${name} → ${to}`;
}

/** What of sessions on a server is recorded, before somebody opens one. */
export const sessionsRecordedWords: Readonly<Record<'screen' | 'commands' | 'off', Pair>> = {
  screen: {
    en: 'Sessions are recorded; what goes through forwarded ports and SSH is not.',
    ja: 'セッションは記録されます(転送したポートと SSH の通信内容を除く)。',
  },
  commands: {
    en: "The server's audit records commands; what the screen shows and what goes through forwarded ports is not recorded.",
    ja: 'コマンドはサーバーの監査ログに記録されます。画面の表示と転送したポートの通信内容は記録されません。',
  },
  off: { en: 'Sessions are not recorded.', ja: 'セッションは記録されません。' },
};
