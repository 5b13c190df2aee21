/** A control sequence, its final byte, or one character. */
const parts =
  /\u001b(?:\[[0-?]*[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)|([^\u001b])/gsu;

/** What a line that was typed and taken back shows in the end: enough of a terminal to find a command on it. */
export function plainOf(written: string): string {
  const done: string[] = [];
  let line: string[] = [];
  let column = 0;
  for (const [, final, character] of written.matchAll(parts)) {
    if (final === 'K') line.length = Math.min(line.length, column);
    if (character === undefined) continue;
    if (character === '\n') {
      done.push(line.join(''));
      line = [];
      column = 0;
    } else if (character === '\r') column = 0;
    else if (character === '\b') column = Math.max(0, column - 1);
    else if (character >= ' ') {
      line[column] = character;
      column += 1;
    }
  }
  return [...done, line.join('')].join('\n');
}

/** Without what a shell takes away before a program sees its words: quotes, backslashes, more than one blank. */
export function wordsOf(text: string): string {
  return text.replace(/["'\\]/g, '').replace(/[ \t]+/g, ' ');
}
