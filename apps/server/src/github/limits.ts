/** That GitHub asks to be left alone. */
export interface LimitSaid {
  /** Null when it did not say for how long. */
  readonly seconds: number | null;
}

/**
 * What an answer says of GitHub's limits; null when it says nothing of the kind. `Retry-After` comes
 * first, then the end of the hour's allowance; a secondary limit may come with neither.
 * @param said beginning of the answer's body
 * @param now milliseconds since 1970
 * Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function limitSaid(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  said: string,
  now: number,
): LimitSaid | null {
  if (status < 400) return null;
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(after)) return { seconds: Number(after) };
  if (status !== 403 && status !== 429) return null;
  if (headers.get('x-ratelimit-remaining') === '0') {
    const reset = Number(headers.get('x-ratelimit-reset'));
    const seconds = Math.ceil(reset - now / 1000);
    return { seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null };
  }
  return status === 429 || /rate limit|abuse/i.test(said) ? { seconds: null } : null;
}
