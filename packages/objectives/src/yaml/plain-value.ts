/** The values of a document, aliases written out, are more than anyone writes. */
export class TooMuch extends Error {}

const maximumValues = 500_000;

/**
 * Copies parsed YAML into plain values that share nothing, so that what follows costs no more
 * than its size; whole numbers that JavaScript cannot hold exactly stay as they were written.
 * @param wholeFrom so do all from this size on
 * Errors: `TooMuch`, when aliases make it grow beyond reason.
 */
export function plainValue(parsed: unknown, wholeFrom: number): unknown {
  let left = maximumValues;
  const copy = (value: unknown): unknown => {
    left -= 1 + (typeof value === 'string' ? value.length / 64 : 0);
    if (left < 0) throw new TooMuch();
    if (typeof value === 'bigint') {
      const number = Number(value);
      return BigInt(number) === value && Math.abs(number) < wholeFrom ? number : value;
    }
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(parsed);
}
