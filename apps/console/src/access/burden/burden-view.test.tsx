import { MantineProvider } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { choose } from '../../shared/preferences.ts';
import { BurdenView } from './burden-view.tsx';

type Answer = OutputOf<'access.burden'>;

const accounts = ['production', 'staging'].map((name, index) => ({
  ...{ id: String(index + 1).repeat(12), name, environment: name, production: index === 0 },
  ...{ region: 'us-east-1', aliases: [], color: null, permissionSets: [], roles: [] },
}));

const light: Answer = {
  ...{ since: '2026-01-01T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z', recordsFrom: null },
  ...{ unanswered: [], sets: [], people: [], roles: [], rolesMore: 0 },
  roleLooks: accounts.map(({ name }) => ({
    ...{ accountName: name, lookedAt: '2026-04-01T00:00:00.000Z', problem: null },
  })),
  ...{ rolesNotLookedAt: [], knows: ['CloudTrail is not read.'] },
  proposal: { changes: [], map: null },
};

const setOf = (permissionSet: string, finding: Answer['sets'][number]['finding']) => ({
  ...{ account: '111111111111', accountName: 'production', production: true, permissionSet },
  ...{ inMap: true, strong: null, standing: [], lent: { times: 0, last: null }, finding },
});

function pageOf(more: Partial<Answer> = {}): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <BurdenView burden={{ ...light, ...more }} accounts={accounts} />
    </MantineProvider>,
  );
}

afterEach(() => choose({ language: 'en' }));

it('says calmly that nothing weighs, and what it cannot know', () => {
  choose({ language: 'en' });
  const page = pageOf();
  expect(page).toContain('Nobody always has a strong permission set.');
  expect(page).toContain('Nothing to propose.');
  expect(page).toContain('CloudTrail is not read.');
  expect(page).not.toContain('smaller-map');
  expect(page).not.toContain('not-looked');
});

it('puts what asks for a decision first, and names everybody in a group', () => {
  choose({ language: 'en' });
  const group = { kind: 'group' as const, name: 'readers', people: ['ana', 'bo'], declared: false };
  const page = pageOf({
    sets: [
      setOf('Used', 'in-use'),
      setOf('Forgotten', 'unused'),
      { ...setOf('Strong', 'standing-strong'), standing: [group] },
    ],
  });
  const at = ['Strong', 'Forgotten', 'Used'].map((name) => page.indexOf(`<td>${name}</td>`));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at).not.toContain(-1);
  expect(page).toContain('group readers <small>ana, bo</small>');
});

it('gives the smaller map to copy, in Japanese too', () => {
  choose({ language: 'ja' });
  const page = pageOf({ proposal: { changes: [], map: 'accounts:\n  production: <id>\n' } });
  expect(page).toContain('accounts:\n  production: &lt;id&gt;\n</pre>');
  expect(page).toContain('小さくした一覧(書き込みはしません)');
});

it('lists roles that nobody used, and says how an account comes to be looked at', () => {
  choose({ language: 'en' });
  const [looked] = light.roleLooks;
  const role = {
    ...{ account: '111111111111', accountName: 'production', production: true, inMap: false },
    ...{ role: 'batch', createdAt: light.since, lastUsedAt: null, region: null },
  };
  const page = pageOf({ roles: [role], rolesMore: 3, roleLooks: looked ? [looked] : [] });
  expect(page).toContain('not in 400 days');
  expect(page).toContain('3 more are not listed.');
  expect(page).toContain('The roles of one account are not looked at.');
  expect(page).toContain('arn:aws:iam::222222222222:role/sekisho-look');
  expect(page).not.toContain('arn:aws:iam::111111111111');
});
