import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import { live, newJobs, untilLease } from './job.ts';
import { judge, judgeEntries } from './judge.ts';
import type { Life, Phase } from './life.ts';
import { untilSwept } from './orphan.ts';
import { replaced } from './replaced-life.ts';
import { until } from './until.ts';

const staging = { environment: 'staging', for: '30m', reason: 'look at the slow query' };
const production = { ...staging, environment: 'production' };

/** A life of one phase that ends one lease: how it is asked for, and how it is to end. */
interface Short {
  readonly name: string;
  readonly steps: readonly string[];
  live(house: Installation): Promise<string>;
  judge(house: Installation, id: string): Promise<void>;
}

function short({ live: act, judge: check, ...facts }: Short): Life {
  const begin = (): readonly Phase[] => {
    let id = '';
    return [
      {
        ...facts,
        async live(house) {
          id = await act(house);
        },
        judge: (house) => check(house, id),
      },
    ];
  };
  return { name: facts.name, begin };
}

/** A server whose agent does not come until it is rebooted, or replaced when nobody knows of the reboot. */
const hurried = short({
  name: 'hurry',
  steps: ['before:reboot', 'after:reboot'],
  async live(house) {
    await house.sky.faults([{ kind: 'agent-never', operations: ['RunInstances'], times: 1 }]);
    const { id } = await house.caller.as('sre', 'ops.start', staging);
    await untilLease(house, { id }, ({ state }) => state === 'active');
    return id;
  },
  async judge(house, id) {
    expect(await house.sky.livingOf(id), `living servers of ${id}`).toHaveLength(1);
    await judgeEntries(house, id, ['ops.start', 'lease.granting', 'lease.ready']);
    await house.caller.as('sre', 'ops.stop', { id });
    await untilLease(house, { id }, ({ state }) => state === 'ended');
    expect(await house.sky.livingOf(id), `living servers of ${id}`).toEqual([]);
  },
});

/** A launch that comes to nothing however often it is tried. */
const failed = short({
  name: 'fail',
  steps: ['committed:failed'],
  async live(house) {
    await house.sky.faults([{ kind: 'launch-fails', operations: ['RunInstances'] }]);
    const { id } = await house.caller.as('sre', 'ops.start', staging);
    await untilLease(house, { id }, ({ state }) => state === 'failed');
    await house.sky.faults([]);
    return id;
  },
  async judge(house, id) {
    await judgeEntries(house, id, ['ops.start', 'lease.granting', 'lease.failed']);
    await until(`nothing to be left of ${id}`, async () => {
      const living = await house.sky.livingOf(id);
      return living.length === 0 && !(await house.sky.isArmed(id)) ? true : null;
    });
  },
});

/** A request that nobody answers. */
const lapsed = short({
  name: 'lapse',
  steps: ['committed:lapsed'],
  async live(house) {
    const { id } = await house.caller.as('engineer', 'ops.start', production);
    await untilLease(house, { id }, ({ state }) => state === 'lapsed');
    return id;
  },
  judge: (house, id) => judgeUnborn(house, id, 'lease.lapsed'),
});

/** A request that waits for an answer when everything is stopped. */
const withdrawn = short({
  name: 'stop-all',
  steps: ['committed:withdrawn'],
  async live(house) {
    const { id } = await house.caller.as('engineer', 'ops.start', production);
    await house.caller.as('sre', 'lease.stop-all', { reason: 'stop' });
    await untilLease(house, { id }, ({ state }) => state === 'withdrawn');
    await house.caller.as('sre', 'lease.resume', { reason: 'go on' });
    return id;
  },
  judge: (house, id) => judgeUnborn(house, id, 'lease.withdraw'),
});

async function judgeUnborn(house: Installation, id: string, last: string): Promise<void> {
  await judgeEntries(house, id, ['ops.start', last]);
  expect(await house.sky.launchedFor(id), `servers ever launched for ${id}`).toEqual([]);
}

/** A server of ours that no lease explains: stopped, and later ended. */
const swept = short({
  name: 'sweep',
  steps: ['before:stop', 'after:stop'],
  live: untilSwept,
  async judge(house) {
    expect(await house.caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
  },
});

/** Longer than the engine waits before it looks whether a switch still stands. */
const watchedAfterSeconds = 310;

/** A server whose switch somebody takes away. */
const watched: Life = {
  name: 'watch',
  begin() {
    const jobs = newJobs().slice(0, 1);
    const [job] = jobs;
    if (job === undefined) throw new Error('no job');
    const launch: Phase = {
      ...{ name: 'launch', steps: [] },
      async live(house) {
        await live(house, 'launch', jobs);
        const scope = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };
        await house.cloud.disarm(scope, `sekisho-${job.id}`);
      },
      judge: async () => undefined,
    };
    const watch: Phase = {
      ...{
        name: 'watch',
        steps: ['before:armedFor', 'after:armedFor'],
        after: watchedAfterSeconds,
      },
      async live(house) {
        await until(`the switch of ${job.id} to be set again`, async () =>
          (await house.sky.isArmed(job.id)) ? true : null,
        );
      },
      judge: (house) => judge(house, 'launch', jobs),
    };
    const end: Phase = {
      ...{ name: 'end', steps: [] },
      live: (house) => house.caller.as('sre', 'ops.stop', { id: job.id }).then(() => undefined),
      async judge(house) {
        await untilLease(house, job, ({ state }) => state === 'ended');
      },
    };
    return [launch, watch, end];
  },
};

/** Lives that end otherwise than most; they want an installation with short spans. */
export const oddLives: readonly Life[] = [replaced, failed, withdrawn, swept, watched];
/** Want servers and answers to be thought slow at once. */
export const slowLives: readonly Life[] = [hurried, lapsed];
