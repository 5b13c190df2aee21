import { expect, it } from 'vitest';
import { findInput, listInput, readSessionsSearch, showInput } from './search.ts';

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

it('asks for the commands around one that is beyond the first thousand', () => {
  const id = 'hanako-0a1b2c3d4e5f67890';
  expect(showInput(id, '1500')).toEqual({ id, limit: 1000, after: 1000 });
  for (const command of [undefined, '7', '1000', 'x', '1500.5', '9e99'])
    expect(showInput(id, command)).toEqual({ id, limit: 1000 });
});
