import fc from 'fast-check';

export const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: usual }, odd);
export const hostile = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '"',
    '""',
    ' ',
    ':',
    '\\',
    '\u0000',
    '\r',
    '日',
    '?',
    '#',
    '://',
    '[',
    ']',
  ),
  fc.string({ maxLength: 6 }),
);
const seconds = fc.constantFrom('0.100', '0.3', '0.300000', '0.3000001', '12', '1.5', '0.2999999');
const oddSeconds = fc.constantFrom(
  '-',
  '-1',
  '',
  '.5',
  '1.',
  '1e3',
  '1234567890.1',
  '0.1.2',
  '٣.٠',
  '+1',
);
export const took = mostly(seconds, oddSeconds);
export const status = mostly(
  fc.constantFrom('200', '301', '404', '499', '500', '503', '000', '999'),
  fc.constantFrom('', '-', '20', '2000', '5xx', '٢٠٠', ' 200', '-20'),
);
export const method = mostly(fc.constantFrom('GET', 'POST', '-'), hostile);
export const url = mostly(
  fc.constantFrom(
    '/',
    '/api/items?q=1',
    '/api/items/7#x',
    'https://www.example.com:443/api/items?q=1',
    'http://www.example.com/a"b',
    'https://[2001:db8::1]:443/日',
    'wss://a:b:80?x',
    '://x/y',
    'a/b?u=http://c/d',
    'http://:80/',
    'http://a:/b#c?d',
    'http:///x',
    '*',
    '/a""',
    '/\\" 200 1',
    '/\\\\" 404 1',
    '/" 301 1',
  ),
  hostile,
);
export const agent = mostly(
  fc.constantFrom('Mozilla/5.0 (X11)', 'curl/8', '-', 'a "quoted" b', 'x\\"y', 'a" b', '"'),
  hostile,
);
export const client = mostly(
  fc.constantFrom('203.0.113.9:5000', '[2001:db8::1]:443', '::1', ':443', 'a:', 'a::', '-'),
  hostile,
);
export const request = fc
  .tuple(method, url, fc.constantFrom(' HTTP/1.1', ' HTTP/2.0', '', ' ', ' a b'))
  .map(([verb, target, version]) => `${verb} ${target}${version}`);

const second = fc
  .integer({ min: 0, max: 7200 })
  .map((s) => new Date(Date.UTC(2026, 1, 28, 23, 30) + s * 1000));
const zone = mostly(
  fc.constantFrom('+0000', '+0900', '-0330', '+1559'),
  fc.constantFrom('+1600', '0900', '+0960', '+٠٩00'),
);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const apacheDay = mostly(
  second.map((at) => `${at.toISOString().slice(8, 10)}/${months[at.getUTCMonth()] ?? ''}/2026`),
  fc.constantFrom(
    '29/Feb/2024',
    '29/Feb/2026',
    '29/Feb/2000',
    '29/Feb/1900',
    '31/Apr/2026',
    '31/Dec/2026',
    '01/Jan/1970',
    '01/Mar/0400',
    '00/Jan/2026',
    '04/Okt/2026',
    '4/Oct/2026',
  ),
);
export const clock = mostly(
  second.map((at) => at.toISOString().slice(11, 19)),
  fc.constantFrom('24:00:00', '23:60:00', '23:59:60', '23:59', '00:00:00'),
);
export const apache = fc
  .tuple(apacheDay, clock, zone)
  .map(([day, time, offset]) => `${day}:${time} ${offset}`);
export const isoDay = mostly(
  second.map((at) => at.toISOString().slice(0, 10)),
  fc.constantFrom(
    '2024-02-29',
    '2026-02-29',
    '2026-13-01',
    '2026-12-31',
    '1969-12-31',
    '0001-01-01',
    '2026-1-01',
  ),
);
const fraction = fc.constantFrom('', '.5', '.123456789', '.');
const isoZone = mostly(
  fc.constantFrom('Z', '+09:00', '-0330'),
  fc.constantFrom('', 'z', '+9', '+09:60', ' Z'),
);
export const iso = fc
  .tuple(isoDay, fc.constantFrom('T', 'T', ' ', 't'), clock, fraction, isoZone)
  .map((parts) => parts.join(''));
export const unix = fc.constantFrom(
  '1791072062',
  '1791072062.25',
  '1791072062.',
  '1791072062250',
  '1791072062250123',
  '1791072062250123999',
  '17910720622',
  '-1791072062',
  '1791072062x',
);
