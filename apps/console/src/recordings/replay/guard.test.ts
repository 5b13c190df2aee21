import { Terminal } from '@xterm/xterm';
import { expect, it } from 'vitest';
import { guard } from './guard.ts';

function guarded() {
  const terminal = new Terminal({ cols: 20, rows: 5, allowProposedApi: false });
  guard(terminal);
  const heard: string[] = [];
  terminal.onData((data) => heard.push(data));
  terminal.onBinary((data) => heard.push(data));
  terminal.onTitleChange((title) => heard.push(title));
  const write = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve));
  const line = (row: number) => terminal.buffer.active.getLine(row)?.translateToString(true);
  return { write, line, heard, terminal };
}

const hostile = [
  ...['\u001b[c', '\u001b[>c', '\u001b[=c', '\u001b[5n', '\u001b[6n', '\u001b[?6n'],
  ...['\u001b[18t', '\u001b[21t', '\u001b[8;900;900t', '\u001b[?1$p', '\u001b[4$p', '\u001b[?u'],
  ...['\u001bP$qm\u001b\\', '\u001bP+q544e\u001b\\', '\u001b]0;pwned\u0007', '\u001b]2;p\u001b\\'],
  ...['\u001b]10;?\u0007', '\u001b]11;?\u0007', '\u001b]4;1;?\u0007', '\u001b]52;c;?\u0007'],
  ...['\u001b]52;c;cm0gLXJmIC8=\u0007', '\u001b]8;;https://evil.example/\u0007'],
  ...['\u001b[?1000h', '\u001b[?1003;1006h', '\u001b[?1004h'],
];

it.each(hostile)('answers nothing, listens for nothing and names nothing: %j', async (sequence) => {
  const { write, line, heard, terminal } = guarded();
  await write(`a${sequence}b`);
  expect(heard).toEqual([]);
  expect(line(0)).toBe('ab');
  expect(terminal.modes.mouseTrackingMode).toBe('none');
  expect(terminal.modes.sendFocusMode).toBe(false);
  expect([terminal.cols, terminal.rows]).toEqual([20, 5]);
});

it.each(['b', 'I', 'Z', 'L', 'M', 'S', 'T'])(
  'does not do %s as often as a recording wishes',
  async (final) => {
    const { write, line } = guarded();
    const begun = performance.now();
    await write(`x\u001b[2147483647${final}y`);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(line(0)).toMatch(/^x *y$/);
  },
);

it('draws what programs draw: colours, places, erasing, lines, the other screen', async () => {
  const { write, line } = guarded();
  await write('one\r\n\u001b[31mtwo\u001b[m\r\n-\u001b[4b\r\n\u001b[1;1H\u001b[2Lnew');
  expect([0, 1, 2, 3, 4].map(line)).toEqual(['new', '', 'one', 'two', '-----']);
  await write('\u001b[?1049h\u001b[Htop');
  expect(line(0)).toBe('top');
  await write('\u001b[?1049l');
  expect(line(2)).toBe('one');
});
