/** Told of every change to a row; `before` or `after` is undefined when there is none. */
export type Watcher<Row> = (key: string, before: Row | undefined, after: Row | undefined) => void;

/** Rows by key. Rows are never changed in place, so that indexes and the journal miss nothing. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #watchers: Watcher<Row>[] = [];

  watch(watcher: Watcher<Row>): void {
    this.#watchers.push(watcher);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  put(key: string, row: Row): void {
    const before = this.#rows.get(key);
    this.#rows.set(key, row);
    for (const watcher of this.#watchers) watcher(key, before, row);
  }

  drop(key: string): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#rows.delete(key);
    for (const watcher of this.#watchers) watcher(key, before, undefined);
  }

  values(): IterableIterator<Row> {
    return this.#rows.values();
  }

  entries(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }

  get size(): number {
    return this.#rows.size;
  }
}
