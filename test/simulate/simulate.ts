// `npm run simulate [-- --lives N] [--seed N] [--workers N]`: lives of leases under every fault, in several processes.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { openOn, openPglite } from '@sekisho/core';
import { livesPerWorld, runLives } from './run-lives.ts';
import { unvisited, type Visits, visitTable } from './visits.ts';

type Message =
  | { readonly is: 'world' }
  | { readonly is: 'done'; readonly visits: [string, number][] }
  | { readonly is: 'broken'; readonly words: string };

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    workers: { type: 'string', default: String(availableParallelism()) },
    worlds: { type: 'string' },
  },
});
const seed = Number(values.seed);

if (process.send === undefined) await lead();
else await work(Number(values.worlds));

/** Splits the worlds among workers and sums up. */
async function lead(): Promise<void> {
  const worlds = Math.ceil(Number(values.lives) / livesPerWorld);
  const workers = Math.min(Number(values.workers), worlds);
  const visits: Visits = new Map();
  const begun = Date.now();
  const progress = { done: 0 };
  let broken = false;
  console.log(`seed ${seed}, ${worlds * livesPerWorld} lives in ${worlds} worlds`);
  const timer = setInterval(() => tell(begun, progress.done, worlds), 10_000);
  const one = (index: number) =>
    new Promise<void>((resolve) => {
      const share = Math.floor(worlds / workers) + (index < worlds % workers ? 1 : 0);
      const args = ['--seed', String(seed + index), '--worlds', String(share)];
      const child = fork(new URL(import.meta.url), args);
      child.on('message', (message: Message) => {
        if (message.is === 'world') progress.done += 1;
        if (message.is === 'done') {
          for (const [key, count] of message.visits)
            visits.set(key, (visits.get(key) ?? 0) + count);
        }
        if (message.is === 'broken') {
          broken = true;
          console.error(message.words);
        }
      });
      child.on('exit', (code) => {
        broken ||= code !== 0;
        resolve();
      });
    });
  await Promise.all(Array.from({ length: workers }, (_, index) => one(index)));
  clearInterval(timer);
  tell(begun, progress.done, worlds);
  console.log(visitTable(visits));
  const missed = unvisited(visits);
  if (missed.length > 0) console.log(`never visited: ${missed.join(', ')}`);
  process.exitCode = broken || missed.length > 0 ? 1 : 0;
}

function tell(begun: number, done: number, worlds: number): void {
  const seconds = (Date.now() - begun) / 1000;
  const rate = (done * livesPerWorld) / seconds;
  const left = done === 0 ? '?' : Math.ceil(((worlds - done) * seconds) / done);
  console.error(
    `${done * livesPerWorld} of ${worlds * livesPerWorld} lives, ${rate.toFixed(1)} a second, ${left} s left`,
  );
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
    await runLives({ database, worlds, seed, visits, onWorld: () => say({ is: 'world' }) });
  } catch (error) {
    say({ is: 'broken', words: describe(error) });
  }
  say({ is: 'done', visits: [...visits] });
  await database.close();
  process.disconnect();
}
