import { parseJson } from '../graphql/parse-json.ts';
import { own } from '../graphql/record.ts';
import { longestText, oldestMs, type UserEvent } from './user-event.ts';

const most = 100;
const heaviest = 1000;

/**
 * Reads reports of W3C Network Error Logging as browsers post them (`application/reports+json`).
 * Reports of other kinds are left out; null stands for a text that is no list of reports.
 *
 * A report stands for `1 / sampling_fraction` requests: successes are usually sampled, failures not.
 * Source: https://w3c.github.io/network-error-logging/#generate-a-network-error-report
 */
export function readNel(text: string): readonly UserEvent[] | null {
  const value = parseJson(text)?.value;
  if (!Array.isArray(value) || value.length > most) return null;
  return value.flatMap((report) => eventOf(report) ?? []);
}

function eventOf(report: unknown): UserEvent | null {
  const body = own(report, 'body');
  const [age, type, url] = [own(report, 'age'), own(body, 'type'), own(report, 'url')];
  if (own(report, 'type') !== 'network-error' || typeof type !== 'string') return null;
  if (typeof age !== 'number' || !(age >= 0 && age <= oldestMs)) return null;
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  const [status, elapsed, method] = ['status_code', 'elapsed_time', 'method'].map((key) =>
    own(body, key),
  );
  return {
    ...{ ageMs: Math.round(age), host: cut(host), path: cut(pathname), graphql: null },
    method: typeof method === 'string' ? cut(method) : '',
    // `ok` and `http.error` had an answer; of all others none came, or none that was whole.
    status: (type === 'ok' || type === 'http.error') && isStatus(status) ? status : null,
    latencyMs: typeof elapsed === 'number' && elapsed >= 0 ? Math.round(elapsed) : null,
    // The user went elsewhere.
    excluded: type === 'abandoned',
    weight: weightOf(own(body, 'sampling_fraction')),
  };
}

function weightOf(fraction: unknown): number {
  if (typeof fraction !== 'number' || !(fraction > 0 && fraction <= 1)) return 1;
  return Math.min(Math.round(1 / fraction), heaviest);
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 100 && (value as number) <= 999;
}

function cut(text: string): string {
  return text.slice(0, longestText);
}
