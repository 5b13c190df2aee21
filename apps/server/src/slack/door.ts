import { chat, type House, type Order } from '@sekisho/core';
import { formFor, openForm } from './at-once.ts';
import { type Acknowledge, createBolt } from './bolt.ts';
import type { Incoming } from './come-in/incoming.ts';
import { createRush } from './come-in/rush.ts';
import { checkForm, findBySlack } from './forms/check-form.ts';
import { isForm } from './forms/form.ts';
import type { Call, DoorLogger, Parts, SlackSettings } from './parts.ts';
import { createPeople } from './people.ts';
import { carryOut } from './tell/carry-out.ts';
import { createTurns } from './turns.ts';
import { workOnInbox } from './work/worker.ts';

export interface SlackDoorOptions {
  readonly call: Call;
  readonly house: House;
  readonly settings: SlackSettings;
  /** Address of the console without a trailing slash. */
  readonly baseUrl: string;
  readonly logger: DoorLogger;
}

export interface SlackDoor {
  /** Connects. Errors: throws when Slack does not take the tokens. */
  start(): Promise<void>;
  /** Takes nothing in any more and finishes what it is working on. */
  stop(): Promise<void>;
  /** Works on events that are due in the inbox; answers how many there were. */
  workOnce(): Promise<number>;
  /** Carries out orders of topics `card`, `tell` and `page`; false for any other. */
  carryOut(order: Order): Promise<boolean>;
  /** Mounted at `/slack/events`; null in Socket Mode. */
  readonly httpHandler: ((request: Request) => Promise<Response>) | null;
}

const idleMs = 5_000;

/** The Slack door: persist, acknowledge, work. */
export function createSlackDoor(options: SlackDoorOptions): SlackDoor {
  const { house, logger, settings } = options;
  const rush = createRush();
  const bolt = createBolt({ settings, house, logger, rush });
  const parts: Parts = {
    call: options.call,
    ...{ house, logger, baseUrl: options.baseUrl },
    client: bolt.client,
    slackOrigin: new URL(settings.slackApiUrl ?? 'https://slack.com/api/').origin,
    turns: createTurns(),
    rush,
    newest: new Map(),
    homes: new Map(),
  };
  const people = createPeople(parts);
  const worker = createWorker(parts, () => workOnInbox(parts, people));
  bolt.hear(async (incoming, acknowledge) => {
    if (await returnForm(parts, incoming, acknowledge)) return;
    await acknowledge();
    noteNewest(parts, incoming);
    const wish = formFor(incoming, Object.keys(house.config().environments));
    if (wish === null) return worker.wake();
    await openForm(parts, people, incoming, wish).catch((error: unknown) =>
      logger.warn({ err: error, key: incoming.key }, 'a form did not open'),
    );
  });
  return {
    async start() {
      await parts.client.auth.test();
      await bolt.app.start();
      worker.start();
    },
    async stop() {
      await bolt.app.stop();
      await worker.stop();
    },
    workOnce: worker.once,
    carryOut: (order) => carryOut(parts, order),
    httpHandler: bolt.http?.handle ?? null,
  };
}

/** A form with mistakes goes back with each beside its field; there is nothing to work on. */
async function returnForm(
  { house }: Parts,
  incoming: Incoming,
  acknowledge: Acknowledge,
): Promise<boolean> {
  if (incoming.kind !== 'submission' || !isForm(incoming.form)) return false;
  const config = house.config();
  const person = findBySlack(config, incoming.team, incoming.user);
  if (person === undefined) return false;
  const checked = checkForm(incoming.form, incoming, { config, person, now: house.clock.now() });
  if (!('errors' in checked)) return false;
  await acknowledge(checked.errors);
  await chat.finishChatEvent(house, incoming.key);
  return true;
}

function noteNewest({ newest }: Parts, incoming: Incoming): void {
  if (incoming.kind !== 'action' || incoming.view === null) return;
  newest.set(incoming.view.id, incoming.actionTs);
  // Forms live for minutes; the oldest are forgotten.
  const [oldest] = newest.keys();
  if (newest.size > 1_000 && oldest !== undefined) newest.delete(oldest);
}

/** One pass at a time; woken during a pass, it makes another. */
function createWorker({ logger }: Parts, pass: () => Promise<number>) {
  let running: Promise<number> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const once = async () => {
    const mine = (running ?? Promise.resolve(0)).then(pass, pass);
    running = mine;
    return mine;
  };
  const drain = async (): Promise<void> => {
    do {
      again = false;
      await once();
    } while (again);
  };
  let draining: Promise<void> | null = null;
  const wake = () => {
    again = true;
    draining ??= drain()
      .catch((error: unknown) => logger.error({ err: error }, 'the inbox could not be read'))
      .finally(() => {
        draining = null;
        if (again) wake();
      });
  };
  return {
    once,
    wake,
    start() {
      wake();
      timer = setInterval(wake, idleMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await draining;
    },
  };
}
