import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { writeEntries } from '../../test/chain.ts';
import { makeCheckpoint, newSigningKey, signerFromPem } from './checkpoint.ts';

let first: TestWorld;
const clock = turnableClock();
beforeAll(async () => {
  first = await createWorld({ database: await openTestDatabase(), clock });
});
afterAll(() => first.database.close());

it('a checkpoint by a forger’s own key passes only where no key is trusted', async () => {
  await writeEntries(first, 3);
  const anchor = await first.as('sre', 'timeline.anchor', {});
  const keys = (key: string) => (yaml: string) => `${yaml}\ntimeline:\n  keys:\n    - ${key}\n`;
  const config = practiceConfig(keys(anchor.publicKey));
  const pinned = await createWorld({ database: first.database, clock, config });
  const verify = (world: TestWorld, anchors: object[], more = {}) =>
    world.as('auditor', 'timeline.verify', { anchors, ...more });
  expect(await verify(first, [anchor])).toMatchObject({ ok: true, anchorKey: 'self-asserted' });
  expect(await verify(pinned, [anchor])).toMatchObject({ ok: true, anchorKey: 'pinned' });

  // Whoever owns the database rewrites the chain, and signs where it stands now.
  const { head, entries } = await first.as('auditor', 'timeline.verify', {});
  const { installation } = anchor;
  const facts = { installation, number: entries, hash: head ?? '', at: clock.now().toISOString() };
  const forged = makeCheckpoint(signerFromPem(newSigningKey()), facts);
  expect(await verify(first, [forged])).toMatchObject({ ok: true, anchorKey: 'self-asserted' });
  const broken = { number: entries, check: 'anchor-key' };
  expect(await verify(pinned, [forged])).toMatchObject({ ok: false, broken });
  const asked = await verify(first, [forged], { keys: [anchor.publicKey] });
  expect(asked).toMatchObject({ ok: false, broken });
});
