import { parseJson } from '../graphql/parse-json.ts';
import { isObject, own } from '../graphql/record.ts';
import { type GraphqlAnswer, longestText, oldestMs, type UserEvent } from './user-event.ts';

/** One sending of a page: the same page and number is the same sending, however often it comes. */
export interface BeaconReport {
  readonly page: string;
  readonly number: number;
  readonly events: readonly UserEvent[];
}

const most = 200;
const kinds = { f: 'present', n: 'null', '-': 'absent', '?': 'not-graphql' } as const;

/**
 * Reads what `@sekisho/beacon` sends. Anyone on the internet can send it, so an event that cannot
 * be is left out, and null stands for a text that no beacon wrote.
 * @param host of the page's own service, as the door knows it; the beacon does not say it
 */
export function readBeacon(text: string, host = ''): BeaconReport | null {
  const value = parseJson(text)?.value;
  const [page, number, events] = [own(value, 'p'), own(value, 'n'), own(value, 'e')];
  if (own(value, 'v') !== 1 || typeof page !== 'string' || !/^[0-9a-f-]{36}$/.test(page))
    return null;
  if (!isCount(number, 1_000_000) || !Array.isArray(events) || events.length > most) return null;
  return { page, number, events: events.flatMap((event) => eventOf(event, host) ?? []) };
}

function eventOf(value: unknown, host: string): UserEvent | null {
  if (!isObject(value)) return null;
  const [age, route, method] = [own(value, 'a'), own(value, 'r'), own(value, 'm')];
  const [status, spent, operation] = [own(value, 's'), own(value, 'd'), own(value, 'o')];
  if (!isCount(age, oldestMs) || !isCount(spent, 86_400_000)) return null;
  if (!isText(route) || !isText(method) || !isCount(status, 999)) return null;
  if (operation !== undefined && !isText(operation)) return null;
  return {
    ...{ ageMs: age, host, method, latencyMs: spent, weight: 1 },
    path: operation === undefined ? route : `${route}#${operation}`,
    status: status < 100 ? null : status,
    excluded: own(value, 'x') === 1,
    graphql: operation === undefined ? null : answerOf(own(value, 'g')),
  };
}

function answerOf(value: unknown): GraphqlAnswer | null {
  if (!Array.isArray(value)) return null;
  const [kind, codes] = value as readonly unknown[];
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind) || !Array.isArray(codes)) return null;
  // A code that cannot be read is none; the error stays one.
  const read = codes.slice(0, 9).map((code) => (isText(code) ? code : ''));
  return { data: kinds[kind as keyof typeof kinds], codes: read };
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}
