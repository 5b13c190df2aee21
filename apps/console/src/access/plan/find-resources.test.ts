import type { ResourceDiff, Risk } from '@sekisho/terraform-plan';
import { describe, expect, it } from 'vitest';
import { actionsIn, findResources, keyOfResource, pageOf, pageSize } from './find-resources.ts';
import { worstBy } from './worst-by.ts';

const absent = { kind: 'absent' } as const;
const resource = (address: string, change: Partial<ResourceDiff> = {}): ResourceDiff => ({
  ...{ address, type: 'a', mode: 'managed', action: 'update', reason: null, leftOut: 0 },
  ...{ previousAddress: null, imported: false, deposed: false },
  attributes: [
    { path: 'tags.Owner', before: absent, after: absent, forcesReplace: false, lines: null },
  ],
  ...change,
});
const all = [
  resource('aws_db_instance.main', { action: 'delete' }),
  resource('module.web.aws_instance.a'),
  resource('module.web.aws_instance.b'),
];

describe('the resources that are looked for', () => {
  it('hold every word, in their address or in the name of an attribute', () => {
    const found = (search: string) => findResources(all, search, '').map(({ address }) => address);
    expect(found('WEB .b')).toEqual(['module.web.aws_instance.b']);
    expect(found('owner main')).toEqual(['aws_db_instance.main']);
    expect(found('nowhere')).toEqual([]);
  });

  it('are of the action that is asked for', () => {
    expect(findResources(all, '', 'delete')).toEqual([all[0]]);
    expect(actionsIn(all)).toEqual(['delete', 'update']);
  });

  it('stand on pages, the last of which is kept when fewer are found', () => {
    const many = Array.from({ length: pageSize * 2 + 1 }, (_, index) => index);
    expect(pageOf(many, 2)).toEqual({ rows: [pageSize * 2], page: 2, from: pageSize * 2 });
    expect(pageOf(many.slice(0, 3), 2)).toEqual({ rows: [0, 1, 2], page: 0, from: 0 });
  });

  it('have names of their own, also where several old objects share an address', () => {
    const old = resource('a.b', { deposed: true });
    expect(new Set([old, old].map(keyOfResource)).size).toBe(2);
    const cut = resource('a.b["kkk…');
    expect(new Set([cut, cut].map(keyOfResource)).size).toBe(2);
  });

  it('carry the worst of their risks', () => {
    const risk = (severity: Risk['severity']): Risk => ({
      ...{ code: 'destroy', severity, address: 'a.b', facts: {} },
    });
    expect(worstBy([risk('danger'), risk('note')]).get('a.b')).toBe('danger');
  });
});
