import type { MissingPolicy, Objective } from '@sekisho/objectives/budget';
import { longestDuration, parseDuration } from '@sekisho/words/time';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/** What the command line says of an objective; null where it says nothing. */
export interface Wanted {
  /** Share of good. */
  readonly target: number | null;
  /** Minutes. */
  readonly window: number | null;
}

const longestWindow = Math.min(longestDuration / 60, 5 * 366 * 1440);

/** Errors: `Failure` (exit code 2), when `--target` or `--window` cannot be. */
export function wantedObjective(host: Host, options: Asked['options']): Wanted {
  const { target, window } = options;
  return {
    target: typeof target === 'string' ? targetOf(host, '--target', target) : null,
    window: typeof window === 'string' ? windowOf(host, window) : null,
  };
}

/** Whether options say all that an objective needs. */
export function isWhole({ target, window }: Wanted): boolean {
  return target !== null && window !== null;
}

/**
 * What is declared with what options say otherwise; one of 99.9 % over 30 days where nothing is.
 * @param missing what time that was not measured counts as, where nothing is declared
 */
export function withWanted(
  declared: Objective | null,
  { target, window }: Wanted,
  missing: MissingPolicy,
): Objective {
  const usual: Objective = {
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: 30 * 1440 },
    targets: [{ from: 0, target: 0.999 }],
    missing,
  };
  const from = declared ?? usual;
  return {
    ...from,
    ...(window === null ? {} : { window: { kind: 'rolling', minutes: window } }),
    ...(target === null ? {} : { targets: [{ from: 0, target }] }),
  };
}

/** The share that percent says, without the noise of dividing in binary. Errors: `Failure` (exit code 2). */
export function targetOf(host: Host, option: string, text: string): number {
  const [, digits] = /^(\d{1,2}(?:\.\d{1,10})?)\s*%?$/.exec(text.trim()) ?? [];
  const share = Number((Number(digits) / 100).toPrecision(15));
  if (share > 0 && share < 1) return share;
  throw new Failure('bad-input', say(host, 'report-not-a-target', { option, value: text }));
}

function windowOf(host: Host, text: string): number {
  const minutes = (parseDuration(text) ?? 0) / 60;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= longestWindow) return minutes;
  throw new Failure('bad-input', say(host, 'report-not-a-window', { value: text }));
}
