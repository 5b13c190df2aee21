const kanjiDigits = '〇一二三四五六七八九';

/** Folds full-width characters and kanji numbers into the ASCII that the parsers read: `１時間` → `1時間`, `三十分` → `30分`. */
export function foldDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〇一二三四五六七八九十]+(?=\s*(?:秒|分|時|日|週))/g, kanjiNumber)
    .trim();
}

function kanjiNumber(word: string): string {
  const match = /^([一二三四五六七八九]?)(十?)([〇一二三四五六七八九]?)$/.exec(word);
  if (match === null) return word;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return first !== '' && last !== '' ? word : String(digit(first + last));
  return String((first === '' ? 1 : digit(first)) * 10 + (last === '' ? 0 : digit(last)));
}

function digit(character: string): number {
  return kanjiDigits.indexOf(character);
}
