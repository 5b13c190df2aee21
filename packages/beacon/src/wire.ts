/*
 * What the beacon sends: short names, since it is sent from phones. Read by `readBeacon` of
 * @sekisho/counting. No query string, no body, no cookie and no name of a person is ever in it.
 */

/** One request of the page, as its user lived it. */
export interface Happened {
  /** When it was made, in milliseconds of `performance.now()`; sent as an age, since clocks of pages are wrong. */
  at: number;
  /** Route: a path without what tells one user from another. */
  r: string;
  /** Method. */
  m: string;
  /** HTTP status; 0 when no answer came. */
  s: number;
  /** Milliseconds until the answer began. */
  d: number;
  /** 1: the page itself let go of it, or the device was offline. It counts for nothing. */
  x?: 1;
  /** Name of the GraphQL operation. */
  o?: string;
  /**
   * What the GraphQL answer held: `f`ull data, `n`ull, none (`-`) or no GraphQL at all (`?`); and of
   * each error its codes and statuses, joined by `|`, with `@` where it names a place in the document alone.
   */
  g?: [data: 'f' | 'n' | '-' | '?', codes: string[]];
}

/** One sending. The same page and number is the same sending, however often it comes. */
export interface Sending {
  v: 1;
  /** This page, until it is loaded again: random. */
  p: string;
  /** Number of the sending, from 0. */
  n: number;
  /** Share of pages that report at all, 0 to 1. */
  q: number;
  e: (Omit<Happened, 'at'> & { a: number })[];
}
