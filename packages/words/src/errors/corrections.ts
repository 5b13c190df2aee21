import type { CorrectionProblem } from '@sekisho/contract';
import type { Telling } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

interface About {
  readonly part: string;
  readonly limit: string;
}

type Said = readonly [why: string, fix: string];

const example = '--from "2026-11-21 02:00" --to "2026-11-21 03:00"';
const exampleRule =
  '--rule "FREQ=WEEKLY;BYDAY=SU" --start 2026-11-22T02:00 --for 1h --time-zone Asia/Tokyo';

/** Each problem of a correction: why, and what to do. */
const problems: Readonly<Record<CorrectionProblem, Telling<About, Said>>> = {
  'names-nothing': {
    en: () => ['It is not said what to correct.', 'Name SLOs, or all of a service with --service.'],
    ja: () => [
      '補正の対象が指定されていません。',
      'SLO を指定するか、--service でサービス全体を指定してください。',
    ],
  },
  'names-both': {
    en: () => ['Both SLOs and a service are named.', 'Name one or the other.'],
    ja: () => ['SLO とサービスの両方が指定されています。', 'どちらか一方だけを指定してください。'],
  },
  'several-services': {
    en: ({ part }) => [
      `These SLOs are of different services, with different owners: ${part}.`,
      'Ask for one correction for each service.',
    ],
    ja: ({ part }) => [
      `指定された SLO は別々のサービスのもので、オーナーが異なります: ${part}。`,
      'サービスごとに分けて依頼してください。',
    ],
  },
  'no-span': {
    en: () => [
      'It is not said when.',
      `Say it once, ${example}, or again and again, ${exampleRule}.`,
    ],
    ja: () => [
      '期間が指定されていません。',
      `一度だけのときは (例: ${example})、繰り返すときは (例: ${exampleRule}) のように指定してください。`,
    ],
  },
  'two-spans': {
    en: () => [
      'Both a single span and a recurring one are given.',
      'Give --from and --to, or --rule, --start and --for.',
    ],
    ja: () => [
      '一度だけの期間と繰り返しの両方が指定されています。',
      '--from と --to か、--rule と --start と --for のどちらかを指定してください。',
    ],
  },
  'half-span': {
    en: ({ part }) => [`"${part}" is missing.`, `A single span needs both: ${example}.`],
    ja: ({ part }) => [
      `「${part}」がありません。`,
      `一度だけの期間には両方が必要です (例: ${example})。`,
    ],
  },
  'half-rule': {
    en: ({ part }) => [`"${part}" is missing.`, `A recurring one needs: ${exampleRule}.`],
    ja: ({ part }) => [
      `「${part}」がありません。`,
      `繰り返しにはすべて必要です (例: ${exampleRule})。`,
    ],
  },
  'empty-span': {
    en: ({ part }) => [`It ends before it begins: ${part}.`, 'Let "to" be later than "from".'],
    ja: ({ part }) => [
      `終わりが始まりより前です: ${part}。`,
      '終わりを始まりより後にしてください。',
    ],
  },
  'too-long': {
    en: ({ part, limit }) => [
      `${part} is longer than the ${limit} days that a correction may have.`,
      'Shorten it; what lasts longer is a matter of the target: "sekisho slo propose".',
    ],
    ja: ({ part, limit }) => [
      `${part} は長すぎます。補正は最長 ${limit} 日です。`,
      '短くしてください。長く続くものは「sekisho slo propose」で目標の変更を提案してください。',
    ],
  },
  'too-far-back': {
    en: ({ part, limit }) => [
      `${part} is more than ${limit} days ago; what is that old is settled.`,
      'Nothing to do: no budget looks so far back.',
    ],
    ja: ({ part, limit }) => [
      `${part} は ${limit} 日より前です。そこまで古い期間は確定しています。`,
      'エラーバジェットには影響しないため、操作は要りません。',
    ],
  },
  'too-far-ahead': {
    en: ({ part, limit }) => [
      `${part} is more than ${limit} days ahead.`,
      'Ask for it nearer to the time, or as a recurring one.',
    ],
    ja: ({ part, limit }) => [
      `${part} は ${limit} 日より先です。`,
      '時期が近づいてから依頼するか、繰り返しとして指定してください。',
    ],
  },
  'occurrence-too-long': {
    en: ({ part, limit }) => [
      `${part} is not from one minute to ${limit} days, as each time may last.`,
      'Change --for.',
    ],
    ja: ({ part, limit }) => [
      `${part} は指定できません。1 回の長さは 1 分から ${limit} 日までです。`,
      '--for を変更してください。',
    ],
  },
  'bad-rule': {
    en: ({ part }) => [
      `"${part}" cannot stand in a rule of RFC 5545 here.`,
      'Write it like FREQ=WEEKLY;BYDAY=SU or FREQ=MONTHLY;BYMONTHDAY=1; hourly is the finest.',
    ],
    ja: ({ part }) => [
      `「${part}」は繰り返しのルール (RFC 5545) として使えません。`,
      'FREQ=WEEKLY;BYDAY=SU や FREQ=MONTHLY;BYMONTHDAY=1 のように書いてください。1 時間ごとより細かい指定はできません。',
    ],
  },
  'bad-start': {
    en: ({ part }) => [
      `"${part}" is not a local date and time.`,
      'Write it like 2026-11-22T02:00; the zone is said by --time-zone.',
    ],
    ja: ({ part }) => [
      `「${part}」を現地の日時として読み取れません。`,
      '2026-11-22T02:00 のように書いてください。タイムゾーンは --time-zone で指定します。',
    ],
  },
  'bad-time-zone': {
    en: ({ part }) => [`"${part}" is not a time zone.`, 'Name one such as Asia/Tokyo.'],
    ja: ({ part }) => [
      `「${part}」というタイムゾーンはありません。`,
      'Asia/Tokyo のような名前で指定してください。',
    ],
  },
  'too-many': {
    en: ({ part }) => [`The rule comes too often to be reckoned with: ${part}.`, 'Make it rarer.'],
    ja: ({ part }) => [`繰り返しが多すぎて計算できません: ${part}。`, '回数を減らしてください。'],
  },
  'too-much': {
    en: ({ part, limit }) => [
      `It would take ${part} of the time out; ${limit} is the most.`,
      'Make it shorter or rarer; a promise that mostly does not count is a matter of the target.',
    ],
    ja: ({ part, limit }) => [
      `時間全体の ${part} が対象外になります。上限は ${limit} です。`,
      '短くするか回数を減らしてください。ほとんど数えない約束は、目標の変更として提案してください。',
    ],
  },
  never: {
    en: ({ part }) => [`The rule never comes within five years: ${part}.`, 'Check rule and start.'],
    ja: ({ part }) => [
      `このルールは 5 年以内に一度も該当しません: ${part}。`,
      'ルールと開始日時を確認してください。',
    ],
  },
};

export const correctionErrors: ErrorWordsOf<'bad-correction'> = {
  'bad-correction': {
    title: { en: 'Not a correction', ja: '補正の指定の誤り' },
    en: ({ problem, ...about }) => told(problems[problem].en(about)),
    ja: ({ problem, ...about }) => told(problems[problem].ja(about)),
  },
};

function told([why, fix]: Said): { readonly why: string; readonly fix: string } {
  return { why, fix };
}
