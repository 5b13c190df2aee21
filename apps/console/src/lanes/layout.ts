import type { AnyLease, Entry } from '@sekisho/contract';

/** A stretch of time, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A lease as the drawing shows it; `x` and `width` are shares of the span, 0 to 1. */
export interface Bar {
  readonly lease: AnyLease;
  /** Row within the lane: overlapping leases stand below each other. */
  readonly row: number;
  readonly x: number;
  /** Share that has happened. */
  readonly width: number;
  /** Share that is promised: from now, or from the asked start, to the deadline. */
  readonly ahead: { readonly x: number; readonly width: number } | null;
  /** Where the next bar of the same row begins, or 1: a name may stand until there. */
  readonly free: number;
}

export interface Tick {
  readonly number: number;
  readonly x: number;
  readonly entry: Entry;
}

export interface Lane {
  readonly environment: string;
  readonly production: boolean;
  readonly rows: number;
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

export interface LaneInput {
  readonly environments: readonly { readonly name: string; readonly production: boolean }[];
  readonly leases: readonly AnyLease[];
  readonly entries: readonly Entry[];
  readonly span: Span;
  readonly now: number;
}

const never = new Set(['denied', 'withdrawn', 'lapsed']);

/** Places leases and approvals on one lane for each environment. Pure; draws nothing. */
export function layoutLanes(input: LaneInput): Lane[] {
  return input.environments.map(({ name, production }) => {
    const bars = placeBars(
      input.leases.filter((lease) => lease.environment === name),
      input.span,
      input.now,
    );
    const ticks = input.entries
      .filter((entry) => entry.environment === name && isTick(entry))
      .map((entry) => ({ number: entry.number, entry, x: share(Date.parse(entry.at), input.span) }))
      .filter((tick) => tick.x >= 0 && tick.x <= 1);
    const rows = Math.max(1, ...bars.map((bar) => bar.row + 1));
    return { environment: name, production, rows, bars, ticks };
  });
}

function isTick(entry: Entry): boolean {
  return entry.outcome === 'done' && entry.action === 'lease.approve';
}

/** From when until when a lease stands on its lane; null when it never stood there. */
export function leaseSpan(lease: AnyLease, now: number): Span | null {
  if (never.has(lease.state)) return null;
  const from = time(lease.readyAt) ?? time(lease.startsAt) ?? time(lease.requestedAt) ?? now;
  const planned = from + lease.durationSeconds * 1000;
  if (lease.state === 'failed') return { from, to: time(lease.endedAt) ?? from };
  // One that is being taken back is still there, and is promised no longer.
  if (lease.state === 'revoking') return { from, to: Math.max(from, now) };
  return { from, to: Math.max(from, time(lease.endedAt) ?? time(lease.deadline) ?? planned) };
}

function placeBars(leases: readonly AnyLease[], span: Span, now: number): Bar[] {
  const placed: Bar[] = [];
  const rowEnds: number[] = [];
  const timed = leases
    .flatMap((lease) => {
      const own = leaseSpan(lease, now);
      return own && own.to >= span.from && own.from <= span.to ? [{ lease, own }] : [];
    })
    .sort((a, b) => a.own.from - b.own.from || (a.lease.id < b.lease.id ? -1 : 1));
  for (const { lease, own } of timed) {
    const free = rowEnds.findIndex((end) => end <= own.from);
    const row = free === -1 ? rowEnds.length : free;
    rowEnds[row] = own.to;
    placed.push(placeBar(lease, own, row, span, now));
  }
  return placed.map((bar, index) => {
    const next = placed.slice(index + 1).find(({ row }) => row === bar.row);
    return next ? { ...bar, free: next.ahead ? Math.min(next.x, next.ahead.x) : next.x } : bar;
  });
}

function placeBar(lease: AnyLease, own: Span, row: number, span: Span, now: number): Bar {
  const begins = lease.readyAt === null && lease.endedAt === null ? own.to : own.from;
  // Until it is ready nothing is lent: all of it is outline.
  const pastEnd = Math.min(own.to, Math.max(begins, now));
  const past = cut({ from: Math.min(begins, pastEnd), to: pastEnd }, span);
  const promisedFrom = lease.readyAt === null ? own.from : Math.max(own.from, now);
  const promised = lease.endedAt === null && own.to > promisedFrom;
  const ahead = promised ? cut({ from: promisedFrom, to: own.to }, span) : null;
  return {
    lease,
    row,
    free: 1,
    x: share(past.from, span),
    width: share(past.to, span) - share(past.from, span),
    ahead: ahead && {
      x: share(ahead.from, span),
      width: share(ahead.to, span) - share(ahead.from, span),
    },
  };
}

function cut(own: Span, span: Span): Span {
  const clamp = (value: number) => Math.min(span.to, Math.max(span.from, value));
  return { from: clamp(own.from), to: clamp(own.to) };
}

/** Where a moment lies in the span: 0 at its beginning, 1 at its end. */
export function share(at: number, span: Span): number {
  return (at - span.from) / (span.to - span.from);
}

function time(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
