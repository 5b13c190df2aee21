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

type Json = Record<string, unknown>;

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

export interface Message extends Json {
  readonly text: string;
  readonly ts: string;
  readonly channel: string;
  readonly blocks?: Json[];
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
  const people = peopleOf(slack);
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

function peopleOf(slack: PracticeSlack) {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${slack.url}/practice/${path}`, { ...init, headers });
    return (await response.json()) as Json;
  };
  const person = (path: string, body: Json) =>
    ask(path, { method: 'POST', body: JSON.stringify(body) });
  const read = async (user: string, channel: string) => {
    const answer = await ask(`messages?user=${user}&channel=${channel}`);
    const found = (answer['messages'] ?? []) as Message[];
    return found.map((message) => ({ ...message, channel }));
  };
  return {
    look: (path: string) => ask(path),
    person,
    until,
    command: (user: string, text: string) => person('command', { user, channel: 'C0OPS', text }),
    press: (user: string, channel: string, message: Message, actionId: string, value?: string) => {
      const blockId = blockWith(message, actionId);
      const more = value === undefined ? {} : { value };
      return person('click', { user, channel, ts: message.ts, blockId, actionId, ...more });
    },
    messages: (user: string, channel: string, ready: (all: Message[]) => boolean) =>
      until(() => read(user, channel), ready),
    told: (user: string, pattern: RegExp) => told(ask, read, user, pattern),
    async form(user: string, ready: (view: Json) => boolean = () => true) {
      const answer = await until(
        () => ask(`view?user=${user}`),
        ({ view }) => view !== null && ready(view as Json),
      );
      return answer['view'] as Json & { id: string; blocks: Json[] };
    },
  };
}

async function told(
  ask: (path: string) => Promise<Json>,
  read: (user: string, channel: string) => Promise<Message[]>,
  user: string,
  pattern: RegExp,
): Promise<Message> {
  const look = async () => {
    const { channels } = (await ask(`channels?user=${user}`)) as { channels: Json[] };
    const all = await Promise.all(channels.map(({ id }) => read(user, String(id))));
    const mine = all
      .flat()
      .filter((one) => one['is_ephemeral'] === true || isDirect(one, channels));
    return mine.findLast((message) => pattern.test(JSON.stringify(message)));
  };
  const found = await until(look, (message) => message !== undefined);
  if (found === undefined) throw new Error('nothing was told');
  return found;
}

function isDirect(message: Message, channels: readonly Json[]): boolean {
  return channels.some(({ id, is_im }) => id === message['channel'] && is_im === true);
}

/** Block of a message that holds an action. */
export function blockWith(message: { readonly blocks?: Json[] }, actionId: string): string {
  const block = message.blocks?.find((one) => JSON.stringify(one).includes(`"${actionId}"`));
  return String(block?.['block_id'] ?? 'none');
}

async function until<Value>(
  look: () => Promise<Value>,
  ready: (value: Value) => boolean,
): Promise<Value> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const value = await look();
    if (ready(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('what was waited for never came');
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
