import { type ObtainableSli, usualSlowAfter, type Wanted } from '../finding.ts';
import { isGraphqlPath, isHealthPath } from '../routes.ts';
import { type LogsSeen, sumOfStatuses } from './logs-seen.ts';

/** Requests that were answered without a failure of the server's. */
export function availability(seen: LogsSeen, events: number): ObtainableSli {
  const failed = sumOfStatuses(seen.statuses, (status) => status >= 500);
  const bad = failed - outOf(seen).reduce((all, one) => all + one.failed, 0);
  const counted = countedOf(seen, events);
  return {
    kind: 'availability',
    subject: seen.subject,
    query: { kind: 'logs', spec: { ...exclusion(seen), badWhen: { status: '5xx' } } },
    counted: { good: counted - bad, bad },
    within: null,
  };
}

/** Requests that were answered well and fast. */
export function latency(seen: LogsSeen, { slowAfter }: Wanted): ObtainableSli {
  const within = slowAfter ?? usualSlowAfter;
  const slower = { slowerThan: `${Number((within * 1000).toPrecision(12))}ms` };
  const badWhen = { any: [{ status: '5xx' }, slower] };
  return {
    kind: 'latency',
    subject: seen.subject,
    query: { kind: 'logs', spec: { ...exclusion(seen), badWhen } },
    counted: null,
    within,
  };
}

/** Requests that SLIs over these logs count: all but those that are left out. */
export function countedOf(seen: LogsSeen, events: number): number {
  return events - outOf(seen).reduce((all, one) => all + one.events, 0);
}

/** Paths that are not about users, or tell no truth of them. */
function outOf({ paths }: LogsSeen): LogsSeen['paths'] {
  return paths.filter(({ path }) => isHealthPath(path) || isGraphqlPath(path)).slice(0, 20);
}

function exclusion(seen: LogsSeen): Readonly<Record<string, unknown>> {
  const paths = outOf(seen).map(({ path }) => path);
  return paths.length === 0 ? {} : { excludedWhen: { path: paths } };
}
