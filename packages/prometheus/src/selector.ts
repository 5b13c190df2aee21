import { SourceError } from '@sekisho/core/sources';

const plain = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?:\{([^]*)\})?\s*$/;

/** A plain selector in its parts: the metric's name and what stands in its braces. */
export interface Selector {
  readonly name: string;
  readonly matchers: string;
}

/**
 * Takes a selector apart.
 * @throws {SourceError} `refused` for anything but a name with label matchers
 */
export function parseSelector(text: string): Selector {
  const found = plain.exec(text);
  if (found === null) {
    const why = 'a metric name with label matchers, without functions or ranges, is needed';
    throw new SourceError('refused', `${JSON.stringify(text.slice(0, 200))}: ${why}`);
  }
  const matchers = (found[2] ?? '').trim().replace(/,$/, '');
  return { name: found[1] ?? '', matchers };
}

/** The selector of another metric of the same family, with one more matcher. */
export function siblingOf({ name, matchers }: Selector, suffix: string, matcher = ''): string {
  const base = name.replace(/_bucket$/, '');
  const all = [matchers, matcher].filter((each) => each !== '').join(',');
  return all === '' ? `${base}${suffix}` : `${base}${suffix}{${all}}`;
}
