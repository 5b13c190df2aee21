import type { Counted, MinuteCounts, OneOfMany, Reason } from '@sekisho/counting';
import type { Pair } from '@sekisho/words/language';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import type { Style } from '../../print/style.ts';
import { facts, table } from '../../print/table.ts';
import { say } from '../../sentences/say.ts';
import { isoMinute, totalsOf } from './count-data.ts';

const worstShown = 5;

const words = {
  lines: { en: 'lines', ja: '行' },
  unparsed: { en: 'not counted', ja: '集計できず' },
  events: { en: 'events', ja: 'イベント' },
  good: { en: 'good', ja: '良' },
  bad: { en: 'bad', ja: '不良' },
  excluded: { en: 'excluded', ja: '除外' },
  sli: { en: 'SLI', ja: 'SLI' },
  span: { en: 'from – to', ja: '期間' },
  coverage: { en: 'minutes with events', ja: 'イベントのある分' },
  worst: { en: 'Worst minutes', ja: '不良の多い分' },
  minute: { en: 'minute (UTC)', ja: '分 (UTC)' },
  reason: { en: 'why not counted', ja: '集計できない理由' },
  where: { en: 'where', ja: '場所' },
  sample: { en: 'line', ja: '内容' },
  none: { en: 'no events', ja: 'イベントなし' },
  next: {
    en: 'For programs: --json. What counts as bad: --bad-status, --slow-after.',
    ja: 'プログラム用には --json。不良の条件は --bad-status と --slow-after で変えられます。',
  },
  nothing: {
    en: 'No line fits: look at --path, --host, --method and what is excluded.',
    ja: '該当する行がありません。--path・--host・--method と除外の条件を確認してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;

const reasons = {
  fields: { en: 'too few fields', ja: '項目が足りない' },
  time: { en: 'no valid time', ja: '時刻が不正' },
  status: { en: 'no valid status', ja: 'ステータスが不正' },
  latency: { en: 'no valid duration', ja: '所要時間が不正' },
  'too-long': { en: 'too long', ja: '長すぎる' },
  json: { en: 'not JSON', ja: 'JSON ではない' },
} as const satisfies Readonly<Record<Reason, Pair>>;

/** A count for people: the SLI, the totals, the worst minutes, and what could not be counted. */
export function countText(counted: Counted, all: readonly OneOfMany[], style: Style): string {
  const parts = [summary(counted, style), worst(counted.minutes, style), rejects(all, style)];
  const rejected = counted.unparsed.reduce((sum, { count }) => sum + count, 0);
  const isNothing = counted.minutes.length === 0 && counted.lines > rejected;
  const said = words[isNothing ? 'nothing' : 'next'][style.language];
  const next = `${style.paint(said, 'dim')}\n`;
  return [...parts, next].filter((part) => part !== '').join('\n');
}

function summary({ lines, minutes, unparsed }: Counted, style: Style): string {
  const { language } = style;
  const totals = totalsOf(minutes);
  const [first, last] = [minutes[0]?.minute, minutes.at(-1)?.minute];
  const rejected = unparsed.reduce((sum, { count }) => sum + count, 0);
  const spanned = first === undefined || last === undefined ? null : last - first + 1;
  return facts(
    [
      [words.sli[language], sliText(totals.good, totals.bad) ?? words.none[language]],
      [words.events[language], number(totals.total)],
      [words.good[language], number(totals.good)],
      [words.bad[language], number(totals.bad)],
      [words.excluded[language], totals.excluded === 0 ? null : number(totals.excluded)],
      [
        words.span[language],
        spanned === null ? null : `${isoMinute(first ?? 0)} – ${isoMinute(last ?? 0)}`,
      ],
      [
        words.coverage[language],
        spanned === null ? null : `${number(minutes.length)} / ${number(spanned)}`,
      ],
      [words.lines[language], number(lines)],
      [words.unparsed[language], rejected === 0 ? null : number(rejected)],
    ],
    style,
  );
}

/** Share of good events, cut and never rounded up: 99.9999 % must not read as 100 %. Null without events. */
function sliText(good: number, bad: number): string | null {
  const valid = good + bad;
  if (valid === 0) return null;
  const millionths = Number((BigInt(good) * 1_000_000n) / BigInt(valid));
  return `${(millionths / 10_000).toFixed(4)}%`;
}

function worst(minutes: readonly MinuteCounts[], style: Style): string {
  const { language } = style;
  const rows = minutes
    .filter(({ bad }) => bad > 0)
    .toSorted((a, b) => b.bad - a.bad || a.minute - b.minute)
    .slice(0, worstShown);
  if (rows.length === 0) return '';
  const head = style.paint(words.worst[language], 'bold');
  const columns = [
    { title: words.minute[language], text: ({ minute }: MinuteCounts) => isoMinute(minute) },
    {
      title: words.events[language],
      text: (row: MinuteCounts) => number(totalsOf([row]).total),
      right: true,
    },
    { title: words.bad[language], text: ({ bad }: MinuteCounts) => number(bad), right: true },
    {
      title: words.sli[language],
      text: (row: MinuteCounts) => sliText(row.good, row.bad) ?? '',
      right: true,
    },
  ];
  return `${head}\n${table(rows, columns, style)}`;
}

interface Reject {
  readonly reason: Reason;
  readonly count: number;
  readonly where: string;
  readonly text: string;
}

function rejects(all: readonly OneOfMany[], style: Style): string {
  const { language } = style;
  const rows = rejectsOf(all);
  if (rows.length === 0) return '';
  return table(
    rows,
    [
      { title: words.reason[language], text: ({ reason }) => reasons[reason][language] },
      { title: words.lines[language], text: ({ count }) => number(count), right: true },
      { title: words.where[language], text: ({ where }) => where, flexible: true },
      { title: words.sample[language], text: ({ text }) => text, flexible: true },
    ],
    style,
  );
}

/** One row for each reason, with the first line that had it. */
function rejectsOf(all: readonly OneOfMany[]): readonly Reject[] {
  const rows = new Map<Reason, Reject>();
  for (const { file, counted } of all) {
    for (const { reason, count, samples } of counted.unparsed) {
      const known = rows.get(reason);
      const [{ line, text } = { line: 0, text: '' }] = samples;
      if (known === undefined)
        rows.set(reason, { reason, count, where: `${file.name}:${line}`, text });
      else rows.set(reason, { ...known, count: known.count + count });
    }
  }
  return [...rows.values()].toSorted((a, b) => b.count - a.count);
}

/** What could not be counted, in one line for standard error; null when all could. */
export function unparsedText(
  host: Pick<Host, 'language'>,
  { lines }: Counted,
  all: readonly OneOfMany[],
): string | null {
  const rows = rejectsOf(all);
  const [first] = rows;
  if (first === undefined) return null;
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const each = rows.map((row) => `${reasons[row.reason][host.language]} ${row.count}`);
  const sample = `${first.where} ${cleanLine(first.text).slice(0, 60)}`;
  return cleanLine(say(host, 'slo-unparsed', { count, lines, reasons: each.join(', '), sample }));
}

function number(value: number): string {
  return value.toLocaleString('en');
}
