/**
 * Whether a Host or Origin names this machine's loopback, so that a page on the web that
 * resolves its own name to 127.0.0.1 reaches nothing.
 *
 * @param authority `host`, `host:port` or `[address]:port`
 */
export function isLoopback(authority: string): boolean {
  const match = /^(\[::1\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(authority);
  const host = match?.[1]?.toLowerCase();
  if (host === undefined) return false;
  return (
    host === '[::1]' || host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost')
  );
}

/** Whether an Origin header is absent or of this machine. */
export function isOwnOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const match = /^https?:\/\/(.+)$/.exec(origin);
  return match?.[1] !== undefined && isLoopback(match[1]);
}
