import type { OutputOf } from '@sekisho/contract';
import type { Installation } from '../installation.ts';
import { until } from '../until.ts';
import type { Jobs } from './jobs.ts';
import {
  enter,
  giveByHand,
  type Key,
  neverUnguarded,
  rowOf,
  switchDue,
  switchesOf,
} from './world.ts';

type Lease = OutputOf<'lease.show'>;

/** Who has what by hand, and what is lent with a switch. */
export const rows = {
  kept: rowOf('emi.tanaka', 'ReadOnly', 'staging'),
  access: rowOf('taro.suzuki', 'ReadOnly', 'production'),
  long: rowOf('ken.watanabe', 'PowerUserAccess', 'staging'),
  brief: rowOf('ken.watanabe', 'PowerUserAccess', 'sandbox'),
};

/** Leases on their way through a life, and what they gave. */
export interface Cast {
  readonly jobs: Jobs;
  readonly runs: { readonly broker: string; readonly window: string };
  readonly ids: Record<'access' | 'kept' | 'long' | 'brief' | 'broker' | 'window', string>;
  readonly keys: Partial<Record<'broker' | 'window' | 'stranger', Key>>;
}

let runs = Math.floor(Date.now() / 1000);

export function newCast(jobs: Jobs): Cast {
  runs += 2;
  return {
    jobs,
    runs: { broker: String(runs), window: String(runs + 1) },
    ids: { access: '', kept: '', long: '', brief: '', broker: '', window: '' },
    keys: {},
  };
}

const reason = 'look at the queue';

/** A person and two jobs ask for what somebody must agree to; another person has something by hand. */
export async function ask(house: Installation, { jobs, runs, ids }: Cast): Promise<void> {
  await jobs.introduce(house);
  await giveByHand(house, rows.kept);
  const wish = { permissionSet: 'ReadOnly', account: 'production', for: '30m', reason };
  ids.access = (await house.caller.as('engineer', 'access.request', wish)).id;
  ids.broker = (await jobs.exchange(house, runs.broker, 'apply')).lease;
  ids.window = (await jobs.exchange(house, runs.window, 'open')).lease;
}

/** All is agreed to and lent, to two others without being asked; the jobs have their keys. */
export async function lend(house: Installation, cast: Cast): Promise<void> {
  const { ids } = cast;
  const all = async () => {
    const agreed = [ids.window, ids.broker, ids.access];
    for (const id of agreed) await house.caller.as('sre2', 'lease.approve', { id });
    const kept = { permissionSet: 'ReadOnly', account: 'staging', for: '30m', reason };
    ids.kept = (await house.caller.as('support', 'access.request', kept)).id;
    const long = { permissionSet: 'PowerUserAccess', account: 'staging', for: '4h', reason };
    ids.long = (await house.caller.as('sre2', 'access.request', long)).id;
    for (const id of [...agreed, ids.kept, ids.long]) await untilState(house, id, 'active');
  };
  await neverUnguarded(house, [rows.access, rows.long], all());
  // What is lent is bounded anew once it is there, and whoever is to do so may have been killed.
  await untilBounded(house, cast);
  await takeKeys(house, cast);
}

/** Waits until AWS has the ends that leases have now: of what was lent to people, and of the window. */
async function untilBounded(house: Installation, { ids }: Cast): Promise<void> {
  for (const [id, row] of [
    [ids.access, rows.access],
    [ids.long, rows.long],
  ] as const) {
    const { hardMaximum } = await leaseOf(house, id);
    await until(`the switch of ${id} to be at its hard maximum`, async () => {
      const [{ dueAt } = { dueAt: 0 }] = switchesOf(await house.sky.state(), row);
      return dueAt === switchDue(hardMaximum) ? true : null;
    });
  }
  const { deadline } = await leaseOf(house, ids.window);
  const end = `${deadline?.slice(0, 19) ?? ''}Z`;
  await until('the window to end with its lease', async () => {
    const roles = (await house.sky.state()).roles.filter(({ name }) => name.endsWith('-window'));
    return JSON.stringify(roles).includes(end) ? true : null;
  });
}

/** Both jobs, and one of another run, take what they can get. */
export async function takeKeys(house: Installation, { jobs, runs, ids, keys }: Cast) {
  const { credentials } = await jobs.exchange(house, runs.broker, 'apply');
  if (credentials === null) throw new Error(`${ids.broker} has no credentials`);
  keys.broker = credentials;
  const { role } = await jobs.exchange(house, runs.window, 'open');
  keys.window = await enter(house, jobs, runs.window, role?.sessionName ?? '');
  keys.stranger = await enter(house, jobs, runs.broker, `sekisho-${ids.broker}`);
}

/** What is lent goes on for longer, and credentials are renewed. */
export async function keep(house: Installation, cast: Cast): Promise<void> {
  const { ids } = cast;
  await house.caller.as('engineer', 'access.extend', { id: ids.access, by: '10m' });
  await house.caller.as('engineer', 'ci.extend', { id: ids.window, by: '30m' });
  await takeKeys(house, cast);
  await untilBounded(house, cast);
}

/** Everything but the longest is given back, and one more ends at its deadline. */
export async function end(house: Installation, { jobs, runs, ids }: Cast): Promise<void> {
  const brief = { permissionSet: 'PowerUserAccess', account: 'sandbox', for: '3s', reason };
  ids.brief = (await house.caller.as('sre2', 'access.request', brief)).id;
  await house.caller.as('engineer', 'access.return', { id: ids.access });
  await house.caller.as('support', 'access.return', { id: ids.kept });
  await jobs.finish(house, runs.broker, ids.broker);
  await jobs.finish(house, runs.window, ids.window);
  for (const id of [ids.access, ids.kept, ids.broker, ids.window, ids.brief]) {
    await untilState(house, id, 'ended');
  }
}

/** Waits until a lease is in this state. Errors: how it stayed. */
export async function untilState(
  house: Installation,
  id: string,
  wanted: Lease['state'],
): Promise<void> {
  let last = '';
  await until(id, async () => {
    const { state, step, missing } = await leaseOf(house, id);
    last = `${state} ${step} ${String(missing)}`;
    return state === wanted ? true : null;
  }).catch((cause: unknown) => {
    throw new Error(`${id} stayed ${last}`, { cause });
  });
}

export function leaseOf({ caller }: Installation, id: string): Promise<Lease> {
  return caller.as('sre', 'lease.show', { id });
}
