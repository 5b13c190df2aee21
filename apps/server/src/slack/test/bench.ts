import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '@sekisho/config';
import { type House, randomIds, type Stranger, systemClock } from '@sekisho/core';
import {
  PRACTICE_SLACK_SEED,
  type PracticeSlack,
  type PracticeSlackOptions,
  startPracticeSlack,
} from '@sekisho/practice/slack';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createSlackDoor, type SlackDoor } from '../index.ts';
import { testConfig } from './config.ts';
import { createFakeCore, type FakeCore } from './fake-core.ts';
import { type Json, type Message, peopleOf } from './people.ts';

const secret = 'practice-secret';
const closing: (() => Promise<unknown>)[] = [];

let opened: Promise<House> | null = null;

/** Gives the tests of a file benches on one database, and ends everything that a test started. */
export function useBenches(): void {
  // A hook may take longer than a test: opening the database is the slow part.
  beforeAll(() => emptyHouse(testConfig).then(() => undefined));
  afterEach(stopBenches);
  afterAll(async () => {
    const house = await opened;
    opened = null;
    await house?.database.close();
  });
}

/** The newest first. */
async function stopBenches(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** One database for the file; every bench begins with an empty inbox. */
async function emptyHouse(config: Config): Promise<House> {
  opened ??= openTestDatabase().then((database) => ({
    database,
    clock: systemClock,
    ids: randomIds,
    config: () => testConfig,
    append: async () => undefined,
    wake: () => undefined,
  }));
  const house = await opened;
  await house.database.kysely.deleteFrom('chat_inbox').execute();
  await house.database.kysely.deleteFrom('chat_cards').execute();
  return { ...house, config: () => config };
}

/** The door behind the real Bolt, practice Slack before it, a core in memory behind it. */
export interface Bench {
  readonly slack: PracticeSlack;
  readonly core: FakeCore;
  readonly house: House;
  readonly door: SlackDoor;
  /** Another door on the same inbox, not started. */
  makeDoor(call?: FakeCore['call']): SlackDoor;
  person(path: string, body: Json): Promise<Json>;
  look(path: string): Promise<Json>;
  command(user: string, text: string): Promise<Json>;
  /** Presses a button of a message by its action. */
  press(
    user: string,
    channel: string,
    message: Message,
    actionId: string,
    value?: string,
  ): Promise<Json>;
  /** Carries out what the core ordered, until nothing is left. */
  settle(): Promise<void>;
  messages(user: string, channel: string, ready: (all: Message[]) => boolean): Promise<Message[]>;
  /** What only this person sees, or was told directly. */
  told(user: string, pattern: RegExp): Promise<Message>;
  form(
    user: string,
    ready?: (view: Json) => boolean,
  ): Promise<Json & { id: string; blocks: Json[] }>;
  until<Value>(look: () => Promise<Value>, ready: (value: Value) => boolean): Promise<Value>;
}

export interface BenchOptions extends Partial<PracticeSlackOptions> {
  readonly mode?: 'socket' | 'http';
  readonly config?: Config;
  /** Another house than the empty one. */
  readonly house?: House;
  /** Connect no door: the test does. */
  readonly alone?: boolean;
}

export async function startBench({
  mode = 'socket',
  alone = false,
  config = testConfig,
  ...options
}: BenchOptions = {}): Promise<Bench> {
  const house = options.house ?? (await emptyHouse(config));
  const core = createFakeCore();
  const slack = await startPracticeSlack({
    ...{ port: 0, secret, seed: { ...PRACTICE_SLACK_SEED, rateLimits: false }, ...options },
  });
  closing.push(() => slack.close());
  const makeDoor = (call: FakeCore['call'] = core.call) => {
    const { appToken, botToken, signingSecret, apiUrl: slackApiUrl } = slack;
    const settings = { mode, appToken, botToken, signingSecret, slackApiUrl };
    const baseUrl = 'http://127.0.0.1:4545';
    const turnAway = async (stranger: Stranger) => void core.strangers.push(stranger);
    return createSlackDoor({ call, house, turnAway, settings, baseUrl, logger: quiet });
  };
  const door = makeDoor();
  if (!alone) {
    await door.start();
    closing.push(() => door.stop());
  }
  if (mode === 'http') await serve(door, slack);
  const people = peopleOf(slack, secret);
  return { slack, core, house, door, makeDoor, ...people, settle: () => settle(core, door) };
}

async function serve(door: SlackDoor, slack: PracticeSlack): Promise<void> {
  const fetch = door.httpHandler ?? (() => new Response(null, { status: 404 }));
  const server = createAdaptorServer({ fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => void server.close());
  const { port } = server.address() as AddressInfo;
  await slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
}

async function settle(core: FakeCore, door: SlackDoor): Promise<void> {
  for (let order = core.orders.shift(); order; order = core.orders.shift()) {
    await door.carryOut(order);
  }
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
