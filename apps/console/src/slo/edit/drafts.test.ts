import { expect, test } from 'vitest';
import { draftsIn } from './drafts.ts';

function memory(entries = new Map<string, string>()): Storage {
  return {
    ...{ length: 0, key: () => null, clear: () => entries.clear() },
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  };
}

const draft = { file: 'services/shop.yaml', text: 'kind: SLO', base: 'kind: Service' };

test('gives back the draft of each file and of a new one by itself, until it is thrown away', () => {
  const storage = memory();
  const drafts = draftsIn(() => storage);
  expect(drafts.keep('services/shop.yaml', draft)).toBe(true);
  expect(drafts.keep(null, { ...draft, text: 'new' })).toBe(true);
  expect(drafts.read('services/shop.yaml')).toEqual(draft);
  expect(drafts.read(null)?.text).toBe('new');
  drafts.drop('services/shop.yaml');
  expect(drafts.read('services/shop.yaml')).toBeNull();
  expect(drafts.read(null)?.text).toBe('new');
});

test('says that nothing was kept where the browser keeps nothing, and reads nothing there', () => {
  const drafts = draftsIn(() => {
    throw new Error('denied');
  });
  expect(drafts.keep(null, draft)).toBe(false);
  expect(drafts.read(null)).toBeNull();
  drafts.drop(null);
});

test('takes what is not a draft for none', () => {
  const entries = new Map<string, string>();
  const storage = memory(entries);
  const drafts = draftsIn(() => storage);
  drafts.keep(null, draft);
  const [name = ''] = entries.keys();
  for (const other of ['{', 'null', '7', '{"file":"a","text":7,"base":""}']) {
    entries.set(name, other);
    expect(drafts.read(null)).toBeNull();
  }
});
