import type { Sli } from '../../src/index.ts';
import type { TextField } from '../../src/lines/log-event.ts';

/** Everything that a line can say, each with what is told apart in it. Each comes once, amid a line that is else plain. */
const took = [
  '0.3',
  '0.300000',
  '0.3000000',
  '0.3000001',
  '0.30000010',
  '0.300001',
  '0.299999',
  '1',
  '999999999',
  '9999999999',
  '0.',
  '.3',
  '-',
  '-1',
  '-2',
  '',
  '0.3s',
];
const clients = ['a:1', 'a', ':1', '::1', 'a:', 'a::', '[::1]:1', 'a:b:c', '-', ''];
const urls = [
  '/',
  '/a?b#c',
  '/a#b?c',
  'http://h/p',
  'http://h:1/p',
  'http://h:/p',
  'http://:1/p',
  'http://h:1:2/p',
  'http://h1?q',
  'http://h#f/p',
  '://h/p',
  'x/y?u=http://h/p',
  '/http://h/p',
  'a:b//c',
  '/a"',
  '/a""',
  '"',
  '',
  'http:///p',
  'h:1',
];
const agents = ['-', 'a b', 'a"b', 'a" b', 'a\\"b', '"', '""', '" "', 'a"', ''];
const years = Array.from({ length: 42 }, (_, index) => 1900 + index * 8 - (index % 2) * 4);
const days = [
  ...years.map((year) => `${year}-02-29`),
  '2026-01-31',
  '2026-04-31',
  '2026-06-30',
  '2026-11-31',
  '2026-12-32',
  '2026-00-01',
  '2026-10-00',
  '0001-01-02',
  '9999-12-31',
];

interface Parts {
  readonly day?: string;
  readonly took?: string;
  readonly client?: string;
  readonly url?: string;
  readonly agent?: string;
}

const months = [
  '',
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

function apacheDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${months[Number(month)] ?? month}/${year}`;
}

type Writer = (parts: Required<Parts>) => string;

const elb: Writer = ({ day, took: slow, client, url, agent }) =>
  `${day}T10:20:30Z lb ${client} - ${slow} 0 0 200 200 0 0 "GET ${url} HTTP/1.1" "${agent}" - -`;

const writers: Readonly<Record<string, Writer>> = {
  alb: (parts) => `h2 ${elb(parts)}`,
  clb: elb,
  cloudfront: ({ day, took: slow, client, url, agent }) =>
    [
      day,
      '10:20:30',
      'e',
      '1',
      client,
      'GET',
      'd',
      url,
      '200',
      '-',
      agent,
      '-',
      '-',
      'Hit',
      'i',
      'h',
      'https',
      '1',
      slow,
    ].join('\t'),
  combined: ({ day, took: slow, client, url, agent }) =>
    `${client} - - [${apacheDay(day)}:10:20:30 +1130] "GET ${url} HTTP/1.1" 200 1 "-" "${agent}" ${slow}`,
  ltsv: ({ day, took: slow, client, url, agent }) =>
    `time:${day}T10:20:30-11:30\tstatus:200\treqtime:${slow}\thost:${client}\turi:${url}\tua:${agent}`,
};

/** A log of a format in which each corner comes once. */
export function cornersOf(format: string): Buffer {
  const write = writers[format];
  if (write === undefined) throw new Error(`no corners of ${format}`);
  const plain = { day: '2026-10-04', took: '0.1', client: 'c:1', url: '/', agent: 'x' };
  const each: readonly Parts[] = [
    ...days.map((day) => ({ day })),
    ...took.map((slow) => ({ took: slow })),
    ...clients.map((client) => ({ client })),
    ...urls.map((url) => ({ url })),
    ...agents.map((agent) => ({ agent })),
  ];
  return Buffer.from(each.map((parts) => write({ ...plain, ...parts })).join('\n'));
}

const fields = {
  path: ['/', '/p', '/a', '/a"', '/a""', '"', 'a:b//c', 'h:1', '/http:*', 'x/y', '#f/p'],
  host: ['h', ':1', 'h:1', 'h1', 'h#f', ''],
  client: ['a', ':1', ':', '::1', 'a:', '[::1]', 'a:b', '-', 'a:1', 'a:b:c'],
  agent: ['-', 'a b', 'a"b', 'a', 'a\\"b', '"', '""', '" "', ' ', 'a" b', 'x'],
} as const satisfies Partial<Record<TextField, readonly string[]>>;

/** SLIs that tell the corners apart: every text that a field may be taken for is a route. */
export const cornerSlis: readonly Sli[] = [
  { goodWhen: { not: { slowerThan: 300_000 } } },
  { goodWhen: { not: { slowerThan: 299_999 } }, excludedWhen: { not: { slowerThan: -1 } } },
  ...(Object.keys(fields) as (keyof typeof fields)[]).map((field) => ({
    goodWhen: { status: [{ from: 200, to: 200 }] },
    routes: [...fields[field], '*'].map((text) => ({
      name: `is ${text}`,
      when: { field, matches: [text] },
    })),
  })),
];
