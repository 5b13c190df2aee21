/** The network's own word for what happened: `ECONNREFUSED` says more than "fetch failed". */
export function whyUnreached(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
