import type { TestWorld } from '../../../test/support/world.ts';
import { transactAsSystem } from '../src/platform/transact-as-system.ts';
import { keepPulls } from '../src/slo/commits/store.ts';

/** An open pull request that GitHub told of. */
export async function plantedPull({
  core,
}: TestWorld): Promise<{ readonly repository: string; readonly commit: string }> {
  const [repository, commit] = ['example/shop', '3f9c2d1e'.repeat(5)];
  await transactAsSystem(core.house, (tx) =>
    keepPulls(tx, [
      {
        repository,
        number: 7,
        head: commit,
        labels: [],
        open: true,
        changed_at: tx.now,
      },
    ]),
  );
  return { repository, commit };
}
