import { setTimeout as sleep } from 'node:timers/promises';
import { type Core, carryOutOrders, type Database, type Order } from '@sekisho/core';
import type { DoorLogger } from './door-logger.ts';
import type { SlackDoor } from './slack/index.ts';
import { startTurner, type Turner } from './turner.ts';

const enginePauseMs = 500;
/** Few enough that one that must end now does not wait for a long pass. */
export const targetsAPass = 64;
/**
 * Several passes wait for the cloud at once, so that an API with few calls a second keeps no other kind waiting;
 * fewer on PGlite, which has one connection to share.
 */
export const passesAtOnce: Readonly<Record<Database['engine'], number>> = {
  pglite: 2,
  postgres: 4,
};
const loopPauseMs = 5000;
const picturesPauseMs = 2000;
const statusesPauseMs = 1000;
const clockSyncMs = 30_000;
const answerMs = 1000;

/** Everything that turns by itself while the server runs. */
export interface Turners {
  readonly engine: Pick<Turner, 'turnedAt'>;
  /** Something was committed: whoever acts on commits looks at once. */
  wake(): void;
  stop(): Promise<void>;
}

/** Who carries out what the house ordered to be told. */
export interface Tellers {
  /** Null where Slack is not set up. */
  readonly slack: Pick<SlackDoor, 'carryOut'> | null;
  /** Sends an order of topic `alert` to its channel. */
  readonly sendAlert: (order: Order) => Promise<void>;
  /** Carries out what is ordered to be told GitHub; answers how much that was. */
  readonly tellGithub: () => Promise<number>;
}

/** Starts the engine, the outbox, the periodic loops, the reading of SLOs' sources and the clock's comparison with the database. */
export function startTurners(
  core: Core,
  tellers: Tellers,
  syncClock: () => Promise<void>,
  logger: DoorLogger,
): Turners {
  const start = (
    name: string,
    pauseMs: number,
    turn: () => Promise<number>,
    after?: Promise<void>,
  ) =>
    startTurner({
      ...{ pauseMs, turn },
      ...(after === undefined ? {} : { after }),
      onFailure: (err) => logger.error({ err, loop: name }, 'a loop failed'),
    });
  const engines = Array.from({ length: passesAtOnce[core.house.database.engine] }, () =>
    start('engine', enginePauseMs, () => core.reconcile(targetsAPass)),
  );
  const outbox = start('outbox', enginePauseMs, () =>
    carryOutOrders(core.house, (order) => carryOut(tellers, order, logger)),
  );
  // By themselves: a slow upload of a picture must hold up no page.
  const pictures = start('pictures', picturesPauseMs, () =>
    carryOutOrders(core.house, (order) => carryOut(tellers, order, logger), { lane: 'picture' }),
  );
  // What waits is looked at first: a server that has just started is needed for leases before it sweeps,
  // reads logs or judges SLOs, and it is ready when it has looked.
  const looked = Promise.all(engines.map(({ first }) => first)).then(() => undefined);
  // Side by side: whoever reads two hundred accounts must not keep SLOs from being judged.
  const loops = core.loopTurns.map(({ name, turn }) =>
    start(name, loopPauseMs, () => nothingLeft(turn()), looked),
  );
  // By itself: logs may take long to read, and a sweep must not wait for them.
  // The programs that read block the thread while they are loaded: who waits at the door is answered first.
  const answered = looked.then(() => sleep(answerMs, undefined, { ref: false }));
  const ingest = start('ingest', loopPauseMs, () => nothingLeft(core.ingest()), answered);
  const pulls = start('pulls', loopPauseMs, () => nothingLeft(core.listPulls()), looked);
  const statuses = start('statuses', statusesPauseMs, tellers.tellGithub);
  const clock = start('clock', clockSyncMs, () => nothingLeft(syncClock()));
  return {
    engine: {
      // As late as the latest of them.
      get turnedAt() {
        const turned = engines.map((engine) => engine.turnedAt?.getTime() ?? 0);
        return new Date(Math.min(...turned));
      },
    },
    wake() {
      for (const engine of engines) engine.wake();
      outbox.wake();
    },
    async stop() {
      const all = [...engines, outbox, pictures, ...loops, ingest, pulls, statuses, clock];
      await Promise.all(all.map((turner) => turner.stop()));
    },
  };
}

async function nothingLeft(work: Promise<unknown>): Promise<number> {
  await work;
  return 0;
}

/** What fails is tried again, and each time somebody can read why. */
async function carryOut(tellers: Tellers, order: Order, logger: DoorLogger): Promise<void> {
  try {
    await tell(tellers, order, logger);
  } catch (err) {
    const { id, topic, attempts } = order;
    logger.warn({ err, order: id, topic, attempts }, 'an order was not carried out');
    throw err;
  }
}

/** Without Slack the console shows everything by itself; a page must at least reach whoever reads the log. */
async function tell(
  { slack, sendAlert }: Tellers,
  order: Order,
  logger: DoorLogger,
): Promise<void> {
  if (order.topic === 'alert') await sendAlert(order);
  else if (slack !== null) await slack.carryOut(order);
  else if (order.topic === 'page' || (order.topic === 'slo' && order.payload['kind'] === 'page'))
    logger.error({ ...order.payload }, 'page: nobody is told without Slack');
}
