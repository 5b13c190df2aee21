import type { AttributeDiff, DiffLine, Shown } from '@sekisho/terraform-plan';
import type { Language } from '@sekisho/words/language';
import { planWordsIn, valueWords } from '@sekisho/words/plan';
import { truncate } from '@sekisho/words/width';
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
  ...{ '+': 'green', '-': 'red', '…': 'dim', ' ': null },
};

function lineText({ sign, text }: DiffLine, style: Style): string {
  const said = sign === '…' ? planWordsIn(style.language).skipped(text) : `${sign} ${text}`;
  // A line is a line: what is too long for the terminal would look like one that was added.
  const wide = `${indent}${indent}${cleanExact(said)}`;
  const line = style.glyphs ? truncate(wide, style.width) : wide;
  const colour = lineColours[sign];
  return `${colour === null ? line : style.paint(line, colour)}\n`;
}
