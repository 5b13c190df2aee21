import type { Config } from '@sekisho/config';
import { addSeconds, type Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { withDirectory, withoutDeactivated } from '../directory/apply.ts';
import { createSnapshotReader } from '../directory/store.ts';
import { overlay, type RosterFacts } from './overlay.ts';
import { committedMemberships, membershipsInForce } from './store.ts';

/** How old what was read of the database may be when a door asks, seconds. */
const freshSeconds = 5;
const nothing: RosterFacts = { memberships: [], directory: null };

interface Options {
  /** The configuration of the file. */
  readonly file: () => Config;
  readonly clock: Clock;
  readonly database: Database;
}

/** The configuration with the roster in force: of the file, and of what the database adds to it. */
export interface RosterInForce {
  /** By what was last read; a membership that is over by the clock is over here, whoever is away. */
  readonly config: () => Config;
  /** As a transaction finds it. */
  readonly configIn: (tx: Tx) => Promise<Config>;
  /** Reads again what may have moved. Errors: none; what was read before goes on to hold until it is over. */
  readonly refresh: () => Promise<void>;
  /** The same, unless it was read a moment ago. */
  readonly freshen: () => Promise<void>;
}

/** Keeps the roster in force of one process. Nothing is read where the file has nothing that could add to it. */
export function createRosterInForce({ file, clock, database }: Options): RosterInForce {
  let facts = nothing;
  const seen = rememberLast(inForce);
  const snapshots = createSnapshotReader();
  let readAt: Date | null = null;
  const keep = (found: RosterFacts, at: Date) => {
    if (readAt !== null && at < readAt) return;
    facts = found;
    readAt = at;
  };
  const refresh = async () => {
    if (!addsToRoster(file())) return;
    const at = clock.now();
    try {
      const [memberships, directory] = [
        file().memberships.length === 0 ? [] : await committedMemberships(database),
        file().directory === null ? null : await snapshots.committed(database),
      ];
      keep({ memberships, directory }, at);
    } catch {
      // Whoever goes on to need the database is told what is wrong with it.
    }
  };
  return {
    config: () => (addsToRoster(file()) ? seen(file(), facts, clock.now()) : file()),
    async configIn(tx) {
      const config = file();
      if (!addsToRoster(config)) return config;
      const found = {
        memberships: config.memberships.length === 0 ? [] : await membershipsInForce(tx),
        directory: config.directory === null ? null : await snapshots.in(tx),
      };
      keep(found, tx.now);
      return inForce(config, found, tx.now);
    },
    refresh,
    async freshen() {
      if (readAt === null || clock.now() >= addSeconds(readAt, freshSeconds)) await refresh();
    },
  };
}

function addsToRoster({ memberships, directory }: Config): boolean {
  return memberships.length > 0 || directory !== null;
}

/** How long what was worked out is taken as it is, milliseconds: a pass of the engine asks for each lease. */
const sameMilliseconds = 1000;

/** Works it out anew when anything it is made of changed, and no later than a moment after. */
function rememberLast(work: typeof inForce): typeof inForce {
  let last: { file: Config; facts: RosterFacts; at: number; config: Config } | null = null;
  return (file, facts, now) => {
    const age = last === null ? -1 : now.getTime() - last.at;
    const same = last?.file === file && last.facts === facts;
    if (last !== null && same && age >= 0 && age < sameMilliseconds) {
      const { at } = last;
      if (!facts.memberships.some(({ until }) => at < +until && +until <= +now)) return last.config;
    }
    last = { file, facts, at: now.getTime(), config: work(file, facts, now) };
    return last.config;
  };
}

/** People of the directory first, who may be members too; who is deactivated there last, whoever gave them what. */
function inForce(file: Config, facts: RosterFacts, now: Date): Config {
  const given = overlay(withDirectory(file, facts.directory, now), facts, now);
  return withoutDeactivated(given, file, facts.directory);
}
