import { type Core, carryOutOrders, type Order } from '@sekisho/core';
import type { DoorLogger } from './door-logger.ts';
import type { SlackDoor } from './slack/index.ts';
import { startTurner, type Turner } from './turner.ts';

const enginePauseMs = 500;
const loopPauseMs = 5000;
const clockSyncMs = 30_000;

/** Everything that turns by itself while the server runs. */
export interface Turners {
  readonly engine: Turner;
  /** Something was committed: whoever acts on commits looks at once. */
  wake(): void;
  stop(): Promise<void>;
}

/** Starts the engine, the outbox, the periodic loops and the clock's comparison with the database. */
export function startTurners(
  core: Core,
  slack: SlackDoor | null,
  syncClock: () => Promise<void>,
  logger: DoorLogger,
): Turners {
  const start = (name: string, pauseMs: number, turn: () => Promise<number>) =>
    startTurner({
      pauseMs,
      turn,
      onFailure: (err) => logger.error({ err, loop: name }, 'a loop failed'),
    });
  const engine = start('engine', enginePauseMs, () => core.reconcile());
  const outbox = start('outbox', enginePauseMs, () =>
    carryOutOrders(core.house, (order) => carryOut(slack, order, logger)),
  );
  const loops = start('loops', loopPauseMs, () => nothingLeft(core.runLoops()));
  const clock = start('clock', clockSyncMs, () => nothingLeft(syncClock()));
  return {
    engine,
    wake() {
      engine.wake();
      outbox.wake();
    },
    async stop() {
      await Promise.all([engine, outbox, loops, clock].map((turner) => turner.stop()));
    },
  };
}

async function nothingLeft(work: Promise<unknown>): Promise<number> {
  await work;
  return 0;
}

/** Without Slack the console shows everything by itself; a page must at least reach whoever reads the log. */
async function carryOut(slack: SlackDoor | null, order: Order, logger: DoorLogger): Promise<void> {
  if (slack !== null) await slack.carryOut(order);
  else if (order.topic === 'page')
    logger.error({ ...order.payload }, 'page: nobody is told without Slack');
}
