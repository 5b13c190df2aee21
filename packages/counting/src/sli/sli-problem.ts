/** Keys and indexes from the root of an SLI. */
export type SliPath = readonly (string | number)[];

/**
 * What may be wrong with an SLI, and the facts of it. The names and facts are those of problems with
 * files of definitions in `objectives`, whose sentences say the fix in every language.
 */
export interface SliFacts {
  readonly 'not-a-map': { value: string };
  readonly missing: { key: string };
  readonly 'unknown-key': { key: string; known: readonly string[] };
  readonly 'wrong-type': { expected: 'text' | 'map' | 'list'; value: string };
  readonly 'wrong-count': { count: number; minimum: number; maximum: number | null };
  readonly 'both-given': { first: string; second: string };
  readonly 'none-given': { options: readonly string[] };
  readonly 'bad-status': { value: string };
  readonly 'bad-latency': { value: string };
  readonly 'same-route': { name: string };
  readonly 'too-long': { length: number; maximum: number };
  readonly 'too-deep': Record<never, never>;
}

/** One thing that is wrong with an SLI, at a place as the caller names places. */
export type SliProblem<Place> = {
  [Name in keyof SliFacts]: {
    readonly code: Name;
    readonly facts: SliFacts[Name];
    readonly place: Place;
    /** What stands there, shortened; empty when nothing does. */
    readonly value: string;
  };
}[keyof SliFacts];

/** Collects what is wrong; how the readers of an SLI's parts report. */
export type SliReport = (
  ...problem: {
    [Name in keyof SliFacts]: [
      code: Name,
      path: SliPath,
      facts: SliFacts[Name],
      at?: 'key' | 'value',
    ];
  }[keyof SliFacts]
) => void;

/** Shows a value in a problem: as JSON, shortened; empty for nothing. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? shownGroup(value) : shownPlain(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function shownPlain(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'bigint') return String(value);
  return JSON.stringify(value) ?? '';
}

/** Only its outline: a group may be deeper than JSON can be written. */
function shownGroup(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  const keys = Object.keys(value);
  return keys.length === 0
    ? '{}'
    : `{${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ', …' : ''}}`;
}
