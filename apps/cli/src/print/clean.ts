/*
 * Text from elsewhere (a reason, a name, an error) must not command the terminal: escape
 * sequences could hide a line, retitle the window or answer for the reader, and bidirectional
 * controls could show a line in another order than it has.
 */
const escapes =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of one line that is safe to show: no escape sequence, control character or line break. */
export function cleanLine(text: string): string {
  return cleanExact(text.replace(escapes, '').replace(/\s+/g, ' ')).trim();
}

/** The same for text whose spaces count, such as a command to copy. */
export function cleanExact(text: string): string {
  return text
    .replace(escapes, '')
    .replace(/[\t\n\v\f\r]+/g, ' ')
    .replace(controls, '');
}

/** JSON of the same value in which no control character stands as itself. */
export function cleanJson(value: unknown): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replace(
    // Line breaks of the layout stay; JSON itself escapes the rest of C0.
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
