import { addSeconds } from './clock.ts';
import { type House, sqlOf, type Tx } from './context.ts';
import { transactAsSystem } from './transact-as-system.ts';

interface Tables {
  loops: { name: string; next_run_at: Date; claimed_until: Date | null };
}

/** Work that is done every so often by whichever replica comes first. */
export interface Loop {
  readonly name: string;
  readonly everySeconds: number;
  /** Longest it may take before another replica tries. */
  readonly claimSeconds: number;
  /** It may ask AWS for minutes: it is turned by itself, so that no other waits for it. */
  readonly slow?: true;
  readonly run: () => Promise<void>;
}

/** Loops that wait for each other, and for no others. */
export interface LoopTurn {
  readonly name: string;
  readonly turn: () => Promise<void>;
}

/** Runs the loops that are due and not running elsewhere. Failures are told and tried at the next turn. */
export async function runLoops(
  house: House,
  loops: readonly Loop[],
  onFailure: (name: string, error: unknown) => void,
): Promise<void> {
  for (const loop of loops) {
    if (!(await claim(house, loop))) continue;
    await loop.run().catch((error: unknown) => onFailure(loop.name, error));
    await transactAsSystem(house, async (tx) => {
      const next = addSeconds(tx.now, loop.everySeconds);
      await sqlOf<Tables>(tx)
        .updateTable('loops')
        .set({ claimed_until: null, next_run_at: next })
        .where('name', '=', loop.name)
        .execute();
    });
  }
}

async function claim(house: House, loop: Loop): Promise<boolean> {
  return transactAsSystem(house, async (tx) => {
    const tables = sqlOf<Tables>(tx);
    const until = addSeconds(tx.now, loop.claimSeconds);
    await tables
      .insertInto('loops')
      .values({ name: loop.name, next_run_at: tx.now, claimed_until: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const claimed = await tables
      .updateTable('loops')
      .set({ claimed_until: until })
      .where('name', '=', loop.name)
      .where('next_run_at', '<=', tx.now)
      .where((where) =>
        where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', tx.now)]),
      )
      .executeTakeFirst();
    return claimed.numUpdatedRows === 1n;
  });
}

/** Lets loops whose process died in the middle run again at once. */
export async function releaseLoops(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('loops')
    .set({ claimed_until: null })
    .where('claimed_until', 'is not', null)
    .execute();
}
