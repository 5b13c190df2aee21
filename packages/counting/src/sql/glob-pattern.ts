import type { Alphabet } from './dialect.ts';

/** The regular expression that fits what the path pattern fits (see `compileGlob`). */
export function globPattern(glob: string, { exactly, character }: Alphabet): string {
  const parts = glob
    .split(/(\*+|\?)/)
    .map((part) => (part === '?' ? character : part.startsWith('*') ? '[\\s\\S]*' : exactly(part)));
  return `\\A${parts.join('')}\\z`;
}
