/** The parts of a subject that decide whose it is: bits, to be added up. */
export const part = { owner: 1, ownerId: 2, name: 4, id: 8, context: 16 } as const;

/** One place of a text that is looked for. */
export interface Place {
  /** The letters that it may be. */
  readonly letters: RegExp | string;
  /** Whether it may be left out and may be many letters. */
  readonly isRepeated: boolean;
  /** What it is a part of; 0 where that decides nothing. */
  readonly of: number;
}

/** Just this text. */
export function written(text: string, of = 0): readonly Place[] {
  return text.split('').map((letters) => ({ letters, isRepeated: false, of }));
}

/** Any text of such letters, at least one. */
export function chosen(letters: RegExp, of = 0): readonly Place[] {
  return [
    { letters, isRepeated: false, of },
    { letters, isRepeated: true, of },
  ];
}

/** Places as a pattern, wider than they are: a wildcard for whatever may be different letters. */
export function outlineOf(places: readonly Place[]): string {
  return places.map(({ letters }) => (typeof letters === 'string' ? letters : '*')).join('');
}

/** Any text that a pattern fits; only what its wildcards leave open counts as a part. */
export function fitting(pattern: string, letters: RegExp, of = 0): readonly Place[] {
  return pattern
    .split('')
    .flatMap((sign) =>
      sign === '*' || sign === '?' ? [{ letters, isRepeated: sign === '*', of }] : written(sign),
    );
}
