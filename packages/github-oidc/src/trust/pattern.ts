/** What a text must fit: `*` stands for any letters, `?` for one. */
export interface Pattern {
  readonly text: string;
  /** Whether its letters stand for those of the other case, too. */
  readonly ignoresCase: boolean;
}

/** More ways to combine patterns than any policy has that AWS would take: its text ends long before. */
const mostWays = 1000;

/**
 * The ways to take one pattern of each list that a text may fit all at once; null where there are more
 * than can be judged.
 */
export function together(
  lists: readonly (readonly Pattern[])[],
): readonly (readonly Pattern[])[] | null {
  let ways: readonly (readonly Pattern[])[] = [[]];
  for (const list of lists) {
    const next: (readonly Pattern[])[] = [];
    for (const way of ways) {
      for (const pattern of list) {
        if (!way.every((one) => mayMeet(one, pattern))) continue;
        if (next.push([...way, pattern]) > mostWays) return null;
      }
    }
    ways = next;
  }
  return ways;
}

/** Whether one text may fit both, by what they begin and end with: no is sure, yes is not. */
export function mayMeet(one: Pattern, other: Pattern): boolean {
  const isLoose = one.ignoresCase || other.ignoresCase;
  const [a, b] = [one.text, other.text].map((text) => (isLoose ? text.toLowerCase() : text));
  if (a === undefined || b === undefined) return true;
  const [headA, headB] = [headOf(a), headOf(b)];
  if (!headA.startsWith(headB) && !headB.startsWith(headA)) return false;
  const [tailA, tailB] = [tailOf(a), tailOf(b)];
  return tailA.endsWith(tailB) || tailB.endsWith(tailA);
}

/** What stands before the first wildcard. */
function headOf(text: string): string {
  const first = text.search(/[*?]/);
  return first === -1 ? text : text.slice(0, first);
}

/** What stands behind the last one. */
function tailOf(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('*'), text.lastIndexOf('?')) + 1);
}
