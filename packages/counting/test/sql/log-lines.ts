import fc from 'fast-check';
import { albLine, logOf } from '../alb-lines.ts';
import {
  agent,
  apache,
  client,
  clock,
  hostile,
  iso,
  isoDay,
  method,
  mostly,
  request,
  status,
  took,
  unix,
  url,
} from './log-parts.ts';

const clb = fc
  .tuple(iso, client, took, took, took, status, request, agent)
  .map(
    ([time, from, a, b, c, code, what, who]) =>
      `${time} my-lb ${from} 10.0.0.1:80 ${a} ${b} ${c} ${code} ${code} 0 29 "${what}" "${who}" - -`,
  );
const combined = fc
  .record({
    ...{ from: client, time: apache, what: request, code: status, who: agent, slow: took },
    user: fc.constantFrom('user', '-', 'a[b', '[::1]', '[04/Oct/2026:00:01:59 +0000]'),
    referer: mostly(fc.constantFrom('-', 'http://a/?q=\\"b'), agent),
    forwarded: fc.constantFrom('', '"-" ', '"203.0.113.9, 10.0.0.1" '),
    quote: fc.constantFrom('', '"'),
  })
  .map(
    ({ from, user, time, what, code, referer, who, forwarded, quote, slow }) =>
      `${from} - ${user} [${time}] "${what}" ${code} 2326 "${referer}" "${who}" ${forwarded}${quote}${slow}${quote}`,
  );
const cloudfront = fc
  .tuple(isoDay, clock, client, method, url, status, agent, took, fc.nat(21))
  .map(([day, time, from, verb, path, code, who, slow, columns]) =>
    [
      day,
      time,
      'NRT',
      '1',
      from,
      verb,
      'd1.cloudfront.net',
      path,
      code,
      '-',
      who,
      '-',
      '-',
      'Hit',
      'id',
      'www.example.com',
      'https',
      '1',
      slow,
      '-',
    ]
      .slice(0, columns)
      .join('\t'),
  );
const label: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('time', 'timestamp'),
    mostly(
      fc.oneof(
        iso,
        unix,
        apache,
        apache.map((time) => `[${time}]`),
      ),
      hostile,
    ),
  ),
  fc.tuple(fc.constant('status'), status),
  fc.tuple(fc.constantFrom('reqtime', 'latency'), took),
  fc.tuple(fc.constantFrom('method', 'host', 'vhost', 'ua'), fc.oneof(method, client, agent)),
  fc.tuple(fc.constantFrom('uri', 'path'), url),
  fc.tuple(fc.constantFrom('x', '', 'xtime', 'Time'), hostile),
);
const ltsv = fc
  .tuple(fc.array(label, { maxLength: 5 }), iso, status, took, url)
  .map(([more, time, code, slow, path]) =>
    [
      ['time', time],
      ['status', code],
      ['reqtime', slow],
      ['uri', path],
      ['host', '203.0.113.9'],
      ...more,
    ]
      .map((pair) => pair.join(':'))
      .join('\t'),
  );

/** Whole lines, lines cut short, and lines with something amiss somewhere in them. */
function spoilt(lines: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const cut = fc.tuple(lines, fc.nat(160)).map(([line, length]) => line.slice(0, length));
  const pierced = fc
    .tuple(lines, fc.nat(120), hostile)
    .map(([line, at, more]) => line.slice(0, at) + more + line.slice(at));
  return fc
    .oneof({ weight: 8, arbitrary: lines }, cut, pierced, hostile)
    .map((line) => line.replaceAll('\n', ' '));
}

/** Of each format that SQL reads: logs that are mostly good. */
export const logs: Readonly<Record<string, fc.Arbitrary<Buffer>>> = {
  alb: logOf(fc.oneof(albLine, spoilt(clb.map((line) => `h2 ${line}`)))),
  clb: logOf(spoilt(clb)),
  cloudfront: logOf(
    fc.oneof({ weight: 9, arbitrary: spoilt(cloudfront) }, fc.constant('#Version: 1.0')),
  ),
  combined: logOf(spoilt(combined)),
  ltsv: logOf(spoilt(ltsv)),
};
