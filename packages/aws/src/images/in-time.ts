const timeoutMs = 30_000;

/** Bounds one call. */
export function inTime(): AbortSignal {
  return AbortSignal.timeout(timeoutMs);
}
