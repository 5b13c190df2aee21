import { expect, it } from 'vitest';
import { openPgliteWorker } from './pglite-runner.ts';

const dying = new URL('../../../test/programs/dying-thread.ts', import.meta.url);

it('a database thread that dies fails whoever waits, fails whoever asks later, and is told of', async () => {
  const runner = await openPgliteWorker('', dying);
  const waiting = [runner.query('select 2', []), runner.query('select 3', [])];
  for (const one of await Promise.allSettled(waiting)) expect(one.status).toBe('rejected');
  await expect(runner.query('select 4', [])).rejects.toThrow('the database thread has ended');
  expect(await runner.died).toMatchObject({ message: 'the database thread has ended' });
});
