import type { Ids } from '../../platform/ids.ts';

/** Consonants alone: they spell no word, and none is taken for a digit. RFC 8628, section 6.1. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** What a person compares and types: eight letters, one of 25 thousand million. */
export function newUserCode(ids: Ids): string {
  const taken: string[] = [];
  while (taken.length < 8) {
    for (const byte of ids.bytes(16)) {
      // Bytes past the last whole round would make some letters likelier.
      if (byte < 240 && taken.length < 8) taken.push(letters[byte % letters.length] ?? '');
    }
  }
  return `${taken.slice(0, 4).join('')}-${taken.slice(4).join('')}`;
}

/** A code as it is compared, however it was typed. */
export function readUserCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, 40);
}
