/** A number in [0, 1). */
export type Rng = () => number;

/** A random source whose state can be kept, so that a restarted world repeats no id. */
export interface KeptRng {
  readonly next: Rng;
  readonly state: () => number;
}

/**
 * Mulberry32 (public domain, by Tommy Ettinger): small and fast, not for secrets.
 *
 * @param seed any 32-bit integer, or the state of an earlier source
 */
export function createRng(seed: number): KeptRng {
  let state = seed >>> 0;
  return {
    next: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    state: () => state,
  };
}

/** `length` hexadecimal digits. */
export function hex(rng: Rng, length: number): string {
  let digits = '';
  while (digits.length < length) {
    digits += Math.floor(rng() * 0x1000000)
      .toString(16)
      .padStart(6, '0');
  }
  return digits.slice(0, length);
}

/** A UUID in form only: its digits come from `rng`. */
export function uuid(rng: Rng): string {
  const digits = hex(rng, 32);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

/** `base` milliseconds, give or take `jitter` of it. */
export function drawDelay(rng: Rng, base: number, jitter: number): number {
  if (base === 0 || jitter === 0) return base;
  return Math.round(base * (1 + jitter * (2 * rng() - 1)));
}
