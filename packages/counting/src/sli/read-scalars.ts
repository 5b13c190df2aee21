import type { StatusSpan } from './declaration.ts';

const microseconds = { us: 1, µs: 1, μs: 1, ms: 1000, s: 1_000_000, m: 60_000_000 } as const;

/** Reads `500`, `5xx` or `500-599`, as text or as a number; null when it is none. */
export function readSpan(value: unknown): StatusSpan | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  const [, hundreds] = /^([1-9])xx$/i.exec(text) ?? [];
  if (hundreds !== undefined)
    return { from: Number(hundreds) * 100, to: Number(hundreds) * 100 + 99 };
  const [, from, to = from] = /^(\d{1,3})(?:\s*-\s*(\d{1,3}))?$/.exec(text) ?? [];
  if (from === undefined || Number(to) < Number(from)) return null;
  return { from: Number(from), to: Number(to) };
}

/** Reads `300ms`, `1.5s` or `2m`; whole microseconds above 0, null when it is none. */
export function readLatency(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const [, number, unit] =
    /^(\d{1,15}(?:\.\d{1,6})?)\s*(us|µs|μs|ms|s|m)$/i.exec(value.trim()) ?? [];
  const factor = microseconds[(unit ?? '').toLowerCase() as keyof typeof microseconds];
  // Rounded because 0.3 × 1,000,000 may not be whole in binary.
  const micros = Math.round(Number(number) * factor);
  return micros > 0 && Number.isSafeInteger(micros) ? micros : null;
}

/** Writes a span as `readSpan` reads it. */
export function spanText({ from, to }: StatusSpan): string | number {
  return from === to ? from : `${from}-${to}`;
}

/** Writes microseconds as `readLatency` reads them, in the largest unit that keeps them whole. */
export function latencyText(micros: number): string {
  if (micros % microseconds.s === 0) return `${micros / microseconds.s}s`;
  return micros % microseconds.ms === 0 ? `${micros / microseconds.ms}ms` : `${micros}us`;
}
