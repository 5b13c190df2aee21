import {
  type AlertWindows,
  parseDuration,
  type RuleOptions,
  readWindows,
} from '@sekisho/objectives/rules';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { bytesOf, refuse } from './rule-files.ts';

/**
 * What the command line says of the rules.
 * Errors: `Failure` (exit code 2), when something of it cannot be.
 */
export async function ruleOptions(host: Host, options: Asked['options']): Promise<RuleOptions> {
  const windows: AlertWindows[] = [];
  for (const file of listOf(options['windows'])) {
    const read = readWindows(await bytesOf(host, file), file);
    await refuse(host, file, read.problems);
    windows.push(...read.windows);
  }
  return {
    dialect: options['dialect'] === 'exact' ? 'exact' : 'sloth',
    period: periodOf(host, options['window']),
    windows,
    extraLabels: Object.fromEntries(
      listOf(options['extraLabels']).map((label) => labelOf(host, label)),
    ),
    withoutRecordings: options['disableRecordings'] === true,
    withoutAlerts: options['disableAlerts'] === true,
  };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function periodOf(host: Host, window: unknown): number | null {
  if (window === undefined) return null;
  const period = parseDuration(String(window));
  if (period !== null) return period;
  throw new Failure('bad-input', say(host, 'rules-not-a-period', { value: String(window) }));
}

function labelOf(host: Host, label: string): readonly [string, string] {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.+)$/s.exec(label) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new Failure('bad-input', say(host, 'rules-not-a-label', { value: label }));
}
