/** The engines whose SQL can count what the scanner counts. */
export const engines = ['duckdb', 'clickhouse', 'athena'] as const;

export type Engine = (typeof engines)[number];

/** How regular expressions see a line: as its bytes, each shown as the character of that number, or as characters. */
export interface Alphabet {
  /** Any one byte of those that stand between a time and a request. */
  readonly anyByte: string;
  /** Any one character, as `?` in a pattern means it. */
  readonly character: string;
  /** A byte order mark. */
  readonly mark: string;
  /** The regular expression of a text itself: nothing in it is an operator, a quote or a control character. */
  readonly exactly: (text: string) => string;
}

/** One engine's way to say things. Every text that comes from outside goes through `literal` or `exactly`. */
export interface Dialect {
  readonly engine: Engine;
  readonly alphabet: Alphabet;
  /** A string, quoted. */
  readonly literal: (text: string) => string;
  /** The name of a table or column, quoted. */
  readonly identifier: (name: string) => string;
  /** The column that holds a line, as the text that the alphabet is about; never NULL. */
  readonly lineText: (column: string) => string;
  /**
   * `SELECT *` and one more column for each capture of the pattern, '' when it (or the pattern) does not fit.
   * @param step number of this step, for names that must not meet
   */
  readonly selectCaptures: (captures: Captures, from: string, step: number) => string;
  readonly matches: (column: string, pattern: string) => string;
  /** A column of decimal digits as a whole number of 64 bits; NULL when it is empty. */
  readonly integer: (column: string) => string;
  /** A column of a decimal number as the nearest double; NULL when it is empty. */
  readonly double: (column: string) => string;
  /** A whole number in decimal digits; NULL when it is NULL. */
  readonly digits: (sql: string) => string;
  /** The whole quotient of two numbers that are not negative. */
  readonly quotient: (dividend: string, divisor: number) => string;
}

/** What a regular expression takes out of a column: one new column for each of its groups, in their order. */
export interface Captures {
  readonly column: string;
  /** In the words that RE2 and Joni share. */
  readonly pattern: string;
  readonly names: readonly string[];
}
