import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommandReader } from './prompts.ts';
import { createSafeWriter } from './safe.ts';
import { createScreenLines } from './screen-lines.ts';

const esc = '\u001b';

function linesOf(...pieces: readonly string[]): string[] {
  const screen = createScreenLines();
  return [...pieces.flatMap((piece) => screen.push(piece)), ...screen.end()];
}

function commandsOf(lines: readonly string[]): string[] {
  const read = createCommandReader();
  return lines.flatMap((line) => read(line) ?? []);
}

const played = (text: string) => createSafeWriter().push(text);

describe('lines of a screen', () => {
  it.each([
    ['a letter that was taken back', 'lsx\b \b\r\n', ['ls']],
    ['a line that was written over', '10%\r20%\r\n', ['20%']],
    ['a line that a shell erased and drew anew', `$ rm${esc}[2D${esc}[Kls\r\n`, ['$ ls']],
    ['letters that were put in and taken out', `abc${esc}[3D${esc}[1@X${esc}[1P\r\n`, ['Xbc']],
    ['colours', `${esc}[1;31mred${esc}[0m\r\n`, ['red']],
    ['an editor', `$ vi\r\n${esc}[?1049hTEXT\r\n$ fake\r\n${esc}[?1049l$ id\r\n`, ['$ vi', '$ id']],
    ['a title without an end', `${esc}]0;never\n$ id\r\n`, ['', '$ id']],
  ])('are what it showed of %s', (_, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('are the same however the text was cut', () => {
    const text = `$ l${esc}[1;3Ds${esc}]52;c;eA==\u0007\b\r\n${esc}[?1049hx${esc}[?1049l関所\r\n`;
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(linesOf(...pieces)).toEqual(linesOf(text));
      }),
      { numRuns: 50 },
    );
  });

  it('take no memory or time out of proportion', () => {
    const began = performance.now();
    const longest = linesOf(`${esc}[9999C`.repeat(9000), 'x'.repeat(90_000), '\n');
    expect(longest[0]?.length).toBeLessThan(4097);
    for (const piece of [`${esc}[1;`, `${esc}]`, `${esc}[9999@`, esc, '\u009d', `\u009dx${esc}`]) {
      linesOf(piece.repeat(9000));
      played(piece.repeat(9000));
    }
    expect(performance.now() - began).toBeLessThan(8000);
  });
});

describe('commands of a screen', () => {
  it.each([
    ['sh-5.2$ ls -la', 'ls -la'],
    ['bash-5.1# id', 'id'],
    ['hanako@ip-10-0-0-1:~/work$ psql -h db', 'psql -h db'],
    ['[hanako@ip-10-0-0-1 work]$ make', 'make'],
    ['(venv) hanako@host:~$ pip list', 'pip list'],
    ['$ uptime', 'uptime'],
  ])('stand after the prompt of %s', (line, command) => {
    expect(commandsOf([line])).toEqual([command]);
  });

  it('are none in a file that is shown, whose lines look like another prompt’s', () => {
    const lines = ['hanako@host:~$ cat README', '$ make install', 'sh-5.2$ rm -rf /', '# comment'];
    expect(commandsOf(lines)).toEqual(['cat README']);
  });

  it('are none of an empty prompt, and none where no prompt is known', () => {
    expect(commandsOf(['$', '$ ', 'mysql> select 1;', '100% done'])).toEqual([]);
  });
});

describe('what is played', () => {
  it('moves, erases and colours, and nothing else', () => {
    const kept = `${esc}[31mred${esc}[0m${esc}[2J${esc}[10;5H${esc}[?25l\r\n`;
    expect(played(kept)).toBe(kept);
    const taken = [
      `${esc}]0;title\u0007`,
      `${esc}]52;c;ZXZpbA==${esc}\\`,
      `${esc}P+q544e${esc}\\`,
      ...[`${esc}[6n`, `${esc}[c`, `${esc}[>c`, `${esc}[21t`, `${esc}[?1000h`, `${esc}[?2004h`],
      ...[`${esc}c`, '\u0007', '\u0005', '\u009b6n', `${esc}[99999999C`],
    ];
    expect(played(taken.join(''))).toBe('');
  });

  it('is harmless whatever was recorded', () => {
    const bytes = fc.array(
      fc.oneof(
        fc.constantFrom(
          esc,
          '[',
          ']',
          '\u009d',
          '\u0090',
          '\u0007',
          '\\',
          '?',
          ';',
          '52',
          'n',
          'c',
        ),
        fc.string({ maxLength: 3, unit: 'binary' }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(bytes, (pieces) => {
        const writer = createSafeWriter();
        const shown = pieces.map((piece) => writer.push(piece)).join('');
        const rest = shown.replaceAll(/\u001b\[[0-9;:?]*[@ABCDEFGHJKLMPSTXZ`abdefhlmrsu]/g, '');
        expect(rest).not.toMatch(/[\u0000-\u0007\u000e-\u001f\u007f-\u009f]/);
      }),
      { numRuns: 200 },
    );
  });
});
