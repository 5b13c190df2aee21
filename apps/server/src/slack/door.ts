import { chat, type House, type Order, personOfSlack, type TurnAway } from '@sekisho/core';
import type { DoorLogger } from '../door-logger.ts';
import { formFor, openForm } from './at-once.ts';
import { type Acknowledge, createBolt } from './bolt.ts';
import { coalesce } from './coalesce.ts';
import type { Incoming } from './come-in/incoming.ts';
import { createRush } from './come-in/rush.ts';
import { checkForm, peopleIn } from './forms/check-form.ts';
import { isForm } from './forms/form.ts';
import { refreshHomes } from './home.ts';
import type { Call, Parts, SlackSettings } from './parts.ts';
import { createPeople } from './people.ts';
import { carryOut } from './tell/carry-out.ts';
import { createTurns } from './turns.ts';
import { createWorker } from './work/worker.ts';

export interface SlackDoorOptions {
  readonly call: Call;
  readonly house: House;
  /** Told of everyone who is not let in. */
  readonly turnAway: TurnAway;
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
  /** Carries out orders of topics `card`, `tell`, `page`, `slo`, `picture` and others that are told in chat; false for any other. */
  carryOut(order: Order): Promise<boolean>;
  /** Mounted at `/slack/events`; null in Socket Mode. */
  readonly httpHandler: ((request: Request) => Promise<Response>) | null;
}

/** The Slack door: persist, acknowledge, work. */
export function createSlackDoor(options: SlackDoorOptions): SlackDoor {
  const { house, logger, settings } = options;
  const rush = createRush();
  const bolt = createBolt({ settings, house, logger, rush });
  const parts: Parts = {
    call: options.call,
    turnAway: options.turnAway,
    ...{ house, logger, baseUrl: options.baseUrl },
    client: bolt.client,
    slackOrigin: new URL(settings.slackApiUrl ?? 'https://slack.com/api/').origin,
    turns: createTurns(),
    rush,
    newest: new Map(),
    homes: new Map(),
  };
  const people = createPeople(parts);
  const worker = createWorker(parts, people);
  const redrawHomes = coalesce(() => refreshHomes(parts));
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
    carryOut: (order) => carryOut(parts, order, redrawHomes),
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
  const person = await personOfSlack(house, incoming);
  if (person === undefined) return false;
  const people = await peopleIn(house, incoming.form, incoming);
  const check = { config: house.config(), person, people, now: house.clock.now() };
  const checked = checkForm(incoming.form, incoming, check);
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
