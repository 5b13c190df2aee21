import { openOn, openPglite } from '@sekisho/core';
import { expect, test } from 'vitest';
import { endWhenDead } from './end-when-dead.ts';

test('a server ends with a line when its database thread has died, and lives on when it has none', async () => {
  const said: string[] = [];
  const cause = new Error('unreachable');
  const runner = await openPglite();
  const dying = Promise.withResolvers<Error>();
  const database = await openOn({ ...runner, died: dying.promise });
  endWhenDead(database.died, (line) => void said.push(line));
  endWhenDead(undefined, (line) => void said.push(line));
  dying.resolve(new Error('the database thread has ended', { cause }));
  await database.died;
  expect(said).toEqual([
    'Sekisho ends: the database thread has ended (unreachable). Start it again; nothing that was acknowledged is lost.',
  ]);
  await database.close();
});
