/** What logs were seen to hold; minutes since 1970, shares 0 to 1. */
export interface LogsSeen {
  /** As the reader knows them. */
  readonly subject: string;
  readonly lines: number;
  readonly unparsed: readonly { readonly reason: string; readonly count: number }[];
  readonly statuses: ReadonlyMap<number, number>;
  readonly timed: number;
  readonly wholeSeconds: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly paths: readonly {
    readonly path: string;
    readonly events: number;
    readonly failed: number;
  }[];
  readonly health: number;
  readonly sampled: number;
}

/** Events whose status passes a test. */
export function sumOfStatuses(
  statuses: ReadonlyMap<number, number>,
  test: (status: number) => boolean,
): number {
  return [...statuses].reduce((all, [status, count]) => all + (test(status) ? count : 0), 0);
}
