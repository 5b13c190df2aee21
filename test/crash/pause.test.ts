import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { type Installation, install } from './support/installation.ts';
import { live, newJobs, phases } from './support/job.ts';
import { judge } from './support/judge.ts';
import { sleepSeconds } from './support/until.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const all = process.env.SEKISHO_CRASH === 'all';
const isPostgres = inject('database').kind === 'postgres';
const claimSeconds = 4;

let house: Installation | null = null;

afterEach(async () => {
  await house?.close();
  house = null;
});

/** Moments right before the world is changed: the fence was looked at, and then time passed. */
const moments = [
  { phase: 'launch', step: 'before:launch' },
  { phase: 'adjust', step: 'before:tag' },
  { phase: 'end', step: 'before:terminate' },
] as const;

describe('a server that sleeps past the life of its claim', () => {
  test.for(moments.slice(0, all ? 3 : 1))(
    'changes nothing twice when it wakes up at $step',
    async ({ phase, step }) => {
      house = await install({ claimSeconds });
      const jobs = newJobs();
      const sleeper = await house.start({ stopAt: step });
      // Without a second server nobody takes over, but the claim is over all the same.
      const other = isPostgres ? await house.startBeside() : null;
      const here = other === null ? house : { ...house, caller: other.caller };
      for (const each of phases.slice(0, phases.indexOf(phase))) {
        await live(here, each, jobs);
      }
      const living = live(here, phase, jobs);
      living.catch(() => undefined);
      // The other server may be quicker to do the step: then nobody sleeps, and it is done all the same.
      const slept = await Promise.race([
        sleeper.visited(step).then(() => true),
        living.then(() => false),
      ]);
      if (!isPostgres) expect(slept, `${step} was done`).toBe(true);
      if (slept) await sleepSeconds(claimSeconds + 2);
      if (slept && isPostgres) await living;
      sleeper.signal('SIGCONT');
      await living;
      await sleepSeconds(1);
      await judge(here, phase, jobs);
      for (const each of phases.slice(phases.indexOf(phase) + 1)) await live(here, each, jobs);
      await judge(here, 'end', jobs);
    },
  );
});
