/** The keys in a file, public or secret, as `age-keygen` writes it: one in a line, but for lines that begin with `#`. */
export function keysIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
