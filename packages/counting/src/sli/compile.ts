import { type LogEvent, type Needs, slots, type TextField } from '../lines/log-event.ts';
import type { Condition, Sli, StatusSpan } from './declaration.ts';
import { compileGlob } from './glob.ts';

/** What an event counts as; `outside` is not what the promise is about. */
export type Verdict = 'good' | 'bad' | 'excluded' | 'outside';

/** An SLI made ready to judge events. */
export interface CompiledSli {
  readonly needs: Needs;
  readonly judge: (event: LogEvent) => Verdict;
  /** Names of the groups, `other` last; empty when nothing is grouped. */
  readonly groups: readonly string[];
  /** Index into `groups`. */
  readonly groupOf: (event: LogEvent) => number;
}

type Test = (event: LogEvent) => boolean;

/** Compiles a declaration into functions that read no more than the declaration asks about. */
export function compileSli(sli: Sli): CompiledSli {
  const routes = sli.routes ?? [];
  const all = [
    ...[sli.filter, sli.excludedWhen].flatMap((each) => (each === undefined ? [] : [each])),
    sli.goodWhen,
    ...routes.map(({ when }) => when),
  ];
  const tests = routes.map(({ when }) => compileCondition(when));
  return {
    needs: {
      latency: all.some(needsLatency),
      fields: new Set(all.flatMap(fieldsOf)),
    },
    judge: judgeOf(sli),
    groups: routes.length === 0 ? [] : [...routes.map(({ name }) => name), 'other'],
    groupOf: (event) => {
      for (let index = 0; index < tests.length; index += 1) if (tests[index]?.(event)) return index;
      return tests.length;
    },
  };
}

function judgeOf({ filter, excludedWhen, goodWhen }: Sli): (event: LogEvent) => Verdict {
  const inside = filter === undefined ? null : compileCondition(filter);
  const excluded = excludedWhen === undefined ? null : compileCondition(excludedWhen);
  const good = compileCondition(goodWhen);
  return (event) => {
    if (inside !== null && !inside(event)) return 'outside';
    if (excluded?.(event)) return 'excluded';
    return good(event) ? 'good' : 'bad';
  };
}

function compileCondition(condition: Condition): Test {
  if ('status' in condition) return statusTest(condition.status);
  if ('slowerThan' in condition) {
    const limit = condition.slowerThan;
    return ({ latency }) => latency > limit;
  }
  if ('field' in condition) return fieldTest(condition.field, condition.matches);
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (event) => !test(event);
  }
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition);
    return oneOf(tests, false);
  }
  const tests = condition.any.map(compileCondition);
  return oneOf(tests, true);
}

/** Whether some test says `wanted`, answered as `wanted`; otherwise its opposite. Without a closure for each event. */
function oneOf(tests: readonly Test[], wanted: boolean): Test {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (event) => {
    for (const test of tests) if (test(event) === wanted) return wanted;
    return !wanted;
  };
}

/** One lookup in a table, however many spans there are. */
function statusTest(spans: readonly StatusSpan[]): Test {
  const fits = new Uint8Array(1000);
  for (const { from, to } of spans) fits.fill(1, from, to + 1);
  return ({ status }) => fits[status] === 1;
}

function fieldTest(field: TextField, matches: readonly string[]): Test {
  const slot = slots[field];
  const patterns = matches.map(compileGlob);
  return ({ bytes, from, to }) => {
    const begin = from[slot] ?? 0;
    const end = to[slot] ?? 0;
    if (begin === end) return false;
    for (const fits of patterns) if (fits(bytes, begin, end)) return true;
    return false;
  };
}

function needsLatency(condition: Condition): boolean {
  return 'slowerThan' in condition || partsOf(condition).some(needsLatency);
}

function fieldsOf(condition: Condition): readonly TextField[] {
  return 'field' in condition ? [condition.field] : partsOf(condition).flatMap(fieldsOf);
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('not' in condition) return [condition.not];
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : [];
}
