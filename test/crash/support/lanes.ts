import { inject } from 'vitest';
import { type Kind, killedAt, pausedAt, startLater, startSome } from './accident.ts';
import { type Installation, type InstallationOptions, install } from './installation.ts';
import type { Life } from './life.ts';
import type { SekishoProcess } from './sekisho-process.ts';

/** A life, and the step of each phase at which a server has an accident. */
export interface Case {
  readonly life: Life;
  readonly accidents: ReadonlyMap<string, string>;
}

/** Installations that live through one case after another, some at once; a case waits until one is free. */
export interface Lanes {
  /** Lives a case. Errors: what its judges say. */
  live(each: Case): Promise<void>;
  close(): Promise<void>;
}

/** Opens so many lanes, each when it is first needed. */
export function openLanes(kind: Kind, width: number, options: InstallationOptions = {}): Lanes {
  const lanes = Array.from({ length: width }, () => openLane(kind, options));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  return {
    async live(each) {
      const lane = free.shift() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      try {
        await lane.live(each);
      } finally {
        const heir = waiting.shift();
        if (heir === undefined) free.push(lane);
        else heir(lane);
      }
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

type Lane = Lanes;

/** Short, because on a shared database the claims of a killed server must run out; a call is given a fifth of it. */
const claimSeconds = 8;

function openLane(kind: Kind, options: InstallationOptions): Lane {
  let opening: Promise<Installation> | null = null;
  let closing: Promise<void> | undefined;
  let servers: readonly SekishoProcess[] = [];
  // Where nobody else can hold the database, a sleeper is alone.
  const count = kind === 'paused' && inject('database').kind === 'postgres' ? 2 : 1;
  const accident = kind === 'killed' ? killedAt : pausedAt;
  return {
    async live({ life, accidents }) {
      opening ??= install({ claimSeconds, ...options });
      const house = await opening;
      try {
        if (servers.length === 0) servers = await startSome(house, count);
        for (const phase of life.begin()) {
          const step = accidents.get(phase.name);
          if (step !== undefined) servers = await accident(house, servers, phase, step);
          else {
            if (phase.after !== undefined) servers = await startLater(house, servers, phase.after);
            await phase.live(house);
          }
          await phase.judge(house);
        }
      } catch (error) {
        // The next life begins with servers, and a world, of its own.
        const said = servers.flatMap((server) => server.said.slice(-20));
        servers = [];
        opening = null;
        await house.close();
        throw new Error(`${String(error)}\n${said.join('\n')}`, { cause: error });
      }
    },
    async close() {
      closing ??= opening?.then((house) => house.close());
      await closing;
    },
  };
}
