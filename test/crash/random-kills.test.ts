import { randomInt } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { type Installation, install } from './support/installation.ts';
import { live, newJobs, phases } from './support/job.ts';
import { judge } from './support/judge.ts';
import { sleepSeconds } from './support/until.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const kills = process.env.SEKISHO_CRASH === 'all' ? 12 : 2;
let house: Installation | null = null;

afterEach(async () => {
  await house?.close();
  house = null;
});

test(`a server killed ${kills} times at moments nobody chose loses no command that it answered`, async () => {
  house = await install();
  const here = house;
  const pauses = Array.from({ length: kills }, () => randomInt(100, 4000));
  let isOver = false;
  const killing = (async () => {
    for (const pause of pauses) {
      const server = await here.start();
      await server.ready;
      await sleepSeconds(pause / 1000);
      server.signal('SIGKILL');
      await server.ended;
    }
    await here.start();
  })();
  const lives = (async () => {
    // As many lives as it takes to be under way at every kill.
    for (let number = 1; !isOver; number += 1) {
      const jobs = newJobs();
      for (const phase of phases) {
        await live(here, phase, jobs);
        await judge(here, phase, jobs);
      }
    }
  })();
  killing.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  const outcome = await Promise.allSettled([killing, lives]);
  expect(outcome, `killed after ${pauses.join(', ')} ms of life`).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: undefined },
  ]);
});
