import { readChoice, readList, readPath, readText, refuseUnknown } from './read-values.ts';
import { isObject, type JsonObject, own } from './record.ts';
import type { DataErrorRule } from './rules.ts';
import { type RulesReport, shownValue } from './rules-report.ts';

const keys = ['path', 'typename', 'operation', 'class'];

/** Reads `errorsAsData`: a list of `{path, typename?, operation?, class}`. */
export function readDataErrors(raw: JsonObject, report: RulesReport): readonly DataErrorRule[] {
  return readList(raw, [], 'errorsAsData', report).flatMap((rule, index) =>
    readDataError(rule, ['errorsAsData', index], report),
  );
}

function readDataError(
  rule: unknown,
  at: readonly (string | number)[],
  report: RulesReport,
): readonly DataErrorRule[] {
  if (!isObject(rule)) {
    report('wrong-type', at, { expected: 'map', value: shownValue(rule) });
    return [];
  }
  refuseUnknown(rule, at, keys, report);
  for (const key of ['path', 'class']) {
    if (own(rule, key) === undefined) report('missing', at, { key });
  }
  const text = (key: string) =>
    own(rule, key) === undefined ? [] : readText(own(rule, key), [...at, key], report);
  const [typename] = text('typename');
  const [operation] = text('operation');
  const blame = readChoice(rule, at, 'class', ['user', 'server'] as const, report);
  const given = own(rule, 'path');
  const [path] = given === undefined ? [] : readPath(given, [...at, 'path'], report);
  if (path === undefined || blame === undefined) return [];
  return [
    {
      path,
      class: blame,
      ...(typename === undefined ? {} : { typename }),
      ...(operation === undefined ? {} : { operation }),
    },
  ];
}
