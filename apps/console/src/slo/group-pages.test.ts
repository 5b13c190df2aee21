import type { SloPage } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { groupPages } from './group-pages.ts';

const at = (hour: number) => `2026-11-22T${hour}:00:00.000Z`;
const why = { kind: 'burn' };
const page = (id: string, firedAt: string, resolvedAt: string | null): SloPage =>
  ({ id, severity: 'page', untold: null, firedAt, resolvedAt, why }) as SloPage;
const ticket = (id: string, firedAt: string, untold: SloPage['untold']): SloPage =>
  ({ id, severity: 'ticket', untold, firedAt, resolvedAt: null, why }) as SloPage;

it('puts a ticket under the page that silenced it, and leaves all others where they were', () => {
  const pages = [
    ticket('told', at(15), null),
    ticket('same minute', at(14), 'page-fires'),
    page('second', at(14), null),
    ticket('of the first', at(11), 'page-fires'),
    page('first', at(10), at(12)),
    ticket('its page is not here', at(13), 'page-fires'),
  ];
  const found = groupPages(pages).map(({ page: { id }, silenced }) => [
    id,
    ...silenced.map((each) => each.id),
  ]);
  expect(found).toEqual([
    ['told'],
    ['second', 'same minute'],
    ['first', 'of the first'],
    ['its page is not here'],
  ]);
});

it('puts it under a page of its own kind rather than a later one of another', () => {
  const spent = { ...page('spent', at(11), null), why: { kind: 'budget-spent' } } as SloPage;
  const pages = [ticket('slow', at(12), 'page-fires'), spent, page('quick', at(10), null)];
  expect(groupPages(pages).map(({ page: { id }, silenced }) => [id, silenced.length])).toEqual([
    ['spent', 0],
    ['quick', 1],
  ]);
});
