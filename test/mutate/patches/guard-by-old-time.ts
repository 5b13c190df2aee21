import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A process that a slow database kept waiting past its claim makes no call.',
  file: 'packages/core/src/leases/engine/store.ts',
  find: `  const row = await engine.house.database.kysely
    .selectFrom('targets')
    .select(['fence', 'claimed_until'])
    .where('key', '=', target.key)
    .executeTakeFirst();
  const until = row?.claimed_until as Date | null | undefined;
  // By the time of now: the database may have kept us waiting.
  const callEnds = addSeconds(engine.house.clock.now()`,
  replace: `  const now = engine.house.clock.now();
  const row = await engine.house.database.kysely
    .selectFrom('targets')
    .select(['fence', 'claimed_until'])
    .where('key', '=', target.key)
    .executeTakeFirst();
  const until = row?.claimed_until as Date | null | undefined;
  // By the time of now: the database may have kept us waiting.
  const callEnds = addSeconds(now`,
  tests: ['packages/core/src/leases/engine/claims.test.ts'],
  title: 'when the database answered',
};
