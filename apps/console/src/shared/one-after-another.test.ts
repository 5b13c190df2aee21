import { expect, it } from 'vitest';
import { oneAfterAnother } from './one-after-another.ts';

const never = () => new Promise<void>(() => undefined);

/** Refreshes that end when the test says so. */
function refreshes(patience: () => Promise<unknown> = never) {
  const asked: string[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  const want = oneAfterAnother((scope) => {
    asked.push(scope);
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  }, patience);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { asked, ends, want, settle };
}

it('asks at once, and once more for everything that came meanwhile', async () => {
  const { asked, ends, want, settle } = refreshes();
  for (let entry = 0; entry < 1000; entry += 1) want('some');
  expect(asked).toEqual(['some']);
  ends[0]?.resolve();
  await settle();
  expect(asked).toEqual(['some', 'some']);
  ends[1]?.resolve();
  await settle();
  expect(asked).toHaveLength(2);
  want('some');
  expect(asked).toHaveLength(3);
});

it('does not forget that all was wanted when some is wanted after it', async () => {
  const { asked, ends, want, settle } = refreshes();
  want('some');
  want('all');
  want('some');
  ends[0]?.resolve();
  await settle();
  expect(asked).toEqual(['some', 'all']);
});

it('goes on after one that failed', async () => {
  const { asked, ends, want, settle } = refreshes();
  want('some');
  want('some');
  ends[0]?.reject(new Error('gone'));
  await settle();
  expect(asked).toHaveLength(2);
});

it('does not wait for ever for one that hangs', async () => {
  const enough = Promise.withResolvers<void>();
  const { asked, want, settle } = refreshes(() => enough.promise);
  want('some');
  want('some');
  await settle();
  expect(asked).toHaveLength(1);
  enough.resolve();
  await settle();
  expect(asked).toHaveLength(2);
});
