import type { Language, SloSource } from '@sekisho/contract';
import type { Pair } from '../language.ts';

export const sourceStateWords = {
  failing: { en: 'cannot be read', ja: '読み取れない' },
  late: { en: 'late', ja: '遅れている' },
  damaged: { en: 'in part damaged', ja: '一部が破損' },
  'catching-up': { en: 'counting its past', ja: '過去分を集計中' },
  well: { en: 'well', ja: '正常' },
  waiting: { en: 'not read yet', ja: '未読み取り' },
} as const satisfies Readonly<Record<SloSource['state'], Pair>>;

/** By the code of a failure; a code that is not here is told by its message alone. */
const afterFailure: Readonly<Record<string, Pair>> = {
  unreachable: {
    en: 'It is tried again by itself. When it stays so, look whether the server can reach it (address, proxy, firewall).',
    ja: '自動で再試行します。続く場合は、サーバーから接続できるか(アドレス、プロキシ、ファイアウォール)を確かめてください。',
  },
  limited: {
    en: 'It asked for fewer calls, and is left alone for a while. When it stays so, raise its quota or measure fewer SLOs by it.',
    ja: '呼び出しが多すぎると断られたため、しばらく待ちます。続く場合は上限を上げるか、この計測元を使う SLO を減らしてください。',
  },
  denied: {
    en: 'Look at the credentials: the variable that the source names, or the role of the server, must be allowed to read it.',
    ja: '認証情報を確かめてください。計測元が指す環境変数、またはサーバーのロールに読み取りの権限が必要です。',
  },
  refused: {
    en: 'The query or the name is wrong: correct the file in services/, and run sekisho check.',
    ja: 'クエリか名前が誤っています。services/ のファイルを直し、sekisho check を実行してください。',
  },
  gone: {
    en: 'What it names is not there any more: correct its path, bucket or prefix.',
    ja: '指定の場所にもうありません。パス、バケット、プレフィックスを直してください。',
  },
  'bad-answer': {
    en: 'What answered is not what was asked for: look at the address and the version of the other side.',
    ja: '応答を理解できません。アドレスと相手側のバージョンを確かめてください。',
  },
};

const forState: Readonly<Record<Exclude<SloSource['state'], 'failing' | 'well'>, Pair>> = {
  late: {
    en: 'Its minutes are not taken as complete, so budgets stand still: look what holds its data up, or declare more lateness.',
    ja: '直近の分が揃わず、バジェットの計算が止まっています。データの遅れの原因を確かめるか、lateness を長くしてください。',
  },
  damaged: {
    en: 'What could be read was counted; the rest is missing from coverage. Write the objects again under the same key to have them counted.',
    ja: '読めた分だけ集計しました。残りは未計測です。同じキーで書き直せば集計されます。',
  },
  'catching-up': {
    en: 'Nothing to do: budgets grow more complete by themselves.',
    ja: '対応は不要です。集計が進むにつれてバジェットが揃います。',
  },
  waiting: {
    en: 'Nothing came yet. Look whether its path, bucket or address is right, and whether an SLO uses it.',
    ja: 'まだ何も届いていません。パス、バケット、アドレスと、この計測元を使う SLO があるかを確かめてください。',
  },
};

/** What to do about a source; null when there is nothing to do. */
export function sourceAdvice({ state, failure }: SloSource, language: Language): string | null {
  if (failure !== null) return afterFailure[failure.code]?.[language] ?? null;
  if (state === 'well' || state === 'failing') return null;
  return forState[state][language];
}

const unparsedReasons: Readonly<Record<string, Pair>> = {
  fields: { en: 'fields are missing', ja: '項目が足りません' },
  time: { en: 'no time that is understood', ja: '時刻を読み取れません' },
  status: { en: 'no status', ja: 'ステータスがありません' },
  latency: { en: 'no latency that is understood', ja: '応答時間を読み取れません' },
  'too-long': { en: 'the line is too long', ja: '行が長すぎます' },
  json: { en: 'no JSON', ja: 'JSON ではありません' },
};

/** Why log lines could not be counted. */
export function unparsedText(reason: string, language: Language): string {
  return unparsedReasons[reason]?.[language] ?? reason;
}
