/*
 * What a reader cannot see, or sees in another order than it stands: control characters, joiners and
 * other format characters, bidirectional controls, fillers, variation selectors, private use, tags.
 */
const unseen =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/gu;
/** Nearly every text: what is asked first, for it is quick. */
const plain = /^[\n\t -~]*$/;
const unseenInText =
  /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point})/gu;

/*
 * Names of a plan are ASCII, but keys of `for_each` may be anything. Characters of the languages that
 * our readers write stay; those that pass for a Latin letter or mark (Cyrillic, Greek, full-width,
 * mathematical ones) do not.
 */
const lookalike =
  /[^\u0020-\u007e\u00c0-\u00ff\u3001-\u3003\u3005\u3007\u300c-\u300f\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u30fb]|[\uff01-\uff5e]/gu;

function written(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A name in which everything that could deceive stands as its code, such as `\u{202e}`. */
export function visibleName(name: string, longest = 400): string {
  const safe = name.replace(unseen, written).replace(lookalike, written);
  return safe.length <= longest ? safe : `${safe.slice(0, longest - 1)}…`;
}

/** Whether a name holds anything that could deceive. */
export function deceives(name: string): boolean {
  return name.search(unseen) >= 0 || name.search(lookalike) >= 0;
}

/** Text of a value: line breaks and tabs stay, what cannot be seen stands as its code. */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replace(unseenInText, written);
}
