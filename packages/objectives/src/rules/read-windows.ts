import { type Problem, shown } from '../problems/index.ts';
import {
  asMap,
  type Fields,
  mapIn,
  neededNumber,
  neededText,
  warnUnknown,
} from '../sloth/fields.ts';
import { goScalars, readYamlFile } from '../yaml/index.ts';
import { formatDuration, parseDuration } from './prometheus-duration.ts';
import type { AlertWindows, Tier } from './windows.ts';

/**
 * Reads windows of one's own, as Sloth's `kind: AlertWindows` has them, several documents or one.
 * @param file its name, as people will see it
 * @returns windows to be used only when there are no problems; never throws
 */
export function readWindows(
  bytes: Uint8Array,
  file: string,
): { readonly windows: readonly AlertWindows[]; readonly problems: readonly Problem[] } {
  const yaml = readYamlFile(bytes, file, goScalars);
  const windows = yaml.documents.map(({ raw, report }) => {
    const root = asMap(raw, {
      path: [],
      promql: null,
      anyCase: false,
      bareText: true,
      report,
      warn: report,
    });
    const { apiVersion, kind } = root.values;
    if (apiVersion !== 'sloth.slok.dev/v1' || kind !== 'AlertWindows') {
      report('not-windows', [], { value: shown(kind ?? apiVersion) || '…' });
      return null;
    }
    warnUnknown(root, ['apiVersion', 'kind', 'metadata', 'spec']);
    return readSpec(mapIn(root, 'spec'));
  });
  return { windows: windows.filter((one) => one !== null), problems: yaml.problems };
}

function readSpec(spec: Fields): AlertWindows {
  warnUnknown(spec, ['sloPeriod', 'page', 'ticket']);
  const period = readDuration(spec, 'sloPeriod');
  const [pageQuick, pageSlow] = readPair(mapIn(spec, 'page'), period);
  const [ticketQuick, ticketSlow] = readPair(mapIn(spec, 'ticket'), period);
  const page = { 'page-quick': pageQuick, 'page-slow': pageSlow };
  return { period, tiers: { ...page, 'ticket-quick': ticketQuick, 'ticket-slow': ticketSlow } };
}

function readPair(fields: Fields, period: number): [Tier, Tier] {
  warnUnknown(fields, ['quick', 'slow']);
  return [readTier(mapIn(fields, 'quick'), period), readTier(mapIn(fields, 'slow'), period)];
}

function readTier(fields: Fields, period: number): Tier {
  warnUnknown(fields, ['errorBudgetPercent', 'shortWindow', 'longWindow']);
  const percent = neededNumber(fields, 'errorBudgetPercent');
  if (!Number.isNaN(percent) && !(percent > 0 && percent <= 100)) {
    const bounds = { minimum: { at: 0, inclusive: false }, maximum: { at: 100, inclusive: true } };
    const path = [...fields.path, 'errorBudgetPercent'];
    fields.report('out-of-range', path, { value: String(percent), ...bounds });
  }
  const short = readDuration(fields, 'shortWindow');
  const long = readDuration(fields, 'longWindow');
  refuseLonger(fields, 'shortWindow', short, long);
  refuseLonger(fields, 'longWindow', long, period);
  return { percent, short, long };
}

function refuseLonger(fields: Fields, key: string, length: number, limit: number): void {
  if (length < limit || Number.isNaN(length) || Number.isNaN(limit)) return;
  const facts = { value: formatDuration(length), limit: formatDuration(limit) };
  fields.report('window-too-long', [...fields.path, key], facts);
}

/** Milliseconds; NaN when something is wrong with it. */
function readDuration(fields: Fields, key: string): number {
  const text = neededText(fields, key);
  const duration = parseDuration(text);
  if (duration !== null) return duration;
  if (text !== '') {
    fields.report('prometheus-duration', [...fields.path, key], { value: shown(text) });
  }
  return Number.NaN;
}
