// Whole escape sequences, so that no `[31m` remains of one.
const escapes = /[\u001b\u009b]\[?[0-9;?]*[ -/]*[@-~]/gu;
// Terminal escapes, other control characters, and characters that turn the reading direction around.
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Makes free text one harmless line: no escapes, no line breaks, no reversed reading direction. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(escapes, '')
    .replace(unsafe, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
