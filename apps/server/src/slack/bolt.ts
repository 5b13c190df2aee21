import { App, type Logger, LogLevel, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { DoorLogger } from '../door-logger.ts';
import { createHttpReceiver, type HttpReceiver } from './come-in/http-receiver.ts';
import type { Incoming } from './come-in/incoming.ts';
import { keepFirst } from './come-in/keep-first.ts';
import type { Parts, SlackSettings } from './parts.ts';

/** Acknowledges: with nothing, or with what is wrong in a form. */
export type Acknowledge = (errors?: Readonly<Record<string, string>>) => Promise<void>;

/** Hears what came in, which is already in the inbox. */
export type Hear = (incoming: Incoming, acknowledge: Acknowledge) => Promise<void>;

export interface Bolt {
  readonly app: App;
  readonly client: webApi.WebClient;
  /** Only over HTTP. */
  readonly http: HttpReceiver | null;
  hear(listener: Hear): void;
}

interface BoltOptions extends Pick<Parts, 'house' | 'logger' | 'rush'> {
  readonly settings: SlackSettings;
}

/** Sets up Bolt with the receiver of its mode, behind the inbox. */
export function createBolt({ settings, house, logger, rush }: BoltOptions): Bolt {
  const { botToken, slackApiUrl } = settings;
  const clientOptions = {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    // Orders and events that fail are tried again by the outbox and the inbox; 429s are waited out here.
    retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 2_000 },
    timeout: 10_000,
  };
  const boltLogger = loggerFor(logger);
  const http = settings.mode === 'http' ? httpReceiver(settings, logger) : null;
  const inner: Receiver = http ?? socketReceiver(settings, clientOptions, boltLogger);
  const app = new App({
    authorize: async () => ({ botToken }),
    receiver: keepFirst(inner, { house, logger, rush }),
    logger: boltLogger,
    clientOptions,
    ignoreSelf: false,
  });
  const client = new webApi.WebClient(botToken, { ...clientOptions, logger: boltLogger });
  return { app, client, http, hear: (listener) => listen(app, listener) };
}

function httpReceiver({ signingSecret }: SlackSettings, logger: DoorLogger): HttpReceiver {
  if (!signingSecret) throw new Error('Slack over HTTP needs its signing secret');
  return createHttpReceiver({ signingSecret, logger, now: () => new Date() });
}

function socketReceiver(
  { appToken }: SlackSettings,
  clientOptions: object,
  logger: Logger,
): SocketModeReceiver {
  if (!appToken) throw new Error('Slack in Socket Mode needs an app-level token (xapp-…)');
  return new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
}

const anything = /[\s\S]*/;

function listen(app: App, hear: Hear): void {
  const incomingOf = (context: object) => Reflect.get(context, 'incoming') as Incoming | undefined;
  app.command(anything, async ({ context, ack }) => {
    const incoming = incomingOf(context);
    if (incoming) await hear(incoming, async () => ack());
  });
  app.action(anything, async ({ context, ack }) => {
    const incoming = incomingOf(context);
    if (incoming) await hear(incoming, async () => ack());
  });
  app.view(anything, async ({ context, ack }) => {
    const incoming = incomingOf(context);
    if (incoming === undefined) return ack();
    await hear(incoming, async (errors) =>
      errors === undefined ? ack() : ack({ response_action: 'errors', errors: { ...errors } }),
    );
  });
  app.event('app_home_opened', async ({ context }) => {
    const incoming = incomingOf(context);
    // Bolt has acknowledged events already; they were kept before that.
    if (incoming) await hear(incoming, async () => undefined);
  });
  app.error(async (error) => {
    // Reached only by bugs: what came in is in the inbox and is worked on all the same.
    throw error;
  });
}

/** Bolt's logger over ours; it never writes bodies, for they hold what people typed. */
function loggerFor(logger: DoorLogger): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...said: unknown[]) =>
      logger[level]({ part: 'bolt' }, said.map(String).join(' '));
  return {
    debug: () => undefined,
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
