import { expect, it } from 'vitest';
import { createAuditReader } from './reader.ts';

/** A record as a server sends it. */
function sent(record: string, more: object = {}): string {
  return JSON.stringify({ by: 'audisp-syslog', unit: 'auditd.service', message: record, ...more });
}

const call = (serial: number, key = 'sekisho-command', more = 'success=yes') =>
  `type=SYSCALL msg=audit(1770000000.123:${serial}): arch=c000003e syscall=59 ${more} exe="/usr/bin/env" key="${key}"\u001dUID="hanako"`;
const words = (serial: number, text: string) =>
  `type=EXECVE msg=audit(1770000000.123:${serial}): ${text}`;
const end = (serial: number) =>
  `type=PROCTITLE msg=audit(1770000000.123:${serial}): proctitle=6C73`;

function read(...records: readonly string[]): string[] {
  const reader = createAuditReader();
  const seen = [...records.flatMap((record) => reader.push(record)), ...reader.end()];
  return seen.map(({ text }) => text);
}

it('puts the records of calls together by their number, though they come in between each other', () => {
  const records = [
    call(1),
    call(2),
    words(2, 'argc=1 a0="id"'),
    words(1, 'argc=2 a0="ls" a1="-l"'),
  ];
  expect(read(...[...records, end(2), end(1)].map((record) => sent(record)))).toEqual([
    'id',
    'ls -l',
  ]);
});

it.each([
  [
    'blanks and Japanese in hexadecimal digits',
    'argc=2 a0="echo" a1=E996A2E68980202F',
    "echo '関所 /'",
  ],
  ['a long argument in pieces', 'argc=2 a0="cat" a1_len=4 a1[0]="ab" a1[1]="cd"', 'cat abcd'],
  ['quotes', 'argc=2 a0="sh" a1=2D6327', String.raw`sh '-c'\'''`],
  ['arguments that were lost', 'argc=3 a0="ls" a1="-l"', 'ls -l …'],
])('reads %s', (_, text, shown) => {
  expect(read(sent(call(1)), sent(words(1, text)), sent(end(1)))).toEqual([shown]);
});

it('tells a call without its arguments by its program, and one that failed not at all', () => {
  expect(read(sent(call(1)))).toEqual(['/usr/bin/env …']);
  expect(read(sent(call(1, 'sekisho-command', 'success=no')), sent(end(1)))).toEqual([]);
});

it('tells a record that comes twice once', () => {
  const records = [call(1), words(1, 'argc=1 a0="id"'), end(1)].map((record) => sent(record));
  expect(read(...records, ...records)).toEqual(['id']);
});

it('believes no record that a program wrote itself', () => {
  const forged = [call(1), words(1, 'argc=1 a0="id"'), end(1)];
  expect(read(...forged.map((record) => sent(record, { unit: 'session-3.scope' })))).toEqual([]);
  expect(read(...forged.map((message) => JSON.stringify({ message })))).toEqual([]);
  expect(read(...forged, 'not json', '{"message":"msg=audit("}')).toEqual([]);
});

it('finds where ports were forwarded to, and leaves out what the worker itself needs', () => {
  const reader = createAuditReader();
  const connects = [
    '020015380A00020A0000000000000000', // 10.0.2.10:5432
    '020001BB0A00020A0000000000000000', // HTTPS: Session Manager's own channel
    '02000050A9FEA9FE0000000000000000', // the metadata service
    '0A000CEA0000000020010DB800000000000000000000000100000000', // [2001:db8::1]:3306
    '01002F746D702F78', // a socket of the file system
  ];
  for (const [index, saddr] of connects.entries()) {
    reader.push(sent(call(index, 'sekisho-forward', 'success=no exit=-115')));
    reader.push(sent(`type=SOCKADDR msg=audit(1770000000.123:${index}): saddr=${saddr}`));
  }
  expect(reader.forwardedTo().map(({ host, port }) => `${host} ${port}`)).toEqual([
    '10.0.2.10 5432',
    '2001:db8::1 3306',
  ]);
});
