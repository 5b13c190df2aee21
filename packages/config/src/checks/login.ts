import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Providers send people back to an address, and nobody may listen on the way. */
export function checkLogin({ login, url }: Parts, report: Report): void {
  if (login === null) return;
  if (url === null) report('login-without-url', ['login'], {});
  else if (!isSafe(url)) report('login-insecure', ['url'], { value: url });
  const { issuer } = login.value;
  if (!isSafe(issuer)) report('login-insecure', ['login', 'issuer'], { value: issuer });
}

function isSafe(text: string): boolean {
  const url = URL.parse(text);
  return url === null || url.protocol === 'https:' || loopback.test(url.hostname);
}
