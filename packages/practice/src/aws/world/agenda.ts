/** Something that must happen at a time; `kind` names the table and `key` the row it concerns. */
export interface Appointment<Kind extends string> {
  readonly at: number;
  readonly kind: Kind;
  readonly key: string;
}

/**
 * Appointments in order of time (a binary heap). Rows that change leave stale
 * appointments behind: whoever takes one asks the row whether it is still due.
 */
export class Agenda<Kind extends string> {
  readonly #heap: Appointment<Kind>[] = [];

  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  add(appointment: Appointment<Kind>): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(appointment);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(heap[at], heap[parent])) break;
      swap(heap, at, parent);
      at = parent;
    }
  }

  /** Takes the earliest appointment that is not after `now`. */
  takeDue(now: number): Appointment<Kind> | undefined {
    if (this.nextAt > now) return undefined;
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      sink(heap);
    }
    return first;
  }
}

function sink<Kind extends string>(heap: Appointment<Kind>[]): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    let least = at;
    if (before(heap[left], heap[least])) least = left;
    if (before(heap[left + 1], heap[least])) least = left + 1;
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

// Equal times are settled by kind and key, so that replaying a life gives the same life.
function before(a: Appointment<string> | undefined, b: Appointment<string> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.at !== b.at) return a.at < b.at;
  return a.kind === b.kind ? a.key < b.key : a.kind < b.kind;
}

function swap<T>(heap: T[], a: number, b: number): void {
  const held = heap[a] as T;
  heap[a] = heap[b] as T;
  heap[b] = held;
}
