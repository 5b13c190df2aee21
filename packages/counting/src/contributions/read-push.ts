import { isObject, own } from '../graphql/record.ts';
import type { MinuteCounts } from '../scan/minute-tally.ts';
import { type Contribution, contributionsOf } from './contribution.ts';

/** A minute that a process of a service counted itself. */
export interface PushedMinute extends MinuteCounts {
  /** Of its events, those that failed by their client's own error. */
  readonly clientErrors: number;
}

/** Counts that a process pushed: see `pushSink` in `packages/graphql-sli`. */
export interface Push {
  readonly service: string;
  readonly source: string;
  /** What one process counted in one span of time. */
  readonly segment: string;
  /** Events counted in the segment so far: of two pushes of it the larger stands. */
  readonly extent: number;
  /** In the order of time, none twice. */
  readonly minutes: readonly PushedMinute[];
}

/** A push, or the first thing that is wrong with it: which field, and what it should be. */
export type ReadPush =
  | { readonly push: Push }
  | { readonly problem: { readonly field: string; readonly expected: string } };

/** A day of minutes: more than a push has any reason to hold. */
const mostMinutes = 1440;
/** 9999-12-31, so that every day has a name of ten characters. */
const lastMinute = 4_223_371_680 - 1;
const longestText = 200;

/**
 * Reads a push from parsed JSON that anyone may have sent. Never throws. Other keys are left
 * alone, so that a newer sender may say more under the same version.
 */
export function readPush(json: unknown): ReadPush {
  if (own(json, 'version') !== 1) return wrong('version', '1');
  const texts = ['service', 'source', 'segment'].find((field) => !isName(own(json, field)));
  if (texts !== undefined) return wrong(texts, `text of 1 to ${longestText} characters`);
  const extent = own(json, 'extent');
  if (!isCount(extent)) return wrong('extent', 'a whole number from 0 on');
  const listed = own(json, 'minutes');
  if (!Array.isArray(listed) || listed.length > mostMinutes) {
    return wrong('minutes', `a list of at most ${mostMinutes}`);
  }
  const minutes: PushedMinute[] = [];
  for (const [index, each] of (listed as readonly unknown[]).entries()) {
    const read = readMinute(each, minutes.at(-1)?.minute ?? -1);
    if ('expected' in read) return wrong(`minutes[${index}]${read.field}`, read.expected);
    minutes.push(read);
  }
  const [service, source, segment] = [
    own(json, 'service'),
    own(json, 'source'),
    own(json, 'segment'),
  ];
  return {
    push: {
      service: service as string,
      source: source as string,
      segment: segment as string,
      extent,
      minutes,
    },
  };
}

/**
 * What a push adds to the minutes of an SLI.
 * @param definition the `definitionHash` under which its minutes are kept
 */
export function contributionsOfPush(push: Push, definition: string): readonly Contribution[] {
  const { source, segment, extent } = push;
  const minutes = push.minutes.map(({ minute, good, bad, excluded }) => ({
    minute,
    good,
    bad,
    excluded,
  }));
  return contributionsOf(minutes, { definition, source, segment, extent });
}

type MinuteProblem = { readonly field: string; readonly expected: string };

function readMinute(each: unknown, after: number): PushedMinute | MinuteProblem {
  if (!isObject(each)) return { field: '', expected: 'an object' };
  const [minute, good, bad, excluded, clientErrors] = [
    own(each, 'minute'),
    own(each, 'good'),
    own(each, 'bad'),
    own(each, 'excluded'),
    own(each, 'clientErrors'),
  ];
  if (!isCount(minute) || minute > lastMinute || minute <= after) {
    return { field: '.minute', expected: 'minutes since 1970 in rising order' };
  }
  if (!isCount(good)) return counted('.good');
  if (!isCount(bad)) return counted('.bad');
  if (!isCount(excluded)) return counted('.excluded');
  if (!isCount(good + bad + excluded)) return counted('');
  if (!isCount(clientErrors) || clientErrors > good + bad + excluded) {
    return { field: '.clientErrors', expected: 'no more than good + bad + excluded' };
  }
  return { minute, good, bad, excluded, clientErrors };
}

function counted(field: string): MinuteProblem {
  return { field, expected: 'a whole number from 0 on, exact as a double' };
}

function wrong(field: string, expected: string): ReadPush {
  return { problem: { field, expected } };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Names are shown and are keys: none is empty, endless, or holds what a terminal would obey. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText && /^[^\p{C}]+$/u.test(value);
}
