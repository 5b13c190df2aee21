/** Words that a POSIX shell reads as they are. A leading `=` is left out: zsh expands it. */
const PLAIN = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/;

/** An argv array as one line that a POSIX shell splits into the same array. */
export function shellQuote(argv: readonly string[]): string {
  return argv.map(quote).join(' ');
}

function quote(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
