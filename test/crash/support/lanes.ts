import { expect } from 'vitest';
import type { Moment } from './clean-run.ts';
import { type Installation, install } from './installation.ts';
import { live, newJobs, phases } from './job.ts';
import { judge } from './judge.ts';
import type { SekishoProcess } from './sekisho-process.ts';
import { sleepSeconds } from './until.ts';

/** An installation that lives through one crash after another. */
export interface Lane {
  /** Lives a whole life in which the server is killed at a moment and started again. */
  crashAt(moment: Moment): Promise<void>;
  close(): Promise<void>;
}

/** So many lanes at once; work waits until one is free. */
export interface Lanes {
  take<T>(work: (lane: Lane) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openLanes(width: number): Lanes {
  const free: Lane[] = [];
  const opened: Lane[] = [];
  const waiting: ((lane: Lane) => void)[] = [];
  const next = async (): Promise<Lane> => {
    const lane = free.pop();
    if (lane !== undefined) return lane;
    if (opened.length < width) {
      const fresh = openLane();
      opened.push(fresh);
      return fresh;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    async take(work) {
      const lane = await next();
      try {
        return await work(lane);
      } finally {
        const heir = waiting.shift();
        if (heir === undefined) free.push(lane);
        else heir(lane);
      }
    },
    async close() {
      await Promise.all(opened.map((lane) => lane.close()));
    },
  };
}

function openLane(): Lane {
  const opening = install();
  let server: SekishoProcess | null = null;
  return {
    async crashAt(moment) {
      const house = await opening;
      try {
        server = await crashAt(house, server, moment);
      } catch (error) {
        // The next life begins with a server of its own.
        server = null;
        await house.killAll();
        throw error;
      }
    },
    close: async () => (await opening).close(),
  };
}

const graceSeconds = 5;

async function crashAt(
  house: Installation,
  running: SekishoProcess | null,
  { phase, step }: Moment,
): Promise<SekishoProcess> {
  const jobs = newJobs();
  let server = running;
  for (const each of phases) {
    if (each !== phase) {
      server ??= await house.start();
      await live(house, each, jobs);
      continue;
    }
    // Killed from outside as well, wherever it is just now.
    await kill(server);
    server = await house.start({ dieAt: step });
    const living = live(house, each, jobs);
    // It is awaited below, and a failure before that must not end the process.
    living.catch(() => undefined);
    // The last steps of a phase may come a little after what it is judged by.
    const over = living.then(() => sleepSeconds(graceSeconds));
    const outcome = await Promise.race([server.ended, over.then(() => null)]);
    const said = server.said.slice(-20).join('\n');
    expect(outcome, `the step ${step} was never done\n${said}`).toEqual({
      code: null,
      signal: 'SIGKILL',
    });
    server = await house.start();
    await server.ready;
    await living;
    await judge(house, each, jobs);
  }
  for (const each of phases.slice(2)) await judge(house, each, jobs);
  if (server === null) throw new Error('no phase was lived');
  return server;
}

async function kill(server: SekishoProcess | null): Promise<void> {
  server?.signal('SIGKILL');
  await server?.ended;
}
