import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { PRACTICE_SLACK_SEED } from '../seed.ts';
import type { PracticeSlackOptions } from '../shell/options.ts';
import type { PracticeSlack } from '../shell/server.ts';
import { startPracticeSlack } from '../shell/server.ts';
import type { Json } from '../state.ts';

const SECRET = 'practice-secret';
const closing: (() => Promise<unknown>)[] = [];

/** Ends everything that a test started, the newest first. */
export async function stopBenches(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** A practice Slack, and the means to act as its people. */
export interface Bench {
  readonly slack: PracticeSlack;
  person(path: string, body: Json): Promise<Json>;
  look(path: string): Promise<Json>;
  messages(user: string, channel: string, ready: (all: Json[]) => boolean): Promise<Json[]>;
  until<Value>(look: () => Promise<Value>, ready: (value: Value) => boolean): Promise<Value>;
}

/** Starts a practice Slack on a free port. */
export async function startBench(options: Partial<PracticeSlackOptions> = {}): Promise<Bench> {
  const slack = await startPracticeSlack({
    port: 0,
    secret: SECRET,
    seed: PRACTICE_SLACK_SEED,
    ...options,
  });
  closing.push(() => slack.close());
  const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${slack.url}/practice/${path}`, { ...init, headers });
    return (await response.json()) as Json;
  };
  const look = (path: string) => ask(path);
  return {
    slack,
    look,
    until,
    person: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
    async messages(user, channel, ready) {
      const read = async () =>
        (await look(`messages?user=${user}&channel=${channel}`))['messages'] as Json[];
      return until(read, ready);
    },
  };
}

async function until<Value>(
  look: () => Promise<Value>,
  ready: (value: Value) => boolean,
): Promise<Value> {
  for (let tries = 0; tries < 500; tries += 1) {
    const value = await look();
    if (ready(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('what was waited for never came');
}

/** The real Bolt, unmodified, in Socket Mode against the bench. */
export async function makeApp(
  bench: Bench,
  extra: { clientPingTimeout?: number } = {},
): Promise<App> {
  const { appToken, botToken, apiUrl } = bench.slack;
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    ...extra,
  });
  const app = new App({
    token: botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
  });
  await app.start();
  closing.push(() => receiver.client.disconnect());
  return app;
}

/** The real Bolt, unmodified, behind its signed HTTP receiver; practice Slack is pointed at it. */
export async function makeHttpApp(bench: Bench): Promise<{ app: App; url: string }> {
  const { signingSecret, botToken, apiUrl } = bench.slack;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  await bench.slack.setRequestUrl(url);
  return { app, url };
}
