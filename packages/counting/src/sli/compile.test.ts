import { describe, expect, it } from 'vitest';
import { countBytes } from '../../test/count-bytes.ts';
import type { Sli } from './declaration.ts';
import { defaultSli } from './declaration.ts';
import { definitionHash } from './definition-hash.ts';

const line = (path: string, status: number) =>
  `http 2026-10-04T00:01:00Z lb 1.1.1.1:1 2.2.2.2:2 0.1 0.1 0.1 ${status} 200 1 2 "GET http://a:80${path} HTTP/1.1" "x"\n`;
const minute = Date.UTC(2026, 9, 4, 0, 1) / 60_000;

function count(lines: readonly string[], sli: Sli) {
  return countBytes(Buffer.from(lines.join('')), { sli });
}

describe('an SLI over logs', () => {
  it('counts each route by itself, the first that fits, and what fits none as other', () => {
    const when = (pattern: string) => ({ field: 'path', matches: [pattern] }) as const;
    const routes = [
      { name: 'one user', when: when('/users/?') },
      { name: 'users', when: when('/users/*') },
    ];
    const lines = [
      line('/users/7', 500),
      line('/users/77', 200),
      line('/users/', 200),
      line('/', 503),
    ];
    const { groups, minutes } = count(lines, { ...defaultSli, routes });
    expect(minutes).toEqual([{ minute, good: 2, bad: 2, excluded: 0 }]);
    expect(groups).toEqual([
      { name: 'one user', minutes: [{ minute, good: 0, bad: 1, excluded: 0 }] },
      { name: 'users', minutes: [{ minute, good: 2, bad: 0, excluded: 0 }] },
      { name: 'other', minutes: [{ minute, good: 0, bad: 1, excluded: 0 }] },
    ]);
  });

  it('combines conditions with all, any and not; of none, all hold and not one does', () => {
    const lines = [line('/a', 200), line('/b', 500)];
    const counts = (goodWhen: Sli['goodWhen']) => count(lines, { goodWhen }).minutes[0]?.good;
    const ok = { status: [{ from: 200, to: 299 }] };
    const a = { field: 'path', matches: ['/a'] } as const;
    expect(counts({ all: [ok, a] })).toBe(1);
    expect(counts({ all: [ok, { not: a }] })).toBe(0);
    expect(counts({ any: [{ not: ok }, a] })).toBe(2);
    expect(counts({ all: [] })).toBe(2);
    expect(counts({ any: [] })).toBe(0);
  });

  it('excludes before it judges, and leaves out before it excludes', () => {
    const lines = [line('/a', 500), line('/b', 500), line('/b', 200)];
    const sli: Sli = {
      ...defaultSli,
      filter: { field: 'path', matches: ['/b'] },
      excludedWhen: { status: [{ from: 500, to: 500 }] },
    };
    expect(count(lines, sli).minutes).toEqual([{ minute, good: 1, bad: 0, excluded: 1 }]);
  });

  it('has one name however its declaration is written, and another when it means something else', () => {
    const one = definitionHash('alb', { goodWhen: { all: [] }, filter: { any: [] } });
    const same = definitionHash('alb', { filter: { any: [] }, goodWhen: { all: [] } });
    expect(same).toBe(one);
    expect(definitionHash('clb', { goodWhen: { all: [] }, filter: { any: [] } })).not.toBe(one);
    expect(definitionHash('alb', { goodWhen: { all: [] } })).not.toBe(one);
  });
});
