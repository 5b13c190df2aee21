import { expect, it } from 'vitest';
import { newestFirst } from './newest-first.ts';

const order = (...paths: readonly string[]) =>
  newestFirst(paths.map((path) => ({ path, id: path, size: 1, named: true }))).map(
    ({ path }) => path,
  );

it('reads what is written now before what was rotated, and later days before earlier ones', () => {
  const [now, one, two] = ['/log/access.log', '/log/access.log.1', '/log/access.log.2.gz'];
  expect(order(two, one, now)).toEqual([now, one, two]);
  expect(order('/a/2026-10-31.log.gz', '/a/2026-11-02.log', '/a/2026-11-01.log.gz')).toEqual([
    '/a/2026-11-02.log',
    '/a/2026-11-01.log.gz',
    '/a/2026-10-31.log.gz',
  ]);
  expect(order('/20200101/b.log-20261003', '/20200101/b.log')).toEqual([
    '/20200101/b.log',
    '/20200101/b.log-20261003',
  ]);
});

it('leaves out what only lies beside', () => {
  expect(newestFirst([{ path: '/a.log.9', id: '9', size: 1, named: false }])).toEqual([]);
});
