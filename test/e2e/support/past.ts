import type { InputOf } from '@sekisho/contract';
import { openEmbedded, randomIds } from '@sekisho/core';
import { actOnMachine, createRng } from '@sekisho/practice/aws';
import { createWorld, type TestWorld, turnableClock } from '../../support/world.ts';

const minute = 60;

interface PastLease {
  /** Minutes before the present. */
  readonly ago: number;
  readonly who: string;
  readonly input: InputOf<'ops.start'>;
  readonly approver?: string;
  /** Given back after so many minutes; at its deadline when left out. */
  readonly returnedAfter?: number;
}

const production = (span: string, reason: string) => ({
  environment: 'production',
  for: span,
  reason,
});
const elsewhere = (environment: string, span: string, reason: string) => ({
  environment,
  for: span,
  reason,
});

/** A working day of the people of practice. */
const day: readonly PastLease[] = [
  { ago: 690, who: 'sre2', input: elsewhere('staging', '2h', 'replay the nightly batch') },
  { ago: 600, who: 'engineer', input: production('1h', 'disk alert'), approver: 'sre' },
  {
    ago: 520,
    who: 'support',
    input: elsewhere('sandbox', '3h', 'prepare the demonstration'),
    returnedAfter: 150,
  },
  {
    ago: 410,
    who: 'engineer',
    input: elsewhere('staging', '2h', 'test the new index'),
    returnedAfter: 95,
  },
  { ago: 330, who: 'sre', input: production('45m', 'read the slow log'), approver: 'sre2' },
  { ago: 250, who: 'sre2', input: elsewhere('sandbox', '2h', 'try the new image') },
  {
    ago: 200,
    who: 'engineer',
    input: production('1h', 'look at the slow query'),
    approver: 'sre2',
    returnedAfter: 40,
  },
  { ago: 170, who: 'sre', input: elsewhere('staging', '90m', 'rehearse the upgrade') },
];

/**
 * Lives a day before the present into an empty data directory: the real verbs and the real engine
 * against practice AWS in the same process, on a clock that is turned. Nothing is left running.
 */
export async function livePast(dataDirectory: string): Promise<void> {
  const present = Date.now() - 2 * minute * 1000;
  const begin = present - 720 * minute * 1000;
  const clock = turnableClock(new Date(begin).toISOString());
  const database = await openEmbedded(dataDirectory);
  try {
    const world = await createWorld({ database, clock, ids: randomIds });
    const until = (at: number) => world.live(Math.max(0, (at - clock.now().getTime()) / 1000));
    for (const { at, run } of deedsOf(world, present)) {
      await until(at);
      await run();
    }
    await until(present);
  } finally {
    await database.close();
  }
}

/** Begins a long piece of work on the server of a lease. */
function work({ cloud, clock }: TestWorld, lease: string): void {
  const servers = [...cloud.world.instances.values()];
  const server = servers.find(({ tags }) => tags['sekisho:lease'] === lease);
  if (server === undefined) throw new Error(`${lease} has no server to work on.`);
  const act = { act: 'hold-process', instanceId: server.id } as const;
  actOnMachine(cloud.world, act, clock.now().getTime(), createRng(1).next);
}

interface Deed {
  readonly at: number;
  readonly run: () => Promise<unknown>;
}

/** Who does what when, in order. */
function deedsOf(world: TestWorld, present: number): Deed[] {
  return day
    .flatMap(({ ago, who, input, approver, returnedAfter }) => {
      const asked = present - ago * minute * 1000;
      let id = '';
      const ask = async () => {
        ({ id } = await world.as(who, 'ops.start', input));
      };
      const deeds: Deed[] = [{ at: asked, run: ask }];
      if (approver !== undefined) {
        const run = () => world.as(approver, 'lease.approve', { id });
        deeds.push({ at: asked + 3 * minute * 1000, run });
      }
      // Something runs on it: nobody takes it for idle.
      deeds.push({ at: asked + 8 * minute * 1000, run: async () => work(world, id) });
      if (returnedAfter !== undefined) {
        const run = () => world.as(who, 'ops.stop', { id });
        deeds.push({ at: asked + returnedAfter * minute * 1000, run });
      }
      return deeds;
    })
    .sort((one, other) => one.at - other.at);
}
