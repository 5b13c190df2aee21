import fc from 'fast-check';

const seconds = fc.integer({ min: 0, max: 900 }).map((ms) => (ms / 1000).toFixed(3));
const step = fc.oneof({ weight: 9, arbitrary: seconds }, fc.constant('-1'));
const status = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('200', '301', '404', '460', '499', '500', '502', '504', '561'),
  },
  fc.constantFrom('-', '', '20', '2000', '5xx', '000', '999', '+50', '٢٠٠'),
);
const time = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 0, max: 7200 })
      .map((s) =>
        new Date(Date.UTC(2026, 9, 3, 23, 30) + s * 1000).toISOString().replace('Z', '123Z'),
      ),
  },
  fc.constantFrom(
    '2026-02-29T10:00:00Z',
    '2024-02-29T23:59:59Z',
    '1900-02-29T00:00:00.0Z',
    '2000-02-29T00:00:00.0Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-10-04T24:00:00Z',
    '2026-10-04T00:60:00Z',
    '2026-10-04T00:00:60Z',
    '2026-10-04T00:00:00',
    '2026-10-04T00:00Z',
    '2026-10-04T00:00:00.Z',
    '2026-10-04 00:00:00Z',
    '2026-10-04T00:00:00+09:00',
    '1969-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '-',
    '',
  ),
);
const path = fc.constantFrom(
  '/',
  '/api/items',
  '/api/items/7',
  '/a"b',
  '/a\\"b',
  '/日本',
  '//',
  '',
);
const request = path.map((each) => `"GET https://www.example.com:443${each}?q=1 HTTP/2.0"`);
const tail = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(request, fc.constant('"Mozilla/5.0 (X11)" A B arn "Root=1"'))
      .map((all) => all.join(' ')),
  },
  fc.constantFrom(
    '',
    '"',
    '"GET "quoted" in "" quotes',
    '"- http://a:80- -" "-"',
    '"\\',
    '" "" """',
  ),
  fc.string(),
);

const fields = fc
  .tuple(
    fc.constantFrom('http', 'https', 'h2', 'wss', 'x', ''),
    time,
    fc.constantFrom('app/web/1', '-'),
    fc.constantFrom('203.0.113.9:5000', '[2001:db8::1]:443', '-', ''),
    fc.constantFrom('10.0.0.1:80', '-'),
    step,
    step,
    step,
    status,
  )
  .map((all) => all.join(' '));

const whole = fc.tuple(fields, tail).map(([head, rest]) => `${head} 200 34 366 ${rest}`);
const cut = fc.tuple(whole, fc.nat(160)).map(([line, length]) => line.slice(0, length));
const odd = fc.constantFrom(
  '',
  ' ',
  '\t \r',
  '\r',
  'garbage',
  '{"status":200}',
  'h2',
  'h2 ',
  '\u0000',
  '\ufeff',
  '#',
);

/** Lines of an ALB log: most are good, some are hostile. No newline inside. */
export const albLine = fc
  .oneof({ weight: 8, arbitrary: whole }, cut, odd)
  .map((line) => line.replaceAll('\n', ' '));

/** A whole log as bytes: lines end with LF or CRLF, the last perhaps with nothing; some bytes are not UTF-8. */
export const logOf = (lines: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n'), fc.boolean()), {
        maxLength: 30,
      }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([all, mark, open]) => {
      const parts = all.map(([line, end, raw]) =>
        Buffer.concat([Buffer.from(line), Buffer.from(raw ? [0xff, 0xc3] : []), Buffer.from(end)]),
      );
      const log = Buffer.concat([Buffer.from(mark ? [0xef, 0xbb, 0xbf] : []), ...parts]);
      return open ? log.subarray(0, Math.max(0, log.length - 1)) : log;
    });

export const albLog = logOf(albLine);
