import type { OperationRecord } from '../../operation/finished-operation.ts';
import { eventWeights } from '../event-weights.ts';

/** What is pushed of one minute. */
export interface PushedMinute {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly minute: number;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
  /** Of these events, those that failed by their client's own error. */
  readonly clientErrors: number;
}

/** The operations of one hour, as this process counted them. */
export interface Segment {
  readonly name: string;
  /** Events counted so far: it only grows, so the larger of two tells more. */
  extent: number;
  /** The extent that the receiver has acknowledged. */
  acknowledged: number;
  readonly minutes: Map<number, Sums>;
}

interface Sums {
  events: number;
  /** Thousandths of events. */
  bad: number;
  excluded: number;
  clientErrors: number;
}

/** Counts by minute, kept by the hour until they are pushed. */
export interface Segments {
  add(record: OperationRecord): void;
  /** Those with something that the receiver does not have, the oldest first. */
  pending(): readonly Segment[];
  /** Takes note of what the receiver has; forgets hours that are over and acknowledged. */
  acknowledge(segment: Segment, extent: number): void;
  /** Gives a segment up and answers how many of its events the receiver never got. */
  drop(segment: Segment): number;
}

const minutesOfSegment = 60;

/**
 * @param prefix names this process: no other, before or after, may have it
 * @param most how many hours are kept at most
 * @param dropped hears how many events were given up to keep to that
 */
export function createSegments(
  prefix: string,
  most: number,
  dropped: (events: number) => void,
): Segments {
  const segments = new Map<number, Segment>();
  let made = 0;
  let newest = Number.NEGATIVE_INFINITY;

  function open(hour: number): Segment {
    // An hour that was forgotten and comes again (a clock set back) is another segment.
    const segment = { name: `${prefix}/${made}`, extent: 0, acknowledged: 0, minutes: new Map() };
    made += 1;
    newest = Math.max(newest, hour);
    segments.set(hour, segment);
    if (segments.size > most) {
      const [oldest] = [...segments].filter(([, other]) => other !== segment);
      if (oldest !== undefined) dropped(forget(oldest[1]));
    }
    return segment;
  }

  function forget(segment: Segment): number {
    for (const [hour, other] of segments) if (other === segment) segments.delete(hour);
    return segment.extent - segment.acknowledged;
  }

  return {
    add(record) {
      const minute = Math.floor(record.at / 60_000);
      const hour = Math.floor(minute / minutesOfSegment);
      addTo(segments.get(hour) ?? open(hour), minute, record);
    },
    pending: () =>
      [...segments.values()].filter(({ extent, acknowledged }) => extent > acknowledged),
    acknowledge(segment, extent) {
      segment.acknowledged = Math.max(segment.acknowledged, extent);
      const isOver = segments.get(newest) !== segment;
      if (isOver && segment.acknowledged >= segment.extent) forget(segment);
    },
    drop: forget,
  };
}

function addTo(segment: Segment, minute: number, { verdict }: OperationRecord): void {
  let sums = segment.minutes.get(minute);
  if (sums === undefined) {
    sums = { events: 0, bad: 0, excluded: 0, clientErrors: 0 };
    segment.minutes.set(minute, sums);
  }
  const weights = eventWeights(verdict);
  segment.extent += 1;
  sums.events += 1;
  sums.bad += weights.bad;
  sums.excluded += weights.excluded / 1000;
  if (verdict.class === 'client') sums.clientErrors += 1;
}

/**
 * The minutes of a segment in the order of time, in whole events: of partial successes with a
 * weight, half an event and more counts as bad.
 */
export function minutesOf({ minutes }: Segment): readonly PushedMinute[] {
  return [...minutes]
    .map(([minute, { events, bad, excluded, clientErrors }]) => {
      const badEvents = Math.round(bad / 1000);
      return {
        minute,
        good: events - excluded - badEvents,
        bad: badEvents,
        excluded,
        clientErrors,
      };
    })
    .toSorted((a, b) => a.minute - b.minute);
}
