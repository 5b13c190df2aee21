import type { AttributeDiff, DiffLine, Shown } from '@sekisho/terraform-plan';
import type { Language } from '@sekisho/words/language';
import { planWordsIn, valueWords } from '@sekisho/words/plan';
import { displayWidth, truncate } from '@sekisho/words/width';
import { cleanExact, cleanLine } from '../../print/clean.ts';
import type { Colour, Style } from '../../print/style.ts';

const indent = '    ';

/** One attribute: its values beside each other, or line by line. */
export function attributeText(attribute: AttributeDiff, style: Style): string {
  const { path, before, after, forcesReplace, lines } = attribute;
  const words = planWordsIn(style.language);
  const forced = forcesReplace ? `  # ${words.forces}` : '';
  if (lines !== null) {
    const shown = lines.map((line) => lineText(line, style)).join('');
    return `${indent}${cleanLine(path)}:${style.paint(forced, 'red')}\n${shown}`;
  }
  const [was, is] = [valueText(before, style.language), valueText(after, style.language)];
  const values = before.kind === 'absent' ? is : `${was} -> ${is}`;
  return `${indent}${cleanLine(path)}: ${cleanExact(values)}${style.paint(forced, 'red')}\n`;
}

function valueText(value: Shown, language: Language): string {
  if (value.kind !== 'text') return valueWords[value.kind][language];
  return value.cut === 0 ? value.text : value.text + planWordsIn(language).cut(String(value.cut));
}

const lineColours: Readonly<Record<DiffLine['sign'], Colour | null>> = {
  ...{ '+': 'green', '-': 'red', '…': 'dim', '⋮': 'dim', ' ': null },
};

function lineText(line: DiffLine, style: Style): string {
  const { sign, cut = 0 } = line;
  const whole = `${indent}${indent}${cleanExact(saidOf(line, style.language))}`;
  const text = fitted(whole, cut, style);
  const colour = lineColours[sign];
  return `${colour === null ? text : style.paint(text, colour)}\n`;
}

function saidOf({ sign, text }: DiffLine, language: Language): string {
  const words = planWordsIn(language);
  if (sign === '…') return words.skipped(text);
  return sign === '⋮' ? words.unshown(text) : `${sign} ${text}`;
}

/**
 * A line is a line: what is too long for the terminal would look like one that was added. How many
 * characters of it are not shown stands at its end, with those that the plan's reading cut.
 */
function fitted(line: string, cut: number, { glyphs, width, language }: Style): string {
  const more = (count: number) => (count === 0 ? '' : planWordsIn(language).cut(String(count)));
  const whole = line + more(cut);
  if (!glyphs || displayWidth(whole) <= width) return whole;
  // Both end with the same mark; the room is that of the largest number.
  const room = width - displayWidth(more(cut + line.length)) + 1;
  const kept = truncate(line, room).slice(0, -1);
  return kept + more(cut + line.length - kept.length);
}
