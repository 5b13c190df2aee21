// `npm run simulate`: lives of leases under every fault, in several processes; `--help` names its flags.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { openOn, openPglite } from '@sekisho/core';
import { readFlags } from '../support/read-flags.ts';
import { livesPerWorld, runLives } from './run-lives.ts';
import { pairs, unvisited, type Visits, visitTable } from './visits.ts';

type Counts = [string, number][];
type Message =
  | { readonly is: 'world'; readonly ends: Counts }
  | { readonly is: 'done'; readonly visits: Counts }
  | { readonly is: 'broken'; readonly words: string };

const usage = `npm run simulate [-- flags]: lives of leases under every fault, in several processes.
  --lives N      how many (default 1000000)
  --seed N       makes the same lives again (default: another each time; it is printed)
  --workers N    processes at once (default: one a core)
  --report FILE  the outcome as JSON, for CI`;
const { values } = readFlags(usage, {
  lives: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  workers: { type: 'string', default: String(availableParallelism()) },
  worlds: { type: 'string' },
  report: { type: 'string' },
});
const seed = Number(values.seed);

if (process.send === undefined) await lead();
else await work(Number(values.worlds));

/** What the workers have told. */
interface Tally {
  readonly begun: number;
  readonly visits: Visits;
  readonly ends: Map<string, number>;
  done: number;
  broken: boolean;
}

/** Splits the worlds among workers and sums up. */
async function lead(): Promise<void> {
  const worlds = Math.ceil(Number(values.lives) / livesPerWorld);
  const workers = Math.min(Number(values.workers), worlds);
  const tally: Tally = {
    ...{ begun: Date.now(), visits: new Map(), ends: new Map(), done: 0, broken: false },
  };
  console.log(`seed ${seed}, ${worlds * livesPerWorld} lives in ${worlds} worlds`);
  const timer = setInterval(() => tell(tally, worlds), 30_000);
  const share = (index: number) =>
    Math.floor(worlds / workers) + (index < worlds % workers ? 1 : 0);
  await Promise.all(
    Array.from({ length: workers }, (_, index) => oneWorker(tally, seed + index, share(index))),
  );
  clearInterval(timer);
  tell(tally, worlds);
  conclude(tally);
}

async function oneWorker(tally: Tally, own: number, worlds: number): Promise<void> {
  const child = fork(new URL(import.meta.url), ['--seed', String(own), '--worlds', String(worlds)]);
  child.on('message', (message: Message) => {
    switch (message.is) {
      case 'world':
        tally.done += 1;
        return add(tally.ends, message.ends);
      case 'done':
        return add(tally.visits, message.visits);
      case 'broken':
        tally.broken = true;
        return console.error(message.words);
    }
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  tally.broken ||= code !== 0;
}

function add(sum: Map<string, number>, counts: Counts): void {
  for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
}

function tell({ begun, done }: Tally, worlds: number): void {
  const seconds = (Date.now() - begun) / 1000;
  const rate = (done * livesPerWorld) / seconds;
  const left = done === 0 ? '?' : Math.ceil(((worlds - done) * seconds) / done);
  console.error(
    `${done * livesPerWorld} of ${worlds * livesPerWorld} lives, ${rate.toFixed(1)} a second, ${left} s left`,
  );
}

/** Prints what was visited and how lives ended; two things are judged: the promises, and that every pair was visited. */
function conclude({ visits, ends, broken, done }: Tally): void {
  console.log(visitTable(visits));
  console.log([...ends].map(([end, count]) => `${count} ${end}`).join(', '));
  const missed = unvisited(visits);
  console.log(
    broken
      ? 'A promise was broken.'
      : `Every promise was kept in ${done === 1 ? 'one world' : `${done} worlds`}.`,
  );
  const visited = `${pairs.length - missed.length} of ${pairs.length} pairs were visited`;
  console.log(missed.length === 0 ? `${visited}.` : `${visited}; never: ${missed.join(', ')}.`);
  const failed = Number(broken) + Number(missed.length > 0);
  const report = { passed: 2 - failed, failed, skipped: 0 };
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(report));
  process.exitCode = failed > 0 ? 1 : 0;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n${error.cause.stack ?? ''}` : '';
  return error.message + cause;
}

/** Lives a share of the worlds through on a database of its own, in memory. */
async function work(worlds: number): Promise<void> {
  const say = (message: Message) => process.send?.(message);
  const visits: Visits = new Map();
  const database = await openOn(await openPglite());
  try {
    await runLives({
      ...{ database, worlds, seed, visits },
      onWorld: (ends) => say({ is: 'world', ends: [...ends] }),
    });
  } catch (error) {
    say({ is: 'broken', words: describe(error) });
  }
  say({ is: 'done', visits: [...visits] });
  await database.close();
  process.disconnect();
}
