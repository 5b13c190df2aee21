import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { type Tx, transact } from '../../platform/context.ts';
import { scrub } from '../../platform/scrub.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import { readFilter } from '../asked.ts';
import { commandView } from '../command-view.ts';
import { reachOf } from '../readers.ts';
import { matcherOf } from './pattern.ts';
import { commandsFrom, countUnread, type FoundCommand, type Place } from './store.ts';

/** Commands read from the database at once, and looked at for one page. */
const batch = 1000;
const mostLooked = 50_000;
/** Nobody else is served while patterns are looked for: a page that takes longer ends early, and says where to go on. */
const longestMs = 500;

interface Searched {
  readonly matches: readonly FoundCommand[];
  readonly next: Place | null;
  readonly looked: number;
  readonly withheld: number;
  readonly unindexed: number;
}

export const grep = implement(contract['ops.sessions.grep'], {
  prepare: async ({ house, context }: PrepareScope<unknown>, input) => {
    const fits = matcherOf(input);
    const limit = input.limit ?? 100;
    let after = input.after === undefined ? null : readPlace(input.after);
    const { reach, filter, ...unread } = await transact(house, context.principal, async (tx) => {
      const found = { reach: reachOf(tx, context), filter: readFilter(tx, input) };
      return { ...found, ...(await countUnread(tx, found.filter, found.reach)) };
    });
    const matches: FoundCommand[] = [];
    const watch = createWatch();
    let looked = 0;
    let isOver = reach.own === null;
    while (!isOver && matches.length < limit && looked < mostLooked && !watch.isOver()) {
      const rows = await transactAsSystem(house, (tx) =>
        commandsFrom(tx, filter, reach, after, batch),
      );
      isOver = rows.length < batch;
      watch.start();
      for (const row of rows) {
        after = { startedAt: row.started_at, session: row.session, number: row.number };
        looked += 1;
        if (fits(row.text)) matches.push(row);
        if (matches.length === limit || watch.isOver()) {
          isOver = isOver && row === rows.at(-1);
          break;
        }
      }
      watch.stop();
    }
    return { ...unread, matches, looked, next: isOver ? null : after } satisfies Searched;
  },
  decide: async (tx, input, { matches, next, ...counts }: Searched) => {
    recordSearch(tx, input.pattern, matches);
    return {
      matches: matches.map((row) => ({
        ...commandView(row),
        ...{ session: row.session, lease: row.lease, environment: row.environment },
        ...{ person: row.person, owner: row.owner, startedAt: row.started_at.toISOString() },
        commandsFrom: row.commands_from,
      })),
      next: next === null ? null : textOf(next),
      ...counts,
    };
  },
});

/** What somebody saw of what others did is an entry, page by page. */
function recordSearch(tx: Tx, pattern: string, matches: readonly FoundCommand[]): void {
  const reader = ownerOf(tx.principal.id);
  const others = matches.filter(({ person }) => person !== reader);
  if (others.length === 0) return;
  const read = [...new Set(others.map(({ session }) => session))];
  const data = { commands: others.length, sessions: read.slice(0, 50), more: read.length > 50 };
  tx.record({ action: 'ops.sessions.grep', data, texts: { pattern: scrub(pattern) } });
}

function textOf({ startedAt, session, number }: Place): string {
  return `${startedAt.getTime()}/${number}/${session}`;
}

/** What `textOf` wrote; the contract says that it is so. */
function readPlace(text: string): Place {
  const [at = '0', number = '0', session = ''] = text.split('/');
  return { startedAt: new Date(Number(at)), session, number: Number(number) };
}

/** Measures looking alone: a database that is slow to answer must not keep a search from getting on. */
function createWatch() {
  let spent = 0;
  let since: number | null = null;
  const now = () => spent + (since === null ? 0 : performance.now() - since);
  return {
    start: () => {
      since = performance.now();
    },
    stop: () => {
      spent = now();
      since = null;
    },
    isOver: () => now() > longestMs,
  };
}
