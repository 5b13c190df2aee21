import { describe, expect, it } from 'vitest';
import { countBytes, unparsedOf } from '../../test/count-bytes.ts';
import type { Condition, Sli } from '../sli/declaration.ts';
import { defaultSli } from '../sli/declaration.ts';
import { decimalOf } from './decimal.ts';
import { latencyUnits } from './field-map.ts';
import { guessFormat } from './guess-format.ts';

/** One request in every format: 2026-10-04T00:01:02Z, 503, 0.300 s, GET https://www.example.com/api/items. */
const samples = {
  alb: 'https 2026-10-04T00:01:02.000000Z app/w/1 203.0.113.9:5000 10.0.0.1:80 0.100 0.199 0.001 503 503 1 2 "GET https://www.example.com:443/api/items?q=1 HTTP/1.1" "curl/8" - - arn "Root=1"',
  clb: '2026-10-04T00:01:02.000000Z my-lb 203.0.113.9:5000 10.0.0.1:80 0.100000 0.199999 0.000001 503 503 0 29 "GET https://www.example.com:443/api/items?q=1 HTTP/1.1" "curl/8" - -',
  cloudfront:
    '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query x-host-header time-taken\n2026-10-04\t00:01:02\tNRT57\t1045\t203.0.113.9\tGET\td111.cloudfront.net\t/api/items\t503\t-\tcurl/8\tq=1\twww.example.com\t0.300',
  combined:
    '203.0.113.9 - user [04/Oct/2026:09:01:02 +0900] "GET https://www.example.com/api/items?q=1 HTTP/1.1" 503 2326 "-" "curl/8" 0.300',
  ltsv: 'host:203.0.113.9\ttime:[04/Oct/2026:09:01:02 +0900]\tstatus:503\treqtime:0.300\tmethod:GET\turi:/api/items?q=1\tvhost:www.example.com\tua:curl/8',
  jsonl:
    '{"time":"2026-10-04T09:01:02+09:00","status":503,"request_time":0.3,"method":"GET","path":"/api/items?q=1","host":"www.example.com","client":"203.0.113.9","user_agent":"curl/8"}',
};
const minute = Date.UTC(2026, 9, 4, 0, 1) / 60_000;
const bad = [{ minute, good: 0, bad: 1, excluded: 0 }];
const all = Object.entries(samples);
const slow = (slowerThan: number): Sli => ({ goodWhen: { not: { slowerThan } } });
const matching = (
  field: 'path' | 'host' | 'method' | 'client' | 'agent',
  pattern: string,
): Condition => ({
  field,
  matches: [pattern],
});

describe.each(all)('a %s log', (format, sample) => {
  const count = (text: string, sli: Sli = defaultSli) =>
    countBytes(Buffer.from(text), { sli, format });

  it('is counted by its UTC minute and status, with LF, CRLF and a last line without an end', () => {
    for (const text of [sample, `${sample}\n`, `${sample.replaceAll('\n', '\r\n')}\r\n\r\n`]) {
      expect(count(text)).toMatchObject({ lines: 1, unparsed: [], minutes: bad });
    }
    const other = `${sample}\n${sample.replaceAll('503', '499')}`;
    expect(count(other).minutes).toEqual([{ minute, good: 1, bad: 1, excluded: 0 }]);
  });

  it('is judged by its latency exactly', () => {
    expect(count(sample, slow(299_999)).minutes[0]).toMatchObject({ bad: 1 });
    expect(count(sample, slow(300_000)).minutes[0]).toMatchObject({ good: 1 });
  });

  it('is filtered by path without query, host, method, client and agent', () => {
    const filter: Condition = {
      all: [
        matching('path', '/api/items'),
        matching('host', 'www.example.com'),
        matching('method', 'GET'),
        matching('client', '203.0.113.9'),
        matching('agent', 'curl/?'),
      ],
    };
    // A relative request names no host.
    expect(count(sample, { ...defaultSli, filter }).minutes).toEqual(bad);
    const other = { ...defaultSli, filter: matching('path', '/api/item') };
    expect(count(sample, other)).toMatchObject({ lines: 1, minutes: [] });
  });

  it('is counted the same in chunks of any length', () => {
    const bytes = Buffer.from(`${sample}\n${sample}\n\n${sample}`);
    const whole = countBytes(bytes, { format });
    for (let length = 1; length < 40; length += 1) {
      const cuts = Array.from({ length: Math.ceil(bytes.length / length) }, () => length);
      expect(countBytes(bytes, { format, cuts })).toEqual(whole);
    }
  });

  it('names why a line cannot be counted, and never throws at one', () => {
    const hostile = [
      'x',
      '"',
      '[',
      '[[]',
      '\t\t',
      ':',
      '{',
      '{}',
      '[]',
      '\u0000',
      '{"time":{}}',
      '"""',
      ' [ "',
    ];
    const cuts = Array.from({ length: sample.length }, (_, length) => sample.slice(0, length));
    const last = sample.lastIndexOf('\n') + 1;
    for (const text of [...hostile, ...cuts.slice(last)]) {
      const found = count(sample.slice(0, last) + text);
      const counted = found.minutes.reduce((sum, each) => sum + each.good + each.bad, 0);
      expect(counted + unparsedOf(found)).toBe(found.lines);
    }
    const lost = count(sample.replace('503', '5x3'));
    expect(lost.unparsed.length === 1 || format === 'alb' || format === 'clb').toBe(true);
  });

  it('is told from the other formats by its beginning', () => {
    expect(guessFormat(Buffer.from(`${sample}\n`))?.name).toBe(format);
    expect(guessFormat(Buffer.from(`${sample}\nsomething else\n`))).toBeNull();
  });
});

describe('other shapes of lines', () => {
  const one = (format: string, text: string) => countBytes(Buffer.from(text), { format });

  it.each([
    ['combined', '::1 - - [04/Oct/2026:00:01:59 +0000] "GET /a"b" c HTTP/1.0" 500 -'],
    ['combined', '::1 - - [04/Oct/2026:00:01:00 +0000] "-" 500 0 "-" "a \\" 200 b"'],
    ['combined', '::1 - - [04/Oct/2026:00:01:00 +0000] "GET /\\" 200 1" 500 0 "-" "a"'],
    ['combined', '::1 - - [04/Oct/2026:00:01:00 +0000] "GET /\\\\" 500 0 "\\" 200 1" "a"'],
    ['combined', '::1 - - [04/Oct/2026:00:01:00 +0000] "GET /\\" 500 0 "-" "a"'],
    ['combined', '::1 - [::1] - a[b [04/Oct/2026:00:01:00 +0000] "GET / HTTP/1.1" 500 0'],
    [
      'cloudfront',
      '2026-10-04\t00:01:02\tNRT\t1\t::1\tGET\tx\t/\t500\t-\t-\t-\t-\tError\tid\tx\thttps\t1\t0.1',
    ],
    ['ltsv', 'status:500\ttime:2026-10-03T15:01:00-09:00\tforwardedfor:a:b'],
    ['jsonl', '{"@timestamp":"2026-10-04 00:01:00.5Z","http":{"response":{"status_code":500}}}'],
    ['jsonl', '{"ts":1791072062.25,"status":"500"}'],
    ['jsonl', '{"ts":1791072062250,"res":{"statusCode":500}}'],
    ['jsonl', '{"status":200,"time":"2026-10-04T00:01:00Z","status":5e2}'],
  ])('counts a %s line: %s', (format, text) => {
    expect(one(format, text)).toMatchObject({ unparsed: [], minutes: bad });
  });

  it.each([
    '"-" "probe/1"',
    '"-" "probe/1" "203.0.113.9, 10.0.0.1"',
    '"http://a/\\" \\"other\\"" "probe/1" "-" "0.100"',
    '"a" b" "probe/1" 0.100',
  ])('finds the agent of a combined line in %s, whatever follows it', (rest) => {
    const line = `::1 - - [04/Oct/2026:00:01:00 +0000] "GET / HTTP/1.1" 200 0 ${rest}\n`;
    const sli: Sli = { goodWhen: { field: 'agent', matches: ['probe/1'] } };
    const counted = countBytes(Buffer.from(line), { format: 'combined', sli });
    expect(counted.minutes).toMatchObject([{ good: 1, bad: 0 }]);
  });

  it.each([
    ['combined', '::1 - - [04/Okt/2026:00:01:59 +0000] "GET / HTTP/1.0" 500 -', 'time'],
    ['combined', '::1 - - [31/Apr/2026:00:01:59 +0000] "GET / HTTP/1.0" 500 -', 'time'],
    ['combined', '::1 - - [04/Oct/2026:00:01:59 +0000] "GET / HTTP/1.0" - -', 'status'],
    [
      'clb',
      '2026-10-04T00:01:02Z lb 1.1.1.1:1 2.2.2.2:2 0.1 0.1 0.1 - - 1 2 "- - - " "-" - -',
      'status',
    ],
    ['ltsv', 'time:2026-10-04T00:01:00\tstatus:200', 'time'],
    ['ltsv', 'time:2026-10-04T00:01:00Z', 'status'],
    ['jsonl', '[1]', 'json'],
    ['jsonl', '{"status":200}', 'time'],
    ['jsonl', '{"time":"2026-10-04T00:01:00Z","status":20}', 'status'],
    ['jsonl', '{"time":"2026-10-04T00:01:00Z","status":[500]}', 'status'],
    ['jsonl', '{"time":{"toString":0,"valueOf":0},"status":200}', 'time'],
    // Its last byte in ISO 8859-1 would be the digit 1.
    ['jsonl', '{"time":"2026-10-04T00:0\u0131:00Z","status":200}', 'time'],
  ])('says why a %s line is not counted: %s', (format, text, reason) => {
    expect(one(format, text).unparsed).toMatchObject([{ reason, count: 1 }]);
  });
});

describe('durations of JSON lines', () => {
  it.each([
    ['{"responseTime":301}', true],
    ['{"responseTime":300}', false],
    ['{"duration":0.301,"responseTime":1}', true],
    ['{"latency":null,"duration":0.3}', false],
  ])('are in the unit of their name: %s', (more, isSlow) => {
    const line = JSON.stringify({ ts: 1_791_072_062, status: 200, ...JSON.parse(more) });
    const sli: Sli = { goodWhen: { not: { slowerThan: 300_000 } } };
    const [minute] = countBytes(Buffer.from(line), { format: 'jsonl', sli }).minutes;
    expect(minute?.bad).toBe(isSlow ? 1 : 0);
  });
});

describe('durations of LTSV', () => {
  it.each([
    ['ms', '2.007', 2007],
    ['ms', '2.0071', 2008],
    ['ns', '2007000', 2007],
    ['ns', '2007001', 2008],
    ['us', '999999999999999', 999_999_999_999_999],
  ] as const)('are the microseconds, rounded up, of %s: %s', (unit, text, expected) => {
    expect(decimalOf(Buffer.from(text), 0, text.length, latencyUnits[unit])).toBe(expected);
  });
});
