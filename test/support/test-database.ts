/** What this run's tests keep their rows in; a test asks for it by `inject('database')`. */
export type TestDatabase =
  /** In the test's own process. */
  | { readonly kind: 'pglite' }
  /** A server shared by the run: make a database of your own on it, by connecting to `url`. */
  | { readonly kind: 'postgres'; readonly url: string };
