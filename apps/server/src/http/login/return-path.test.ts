import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

describe('the path to go to after signing in', () => {
  const base = new URL('https://sekisho.example.com');
  it.each([
    ['/leases/ops-1?tab=x#connect', '/leases/ops-1?tab=x#connect'],
    ['/a/../b', '/b'],
  ])('%j is kept as %s', (asked, path) => {
    expect(returnPath(asked, base)).toBe(path);
  });

  it.each([
    ...['', undefined, 'leases', 'https://evil.example/', '//evil.example', '///evil.example'],
    ...['/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil', '/..//evil.example'],
    ...['javascript:alert(1)', '/login?return=/login', '/logout', `/${'x'.repeat(2000)}`],
  ])('%j leads nowhere else', (asked) => {
    expect(returnPath(asked, base)).toBe('/');
  });
});
