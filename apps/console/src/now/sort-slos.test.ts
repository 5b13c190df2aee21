import type { SloPage, SloState, SloSummary } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { sortSlos } from './sort-slos.ts';

const slo = (id: string, state: SloState) => ({ id, state }) as SloSummary;
const page = (id: string, rest: Partial<SloPage>) =>
  ({ id, slo: 'shop', untold: null, firedAt: '2026-11-22T10:00:00.000Z', ...rest }) as SloPage;

it('shows SLOs that want a look, the worst first, and counts those of which nothing is known', () => {
  const slos = [
    ...[slo('a', 'low'), slo('b', 'well'), slo('c', 'burning'), slo('d', 'waiting')],
    ...[slo('e', 'firing'), slo('f', 'spent'), slo('g', 'no-data')],
  ];
  const { troubled, waiting } = sortSlos(slos, []);
  expect(troubled.map(({ slo: { id } }) => id)).toEqual(['e', 'g', 'f', 'c', 'a']);
  expect(waiting).toBe(1);
});

it('lets a page tell why before a ticket, and what was told before what was not', () => {
  const told = page('told', { severity: 'page' });
  const open = [
    page('other', { slo: 'catalog', severity: 'page' }),
    page('ticket', { severity: 'ticket' }),
    page('watching', { severity: 'page', untold: 'shadow', firedAt: '2026-11-22T08:00:00.000Z' }),
    page('later', { severity: 'page', firedAt: '2026-11-22T11:00:00.000Z' }),
    told,
  ];
  const { troubled } = sortSlos([slo('shop', 'firing'), slo('none', 'low')], open);
  expect(troubled.map(({ page: why }) => why?.id ?? null)).toEqual(['told', null]);
});
