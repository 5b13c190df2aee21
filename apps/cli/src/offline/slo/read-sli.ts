import { type Condition, defaultSli, type Sli, type StatusSpan } from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

type Options = Asked['options'];

/** The SLI that the options of `slo count` declare. Errors: `Failure` (bad input) that says what to write. */
export function readSli(host: Host, options: Options): Sli {
  const bad = statusesOf(host, options, '--bad-status', 'badStatus');
  const slow = slowAfter(host, options);
  const failed: Condition = bad === null ? statusOfDefault : { status: bad };
  const goodWhen: Condition = {
    not: slow === null ? failed : { any: [failed, { slowerThan: slow }] },
  };
  const excluded = [
    ...conditionOf(statusesOf(host, options, '--exclude-status', 'excludeStatus')),
    ...fieldOf('path', texts(host, options, '--exclude-path', 'excludePath')),
  ];
  const filters = [
    ...fieldOf('path', texts(host, options, '--path', 'path')),
    ...fieldOf('host', texts(host, options, '--host', 'host')),
    ...fieldOf('method', texts(host, options, '--method', 'method')),
  ];
  return {
    goodWhen,
    ...(excluded.length === 0 ? {} : { excludedWhen: { any: excluded } }),
    ...(filters.length === 0 ? {} : { filter: { all: filters } }),
  };
}

const statusOfDefault: Condition =
  'not' in defaultSli.goodWhen ? defaultSli.goodWhen.not : { any: [] };

function conditionOf(status: readonly StatusSpan[] | null): readonly Condition[] {
  return status === null ? [] : [{ status }];
}

function fieldOf(field: 'path' | 'host' | 'method', matches: readonly string[]) {
  return matches.length === 0 ? [] : [{ field, matches }];
}

function texts(host: Host, options: Options, option: string, key: string): readonly string[] {
  const given = options[key];
  const list = Array.isArray(given) ? (given as readonly string[]) : [];
  if (list.some((each) => each.trim() === '')) {
    throw new Failure('bad-input', say(host, 'slo-empty-pattern', { option }));
  }
  return list;
}

/** `5xx`, `429`, `500-599`, and lists of them by commas. */
function statusesOf(
  host: Host,
  options: Options,
  option: string,
  key: string,
): readonly StatusSpan[] | null {
  const given = options[key];
  if (!Array.isArray(given)) return null;
  return given
    .flatMap((text: string) => text.split(',').map((part) => spanOf(part.trim())))
    .map((span, index) => {
      if (span !== null) return span;
      const value = given.join(',').split(',')[index] ?? '';
      throw new Failure('bad-input', say(host, 'slo-not-a-status', { option, value }));
    });
}

function spanOf(text: string): StatusSpan | null {
  const [, hundreds] = /^([1-9])xx$/i.exec(text) ?? [];
  if (hundreds !== undefined)
    return { from: Number(hundreds) * 100, to: Number(hundreds) * 100 + 99 };
  const [, from, to = from] = /^(\d{3})(?:-(\d{3}))?$/.exec(text) ?? [];
  if (from === undefined || Number(to) < Number(from)) return null;
  return { from: Number(from), to: Number(to) };
}

const microseconds = { us: 1, µs: 1, ms: 1000, s: 1_000_000, m: 60_000_000 } as const;

/** What `--slow-after` says, in microseconds; null when it is unsaid. Errors: `Failure` (exit code 2). */
export function slowAfter(host: Host, options: Options): number | null {
  const given = options.slowAfter;
  if (typeof given !== 'string') return null;
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(us|µs|ms|s|m)$/i.exec(given.trim()) ?? [];
  const factor = microseconds[(unit ?? '').toLowerCase() as keyof typeof microseconds];
  // Rounded because 0.3 × 1,000,000 may not be whole in binary.
  const micros = Math.round(Number(number) * factor);
  if (micros > 0) return micros;
  throw new Failure('bad-input', say(host, 'slo-not-a-time', { value: given }));
}
