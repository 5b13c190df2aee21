import { parseDuration } from '@sekisho/words';

/** Seconds of a span that the schema has checked. Errors: throws for one that it has not. */
export function secondsOf(span: string): number {
  const seconds = parseDuration(span);
  if (seconds === null) throw new Error(`"${span}" was not checked by the schema`);
  return seconds;
}
