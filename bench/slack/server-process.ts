// A whole Sekisho on practice Slack, or a bare Bolt to see it beside, in a process of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceUsage } from 'node:process';
import { openEmbedded, openPostgres } from '@sekisho/core';
import { createInProcessCloud, createRng, practiceTiming } from '@sekisho/practice/aws';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { sql } from 'kysely';
import { pino } from 'pino';
import { startServer } from '../../apps/server/src/compose.ts';
import type { SlackSettings } from '../../apps/server/src/slack/index.ts';
import { practiceConfig } from '../../test/support/world.ts';
import { type Channel, speak } from '../shared/calls.ts';

/** What answers Slack: Sekisho on one of its databases, or a Bolt that acknowledges and does nothing. */
export type Subject = 'bare' | 'pglite' | { readonly postgres: string };

export interface ServerUsage {
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
}

interface Running {
  readonly url: string;
  /** Commands that were acknowledged and are not worked on yet. */
  waiting(): Promise<number>;
  stop(): Promise<void>;
}

let running: Running | null = null;

async function open(subject: Subject, settings: SlackSettings, port: number): Promise<string> {
  running =
    subject === 'bare' ? await bare(settings, port) : await sekisho(subject, settings, port);
  return running.url;
}

async function sekisho(
  subject: Exclude<Subject, 'bare'>,
  settings: SlackSettings,
  port: number,
): Promise<Running> {
  const directory = await mkdtemp(join(tmpdir(), 'sekisho-bench-'));
  const database =
    subject === 'pglite'
      ? await openEmbedded(directory)
      : await openPostgres({ url: subject.postgres });
  const template = 'launchTemplate: sekisho-ops-server';
  const config = practiceConfig((yaml) =>
    yaml.replaceAll(template, `${template}\n      quota: 1000`),
  );
  const cloud = createInProcessCloud({
    now: Date.now,
    rng: createRng(1).next,
    timing: practiceTiming,
  });
  const server = await startServer({
    ...{ database, cloud, port, host: '127.0.0.1' },
    config: { current: () => config, onChange: () => undefined },
    commands: { connect: () => [], forward: () => [], quote: () => '' },
    dataDirectory: directory,
    consoleDirectory: directory,
    slack: settings,
    secret: () => undefined,
    practice: null,
    logger: pino({ level: 'error' }),
  });
  return {
    url: `${server.url}/slack/events`,
    async waiting() {
      const { rows } = await sql<{ many: number }>`
        select count(*)::integer as many from chat_inbox where next_attempt_at is not null
      `.execute(database.kysely);
      return rows[0]?.many ?? 0;
    },
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Bolt as its guide shows it: the listener acknowledges and that is all. */
async function bare(settings: SlackSettings, port: number): Promise<Running> {
  const { botToken, appToken = '', signingSecret = '', slackApiUrl = '' } = settings;
  const clientOptions = { slackApiUrl };
  const logLevel = LogLevel.ERROR;
  const http = new HTTPReceiver({ signingSecret, logLevel });
  const socket = new SocketModeReceiver({
    appToken,
    logLevel,
    installerOptions: { clientOptions },
  });
  const receiver = settings.mode === 'http' ? http : socket;
  const app = new App({ token: botToken, receiver, logLevel, clientOptions });
  app.command('/ops', async ({ ack }) => ack());
  const server = createServer((request, response) => http.requestListener(request, response));
  if (settings.mode === 'socket') await app.start();
  else await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    waiting: async () => 0,
    async stop() {
      if (settings.mode === 'socket') await app.stop();
      server.close();
    },
  };
}

function usage(): ServerUsage {
  const { userCPUTime, systemCPUTime } = resourceUsage();
  return {
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    memoryMiB: process.memoryUsage().rss / 2 ** 20,
  };
}

speak(process as Channel, {
  open,
  usage,
  waiting: () => running?.waiting(),
  stop: () => running?.stop(),
});
// A profile is written only by a process that exits by itself.
process.on('disconnect', () => process.exit(0));
