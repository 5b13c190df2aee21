import { codeKey } from './known-codes.ts';
import { readDataErrors } from './read-data-errors.ts';
import {
  readBoolean,
  readChoice,
  readList,
  readMap,
  readPath,
  readText,
  refuseUnknown,
} from './read-values.ts';
import { isObject, type JsonObject, own } from './record.ts';
import { defaultRules, type ErrorClass, type GraphqlRules } from './rules.ts';
import { type RulesReport, shownValue } from './rules-report.ts';

/** More operations than a label should have, and than one service has. */
const mostOperations = 5000;

const keys = [
  ...['codes', 'rateLimited', 'criticalPaths', 'partialSuccess', 'operations'],
  ...['trustedDocuments', 'errorsAsData', 'clientStatuses', 'aborted'],
];

const classes: readonly ErrorClass[] = ['user', 'server', 'protocol', 'rate-limited'];

/**
 * Reads the rules of a service from plain data (a parsed YAML or JSON document).
 * Never throws: everything that is wrong is reported, and what is left out is as `defaultRules`.
 *
 * `partialSuccess` is how much of a partial success is good, from 0 to 1 in steps of a thousandth;
 * paths are response keys joined by dots, list indices left out, `*` for any one key.
 */
export function readRules(raw: unknown, report: RulesReport): GraphqlRules {
  if (!isObject(raw)) {
    report('not-a-map', [], { value: shownValue(raw) });
    return defaultRules;
  }
  refuseUnknown(raw, [], keys, report);
  const rules: GraphqlRules = {
    codes: readCodes(raw, report),
    rateLimited:
      readChoice(raw, [], 'rateLimited', ['client', 'server', 'excluded'], report) ?? 'client',
    criticalPaths: readCritical(raw, report),
    partialGoodPerMille: readWeight(raw, report),
    operations: readOperations(raw, report),
    trustedDocuments: readBoolean(raw, 'trustedDocuments', report) ?? false,
    errorsAsData: readDataErrors(raw, report),
    clientStatuses: readStatuses(raw, report),
    aborted: readChoice(raw, [], 'aborted', ['excluded', 'bad'], report) ?? 'excluded',
  };
  // Trusting documents that nobody registered would trust none, in silence.
  if (rules.trustedDocuments && own(raw, 'operations') === undefined) {
    report('missing', [], { key: 'operations' });
  }
  return rules;
}

function readCodes(raw: JsonObject, report: RulesReport): GraphqlRules['codes'] {
  const codes = readMap(raw, 'codes', report);
  return new Map(
    Object.keys(codes).flatMap((code): [string, ErrorClass][] => {
      const blame = readChoice(codes, ['codes'], code, classes, report);
      return blame === undefined ? [] : [[codeKey(code), blame]];
    }),
  );
}

function readCritical(raw: JsonObject, report: RulesReport): GraphqlRules['criticalPaths'] {
  const declared = readMap(raw, 'criticalPaths', report);
  return new Map(
    Object.keys(declared).map((operation) => {
      const at = ['criticalPaths', operation];
      const paths = readList(declared, ['criticalPaths'], operation, report);
      return [operation, paths.flatMap((path, index) => readPath(path, [...at, index], report))];
    }),
  );
}

function readWeight(raw: JsonObject, report: RulesReport): number {
  const weight = own(raw, 'partialSuccess');
  if (weight === undefined) return 0;
  const path = ['partialSuccess'];
  if (typeof weight !== 'number') {
    report('wrong-type', path, { expected: 'number', value: shownValue(weight) });
    return 0;
  }
  const good = Math.round(weight * 1000);
  // What is not a whole number of thousandths could not be kept exactly.
  if (weight >= 0 && weight <= 1 && good / 1000 === weight) return good;
  const value = shownValue(weight);
  if (weight > 0 && weight < 1)
    report('not-one-of', path, { value, options: [String(good / 1000)] });
  else report('out-of-range', path, { value, minimum: inclusive(0), maximum: inclusive(1) });
  return 0;
}

function inclusive(at: number) {
  return { at, inclusive: true };
}

function readOperations(raw: JsonObject, report: RulesReport): ReadonlySet<string> {
  const list = readList(raw, [], 'operations', report);
  if (list.length > mostOperations) {
    const count = { count: list.length, minimum: 0, maximum: mostOperations };
    report('wrong-count', ['operations'], count);
  }
  const names = list.slice(0, mostOperations);
  return new Set(names.flatMap((name, index) => readText(name, ['operations', index], report)));
}

function readStatuses(raw: JsonObject, report: RulesReport): ReadonlySet<number> {
  if (own(raw, 'clientStatuses') === undefined) return defaultRules.clientStatuses;
  const list = readList(raw, [], 'clientStatuses', report);
  return new Set(
    list.flatMap((status, index) => {
      const [at, value] = [['clientStatuses', index], shownValue(status)];
      if (typeof status !== 'number' || !Number.isInteger(status)) {
        report('wrong-type', at, { expected: 'whole-number', value });
        return [];
      }
      if (status >= 400 && status <= 499) return [status];
      report('out-of-range', at, { value, minimum: inclusive(400), maximum: inclusive(499) });
      return [];
    }),
  );
}
