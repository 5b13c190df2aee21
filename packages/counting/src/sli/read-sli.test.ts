import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySli } from '../../test/sli-declarations.ts';
import { defaultSli, type Sli } from './declaration.ts';
import { readSli } from './read-sli.ts';
import type { SliPath } from './sli-problem.ts';
import { writeSli } from './write-sli.ts';

const place = (path: SliPath, at: 'key' | 'value' = 'value') =>
  at === 'key' ? `${path.join('.')}!` : path.join('.');
const read = (value: unknown) => readSli(value, place);
const told = (value: unknown) => {
  const { sli, problems } = read(value);
  expect(sli).toBeNull();
  return problems.map((problem) => [problem.code, problem.place]);
};
const good = { goodWhen: { status: '2xx' } };

describe('reading an SLI over logs', () => {
  it('reads what people write', () => {
    const value = {
      filter: { host: 'www.example.com', path: ['/api/*', '/v?/*'] },
      excludedWhen: { any: [{ status: [499, '460'] }, { path: '/healthz' }] },
      badWhen: { any: [{ status: ['429', '500-599'] }, { slowerThan: '0.3s' }] },
      routes: [{ name: 'users', when: { path: '/api/users/*', method: 'GET' } }],
    };
    const path = (...matches: string[]) => ({ field: 'path', matches }) as const;
    const expected: Sli = {
      filter: {
        all: [{ field: 'host', matches: ['www.example.com'] }, path('/api/*', '/v?/*')],
      },
      excludedWhen: {
        any: [
          {
            status: [
              { from: 499, to: 499 },
              { from: 460, to: 460 },
            ],
          },
          path('/healthz'),
        ],
      },
      goodWhen: {
        not: {
          any: [
            {
              status: [
                { from: 429, to: 429 },
                { from: 500, to: 599 },
              ],
            },
            { slowerThan: 300_000 },
          ],
        },
      },
      routes: [
        {
          name: 'users',
          when: { all: [path('/api/users/*'), { field: 'method', matches: ['GET'] }] },
        },
      ],
    };
    expect(read(value)).toEqual({ sli: expected, problems: [] });
  });

  it('reads back whatever is written of an SLI, as the same SLI', () => {
    expect(writeSli(defaultSli)).toEqual({ goodWhen: { not: { status: '500-999' } } });
    fc.assert(
      fc.property(anySli, (sli) => {
        const stored: unknown = JSON.parse(JSON.stringify(writeSli(sli)));
        expect(read(stored)).toEqual({ sli, problems: [] });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [[], [['not-a-map', '']]],
    [{}, [['none-given', '']]],
    [{ ...good, badWhen: { status: 500 } }, [['both-given', 'badWhen!']]],
    [{ ...good, filtre: {} }, [['unknown-key', 'filtre!']]],
    [{ ...good, filter: {} }, [['none-given', 'filter']]],
    [{ ...good, filter: null }, [['wrong-type', 'filter']]],
    [{ goodWhen: { stats: 500 } }, [['unknown-key', 'goodWhen.stats!']]],
    [{ goodWhen: { not: [{ status: 500 }] } }, [['wrong-type', 'goodWhen.not']]],
    [{ goodWhen: { any: { status: 500 } } }, [['wrong-type', 'goodWhen.any']]],
    [
      { goodWhen: { status: ['5xx', '599-500', 1000, 4.5, -1, null, '6x'] } },
      [1, 2, 3, 4, 5, 6].map((at) => ['bad-status', `goodWhen.status.${at}`]),
    ],
    [{ goodWhen: { status: [] } }, [['wrong-count', 'goodWhen.status']]],
    [{ goodWhen: { slowerThan: 300 } }, [['bad-latency', 'goodWhen.slowerThan']]],
    [{ goodWhen: { slowerThan: '0ms' } }, [['bad-latency', 'goodWhen.slowerThan']]],
    [
      { goodWhen: { path: ['/a', 7, ''] } },
      [
        ['wrong-type', 'goodWhen.path.1'],
        ['wrong-type', 'goodWhen.path.2'],
      ],
    ],
    [{ goodWhen: { agent: 'a'.repeat(1001) } }, [['too-long', 'goodWhen.agent']]],
    [{ ...good, routes: {} }, [['wrong-type', 'routes']]],
    [{ ...good, routes: [] }, [['wrong-count', 'routes']]],
    [{ ...good, routes: [{ name: 'a' }] }, [['missing', 'routes.0']]],
    [
      { ...good, routes: ['a', 'other', 'a'].map((name) => ({ name, when: { path: '/' } })) },
      [
        ['same-route', 'routes.1.name'],
        ['same-route', 'routes.2.name'],
      ],
    ],
  ])('refuses %j and says where', (value, expected) => {
    expect(told(value)).toEqual(expected);
  });

  it('takes anything at all without failing', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom('any', 'not', 'goodWhen', 'routes', 'x', '__proto__'),
          maxDepth: 6,
        }),
        (value) => {
          const { sli, problems } = read(value);
          expect(sli === null).toBe(problems.length > 0);
        },
      ),
      { numRuns: 100 },
    );
    let deep: unknown = { status: 500 };
    for (let level = 0; level < 20_000; level += 1) deep = { not: deep };
    expect(told({ goodWhen: deep })[0]?.[0]).toBe('too-deep');
    const crowd = Array.from({ length: 1001 }, () => ({ status: 500 }));
    expect(told({ goodWhen: { any: crowd } })).toEqual([['wrong-count', 'goodWhen.any']]);
    const wide = Array.from({ length: 500 }, () => ({ stats: 500 }));
    expect(read({ goodWhen: { any: wide } }).problems.length).toBe(100);
    const circle: Record<string, unknown> = {};
    circle.not = circle;
    expect(told({ goodWhen: circle })[0]?.[0]).toBe('too-deep');
  });
});
