import { MantineProvider } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { leaseWith } from '../../test/leases.ts';
import { choose } from '../shared/preferences.ts';
import { ImageOfServer } from './image-of-server.tsx';
import { LentFacts } from './lent-facts.tsx';

const now = Date.parse('2026-11-21T10:30:00.000Z');
const imageCreatedAt = '2026-10-01T00:00:00.000Z';
const pageOf = (children: ReactNode) =>
  renderToStaticMarkup(<MantineProvider>{children}</MantineProvider>);

afterEach(() => choose({ language: 'en' }));

it('says on the card that a live server is on an old image, as the other cards do', () => {
  const card = (change: Partial<OpsLease>) =>
    pageOf(
      <LentFacts lease={leaseWith({ imageOld: true, imageCreatedAt, ...change })} now={now} />,
    );
  expect(card({})).toContain('The machine image is 51 days old.');
  expect(card({ imageOld: false })).not.toContain('machine image');
  expect(card({ state: 'ended' })).not.toContain('machine image');
});

it('tells on the page of a lease how old its image is and what changed in it, as far as anybody knows', () => {
  const changes = { added: ['jq 1.7'], removed: [], updated: ['curl 1 → 2'], more: 0 };
  const built = { builtAt: imageCreatedAt, runUrl: 'https://ci.example/1', previous: null };
  const imageProvenance = { ...built, commit: '5f1c0de5f1c0de', repository: 'acme/infra', changes };
  const lease = leaseWith({ imageCreatedAt, imageProvenance });
  const page = (shown: OpsLease) => pageOf(<ImageOfServer lease={shown} now={now} />);
  expect(page(lease)).toMatch(
    /ami-0abc1234.*51 days old.*acme\/infra 5f1c0de: 1 package updated, 1 added, 0 removed/,
  );
  const silent = page(leaseWith({ imageCreatedAt: null, imageProvenance: null }));
  expect(silent).toContain('ami-0abc1234');
  expect(silent).not.toMatch(/old|updated/);
  choose({ language: 'ja' });
  expect(page(lease)).toMatch(/51 日前に作成.*更新 1、追加 1、削除 0/);
});
