import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { fileOf, isStale } from './apply.ts';
import { placesOf } from './places.ts';
import { createSnapshotReader, readState } from './store.ts';

const nothing = { found: 0, added: 0, deactivated: [], problems: [] };

/** What the directory said last, and who of it is nobody here. */
export const showDirectory = implement(contract['people.directory'], {
  decide: async (tx) => {
    const { directory } = tx.config;
    const state = await readState(tx);
    const snapshot = await createSnapshotReader().in(tx);
    const problem = state?.problem ?? null;
    if (directory === null || snapshot === null) {
      const configured = directory !== null;
      return { configured, readAt: null, problem, stale: configured, ...nothing };
    }
    const places = placesOf(fileOf(tx.config), directory, snapshot);
    return {
      ...{ configured: true, problem, stale: isStale(tx.config, snapshot, tx.now) },
      readAt: snapshot.readAt.toISOString(),
      found: places.groups.size - places.added.length,
      added: places.added.length,
      deactivated: [...places.deactivated].sort(),
      problems: places.problems.map((each) => ({ ...each })),
    };
  },
});
