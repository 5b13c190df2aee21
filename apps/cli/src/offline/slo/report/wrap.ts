import { displayWidth } from '@sekisho/words/width';

/** Breaks text into lines of at most so many cells, each indented; Japanese may break anywhere. */
export function wrap(text: string, width: number, indent: string): string {
  const room = Math.max(width - displayWidth(indent), 20);
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(
    /(?<=[ 、。：])|(?<=[\u3041-\u30ff\u4e00-\u9fff])(?=[\u3041-\u30ff\u4e00-\u9fff])/u,
  )) {
    if (displayWidth(line + piece.trimEnd()) > room && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].map((one) => `${indent}${one}`).join('\n');
}
