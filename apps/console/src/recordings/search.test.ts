import { expect, it } from 'vitest';
import { findInput, listInput, readSessionsSearch } from './search.ts';

it('asks the list for its filters and its page, and nothing of the search', () => {
  const search = readSessionsSearch({ lease: 'ops-1', since: '7d', before: 'a', find: 'x', no: 1 });
  expect(listInput(search, 50)).toEqual({ lease: 'ops-1', since: '7d', before: 'a', limit: 50 });
});

it('searches within the same filters, letter by letter unless told otherwise', () => {
  const search = readSessionsSearch({ person: 'sre', find: 'rm -', before: 'a', after: 'b' });
  const asked = { person: 'sre', pattern: 'rm -', after: 'b', ignoreCase: true };
  expect(findInput(search)).toEqual(asked);
  expect(findInput({ ...search, regex: '1' })).toEqual({ ...asked, regex: true });
  expect(findInput(readSessionsSearch({ person: 'sre', find: ' ' }))).toBeNull();
});
