/**
 * A path of ours to go to after signing in; `/` for anything that would lead elsewhere: another
 * host, another scheme, or back into the login.
 */
export function returnPath(asked: string | undefined, base: URL): string {
  const text = asked ?? '';
  // Browsers drop control characters and read a backslash as a slash.
  if (!text.startsWith('/') || text.length > 1000 || /[\\\p{Cc}]/u.test(text)) return '/';
  if (!URL.canParse(text, base.origin)) return '/';
  const url = new URL(text, base.origin);
  if (url.origin !== base.origin || url.pathname.startsWith('//')) return '/';
  if (/^\/(login|logout)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
