import { microsecondsOf } from '../time/digits.ts';

/**
 * A duration in microseconds, rounded up.
 * @param unit microseconds in one of what is written: 1,000,000 for seconds
 * @returns -1 for nothing or `-` (unknown), -2 for what is no duration
 */
export function decimalOf(bytes: Buffer, from: number, to: number, unit: number): number {
  if (from === to || (to === from + 1 && bytes[from] === 45)) return -1;
  if (unit === 1_000_000) {
    const micros = microsecondsOf(bytes, from, to);
    return micros < 0 ? -2 : micros;
  }
  const text = bytes.toString('latin1', from, to);
  if (!/^\d{1,15}(\.\d+)?$/.test(text)) return -2;
  // In whole nanoseconds first: 2.007 ms is a little more than 2007 µs in binary.
  return Math.ceil(Math.floor(Number(text) * unit * 1000 + 0.5) / 1000);
}
