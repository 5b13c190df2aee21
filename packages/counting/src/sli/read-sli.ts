import type { Condition, Route, Sli } from './declaration.ts';
import { type Group, isCount, isGroup, readCondition } from './read-condition.ts';
import { type SliPath, type SliProblem, type SliReport, shownValue } from './sli-problem.ts';

const keys = ['filter', 'excludedWhen', 'goodWhen', 'badWhen', 'routes'] as const;
const routeKeys = ['name', 'when'] as const;
/** What the scanner calls that which fits no route. */
const rest = 'other';
const longestName = 200;
const mostProblems = 100;

/** What was read; `sli` is null exactly when there is a problem. */
export interface SliRead<Place> {
  readonly sli: Sli | null;
  readonly problems: readonly SliProblem<Place>[];
}

/**
 * Reads an SLI over logs from plain data (a parsed YAML or JSON document). It has the words of `Sli`
 * in a form that people write: `status: [429, 500-599, 5xx]`, `slowerThan: 300ms`, `path: /api/*`;
 * several keys of one group must all hold, and `badWhen` may stand for `goodWhen: { not: … }`.
 * Never throws, whatever the value: everything that is wrong is a problem.
 * @param placeOf names the place of a path, counted from the value
 */
export function readSli<Place>(
  value: unknown,
  placeOf: (path: SliPath, at?: 'key' | 'value') => Place,
): SliRead<Place> {
  const problems: SliProblem<Place>[] = [];
  const report: SliReport = (code, path, facts, at = 'value') => {
    if (problems.length >= mostProblems) return;
    const shown = 'value' in facts ? facts.value : '';
    problems.push({ code, facts, place: placeOf(path, at), value: shown } as SliProblem<Place>);
  };
  const sli = readGroup(value, report);
  return { sli: problems.length === 0 ? sli : null, problems };
}

function readGroup(value: unknown, report: SliReport): Sli | null {
  if (!isGroup(value)) {
    report('not-a-map', [], { value: shownValue(value) });
    return null;
  }
  refuseUnknown(value, [], keys, report);
  const filter = optional(value, 'filter', report);
  const excludedWhen = optional(value, 'excludedWhen', report);
  const goodWhen = readGood(value, report);
  const routes = readRoutes(value, report);
  if (goodWhen === null) return null;
  return {
    ...(filter === null ? {} : { filter }),
    ...(excludedWhen === null ? {} : { excludedWhen }),
    goodWhen,
    ...(routes.length === 0 ? {} : { routes }),
  };
}

function optional(within: Group, key: string, report: SliReport): Condition | null {
  return Object.hasOwn(within, key) ? readCondition(within[key], [key], report) : null;
}

/** What is good, said as such or by what is bad. */
function readGood(within: Group, report: SliReport): Condition | null {
  const [good, bad] = [Object.hasOwn(within, 'goodWhen'), Object.hasOwn(within, 'badWhen')];
  if (good && bad)
    report('both-given', ['badWhen'], { first: 'goodWhen', second: 'badWhen' }, 'key');
  if (!good && !bad) report('none-given', [], { options: ['goodWhen', 'badWhen'] });
  const condition = optional(within, good ? 'goodWhen' : 'badWhen', report);
  return condition === null || good ? condition : { not: condition };
}

function readRoutes(within: Group, report: SliReport): readonly Route[] {
  if (!Object.hasOwn(within, 'routes')) return [];
  const { routes } = within;
  if (!Array.isArray(routes)) {
    report('wrong-type', ['routes'], { expected: 'list', value: shownValue(routes) });
    return [];
  }
  if (!isCount(routes.length, 1, ['routes'], report)) return [];
  const names = new Set<string>([rest]);
  return routes.flatMap((route: unknown, index) =>
    readRoute(route, ['routes', index], names, report),
  );
}

/** @param names those that are taken; the route's own is added */
function readRoute(
  value: unknown,
  path: SliPath,
  names: Set<string>,
  report: SliReport,
): readonly Route[] {
  if (!isGroup(value)) {
    report('not-a-map', path, { value: shownValue(value) });
    return [];
  }
  refuseUnknown(value, path, routeKeys, report);
  for (const key of routeKeys) if (!Object.hasOwn(value, key)) report('missing', path, { key });
  const { name, when } = value;
  if (name === undefined || when === undefined) return [];
  const condition = readCondition(when, [...path, 'when'], report);
  if (typeof name !== 'string' || name.trim() === '') {
    report('wrong-type', [...path, 'name'], { expected: 'text', value: shownValue(name) });
    return [];
  }
  if (name.length > longestName)
    report('too-long', [...path, 'name'], { length: name.length, maximum: longestName });
  // Two routes of one name would be counted as one.
  if (names.has(name)) report('same-route', [...path, 'name'], { name });
  names.add(name);
  return condition === null ? [] : [{ name, when: condition }];
}

function refuseUnknown(
  value: Group,
  path: SliPath,
  known: readonly string[],
  report: SliReport,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report('unknown-key', [...path, key], { key, known }, 'key');
  }
}
