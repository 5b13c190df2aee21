import { afterAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, practiceConfig } from '../../../../test/support/world.ts';

const database = await openTestDatabase();

afterAll(() => database.close());

it('never lets one installation act on what another lends', async () => {
  await createWorld({ database });
  const other = practiceConfig((yaml) =>
    yaml.replace('installation: practice', 'installation: tokyo'),
  );
  await expect(createWorld({ database, config: other })).rejects.toThrow(
    /belongs to the installation "practice"/,
  );
  await createWorld({ database });
});
