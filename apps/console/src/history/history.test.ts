import { describe, expect, it } from 'vitest';
import { leaseWith } from '../../test/leases.ts';
import { readAddress, withFilter, writeAddress } from '../shared/search-params.ts';
import { leasesCsv } from './csv.ts';
import { historyInput, readHistorySearch, stateChoices } from './search.ts';

describe('leasesCsv', () => {
  const rowOf = (change: Parameters<typeof leaseWith>[0]) =>
    leasesCsv([leaseWith(change)]).split('\r\n')[1];

  it('writes a head and a line for each lease, ending in CRLF', () => {
    const lines = leasesCsv([leaseWith({}), leaseWith({ id: 'ops-bbbbbb' })]).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^id,kind,state,environment,holder,.*,lent,approvers$/);
    expect(lines[2]).toMatch(/^ops-bbbbbb,ops-server,active,staging,engineer/);
  });

  it('quotes commas, quotes and line ends', () => {
    expect(rowOf({ reason: 'a "b", c' })).toContain('"a ""b"", c"');
  });

  it('keeps text that begins like a formula from being run', () => {
    expect(rowOf({ reason: '=HYPERLINK("x")' })).toContain(`"'=HYPERLINK(""x"")"`);
    expect(rowOf({ reason: '@sum' })).toContain(`'@sum`);
    for (const reason of ['-1+1', '+1', '＝1+1', '＠sum', '\t=1', ' =1', '\u3000＝1']) {
      expect(rowOf({ reason }), reason).toContain(`'${reason}`);
    }
    expect(rowOf({ reason: 'a = b' })).toContain(',a = b,');
  });

  it('leaves what is not known empty and lists approvers', () => {
    const approvals = [
      { approver: 'sre', at: '' },
      { approver: 'sre2', at: '' },
    ];
    expect(rowOf({ ticket: null, approvals })).toMatch(/,,2026.*,sre sre2$/);
  });
});

describe('filters in the address', () => {
  it('stand there as they were typed, whatever they look like', () => {
    const typed = { search: '42', reason: 'a b&c=d', before: 'true', since: '7日' };
    expect(writeAddress(typed)).toMatch(/^\?search=42&reason=a\+b%26c%3Dd&before=true&since=/);
    expect(readAddress(writeAddress(typed))).toEqual(typed);
    expect(writeAddress({})).toBe('');
    expect(writeAddress({ search: undefined })).toBe('');
  });

  it('are read where they are known, and texts', () => {
    const raw = { search: '42', environment: 'staging', holder: '', other: 'x', since: ['a'] };
    expect(readHistorySearch(raw)).toEqual({ search: '42', environment: 'staging' });
  });

  it('asks for a state only when there is such a one', () => {
    expect(stateChoices).toContain('ended');
    expect(historyInput({ state: 'ended' }, 50)).toEqual({ state: 'ended', limit: 50 });
    expect(historyInput({ kind: 'ci-role' }, 50)).toEqual({ kind: 'ci-role', limit: 50 });
    expect(historyInput({ state: 'nonsense', kind: 'x', holder: 'sre' }, 50)).toEqual({
      holder: 'sre',
      limit: 50,
    });
  });

  it('sets one filter and takes it out when it is emptied', () => {
    const search: Record<string, string> = { search: 'query', holder: 'sre' };
    expect(withFilter(search, 'holder', 'engineer')).toEqual({
      search: 'query',
      holder: 'engineer',
    });
    expect(withFilter(search, 'holder', '')).toEqual({ search: 'query' });
  });
});
