import { createImageStore } from '@sekisho/aws/images';
import type { OpsLease } from '@sekisho/contract';
import { expect } from 'vitest';
import type { Installation } from './installation.ts';
import { type Job, live, untilLease } from './job.ts';
import { judgeEntries } from './judge.ts';
import type { Life, Phase } from './life.ts';
import { until } from './until.ts';

const place = { account: '222222222222', region: 'ap-northeast-1' };

/** What is known of a lease when its server is replaced. */
interface Tale {
  readonly job: Job;
  /** As it was before. */
  lease: OpsLease | null;
  /** Id of a session on the server that it had. */
  session: string;
  /** The image that was published meanwhile. */
  image: string;
}

/**
 * Steps between the order and the lease that is lent again: from the end of the old server on there is
 * none, and nothing but the memo tells the next engine how far the last one came.
 */
const steps = [
  'after:resolveTemplate',
  'before:terminate',
  'after:terminate',
  'before:arm',
  'before:launch',
  'after:launch',
  'committed:active',
];

/** Longer than loops whose server was killed are kept from the next one. */
const loopsAfterSeconds = 620;

/** A server that is replaced by one of a fresh image while somebody works on it. */
export const replaced: Life = {
  name: 'replace',
  begin() {
    const job: Job = {
      ...{ environment: 'staging', requester: 'sre2', receiver: 'sre2' },
      ...{ phases: ['launch', 'end'], id: '' },
    };
    const tale: Tale = { job, lease: null, session: '', image: '' };
    const phase = (
      name: string,
      act: (house: Installation) => Promise<void>,
      more: Partial<Phase> = {},
    ): Phase => ({
      ...{ name, steps: [], live: act, judge: (house) => judgeLent(house, tale), ...more },
    });
    const aside = { judge: async () => undefined };
    return [
      phase('launch', (house) => live(house, 'launch', [job]), aside),
      phase('replace', (house) => replace(house, tale), { steps }),
      phase('told', (house) => untilTold(house, tale), { after: loopsAfterSeconds }),
      phase('end', (house) => live(house, 'end', [job]), {
        judge: (house: Installation) => judgeOver(house, job),
      }),
    ];
  },
};

/** Publishes another image while somebody works on the server, and has the server replaced. */
async function replace(house: Installation, tale: Tale): Promise<void> {
  const { id, requester } = tale.job;
  const lease = await house.caller.as('sre', 'ops.show', { id });
  const { instanceId, imageId } = lease;
  tale.lease = lease;
  await house.sky.act('open-session', instanceId ?? '');
  const { sessions } = await house.sky.state();
  tale.session = sessions.find((session) => session.instanceId === instanceId)?.id ?? '';
  tale.image = await publishOther(house, imageId);
  await house.caller.as(requester, 'ops.replace', { id });
  await untilLease(house, tale.job, (now) => now.state === 'active');
}

/** Makes another image than this one the one that servers are launched from. Answers its id. */
async function publishOther({ sky }: Installation, imageId: string | null): Promise<string> {
  const store = createImageStore({
    ...{ endpoint: sky.url, region: place.region },
    credentials: { accessKeyId: place.account, secretAccessKey: 'practice' },
  });
  try {
    const other = (await store.images()).find(({ id }) => id !== imageId);
    if (other === undefined) throw new Error('practice has one image alone');
    await store.write('/sekisho/images/ops-server/current', other.id, 'image');
    return other.id;
  } finally {
    store.close();
  }
}

/** Waits until Sekisho knows how the session on the old server ended. */
async function untilTold(house: Installation, { job: { id }, session }: Tale): Promise<void> {
  await until(`the session ${session} of ${id} to be known as ended`, async () => {
    const { sessions } = await house.caller.as('sre', 'ops.sessions', { lease: id });
    return sessions.some((each) => each.id === session && each.endedAt !== null) ? true : null;
  });
}

/** The old server ended before the new one came, which is the only one; the lease is as it was, and all of it is told once. */
async function judgeLent(house: Installation, { job, lease, session, image }: Tale): Promise<void> {
  const { sky, caller } = house;
  const { id } = job;
  if (lease === null) throw new Error(`${id} was never looked at`);
  const launched = await sky.launchedFor(id);
  const [old, ...others] = launched.filter(({ id: server }) => server === lease.instanceId);
  const [fresh, ...more] = launched.filter(({ id: server }) => server !== lease.instanceId);
  expect([...others, ...more], `more servers of ${id}`).toEqual([]);
  expect(old).toMatchObject({ state: 'terminated', imageId: lease.imageId });
  expect(fresh).toMatchObject({ state: 'running', imageId: image });
  expect(fresh?.launchedAt, 'launch of the new server').toBeGreaterThanOrEqual(
    old?.phases.at(-1)?.at ?? Number.POSITIVE_INFINITY,
  );
  const { deadline, hardMaximum, readyAt, holder, requester } = lease;
  expect(await caller.as('sre', 'ops.show', { id })).toMatchObject({
    ...{ state: 'active', instanceId: fresh?.id, imageId: image },
    ...{ deadline, hardMaximum, readyAt, holder, requester },
  });
  expect(fresh?.tags).toMatchObject({
    'sekisho:holder': holder,
    'sekisho:hard-maximum': hardMaximum?.replace(/\.\d+Z$/, 'Z'),
  });
  expect(await sky.isArmed(id), `switch of ${id} set`).toBe(true);
  const { sessions } = await sky.state();
  expect(
    sessions.find((each) => each.id === session)?.endedAt,
    'end of its session',
  ).not.toBeNull();
  await judgeTold(house, id, old?.id ?? '');
}

/** Deeds are recorded once; ready it was twice. Whoever looks for the old server finds the lease. */
async function judgeTold(house: Installation, id: string, old: string): Promise<void> {
  const { caller } = house;
  await judgeEntries(house, id, ['ops.start', 'lease.granting', 'ops.replace']);
  const entries = await caller.as('sre', 'timeline.list', { lease: id, limit: 1000 });
  const ready = entries.filter(({ action }) => action === 'lease.ready');
  expect(ready.length, `entries of lease.ready for ${id}`).toBe(2);
  const found = await caller.as('sre', 'ops.history', { search: old });
  expect(found.map((lease) => lease.id)).toEqual([id]);
  expect(await caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
}

async function judgeOver(house: Installation, { id }: Job): Promise<void> {
  expect(await house.sky.livingOf(id), `living servers of ${id}`).toEqual([]);
  await judgeEntries(house, id, ['ops.stop', 'lease.ended']);
}
