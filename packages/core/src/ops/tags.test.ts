import { expect, it } from 'vitest';
import type { LeaseRow } from '../leases/index.ts';
import { launchTags } from './tags.ts';

/** The tag that a server launched for this reason bears. */
function reasonTag(reason: string): string | undefined {
  const lease = { id: 'ops-1', environment: 'staging', holder: 'taro', hard_maximum: null, reason };
  return launchTags('practice', lease as LeaseRow)['sekisho:reason'];
}

it.each([
  ['障害対応:在庫が合わない(#123)', '障害対応:在庫が合わない  123 '],
  ['か\u3099き\u3099 を見る', 'がぎ を見る'],
  ['look <at> “the” slow\nquery 🔥', 'look  at   the  slow query  '],
])('a reason %j is tagged in characters that AWS allows', (reason, tag) => {
  expect(reasonTag(reason)).toBe(tag);
});

it('a long reason is cut to the length that AWS allows, and no letter in two', () => {
  expect(reasonTag('あ'.repeat(300))).toBe('あ'.repeat(256));
  expect(reasonTag('𠮷'.repeat(200))).toBe('𠮷'.repeat(128));
  expect(reasonTag(`a${'𠮷'.repeat(200)}`)).toBe(`a${'𠮷'.repeat(127)}`);
});
