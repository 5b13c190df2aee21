import type { PracticeSlack } from '@sekisho/practice/slack';

export type Json = Record<string, unknown>;

export interface Message extends Json {
  readonly text: string;
  readonly ts: string;
  readonly channel: string;
  readonly blocks?: Json[];
}

/** People before practice Slack: what they do, see and are told. @param secret opens its doors for tests */
export function peopleOf(slack: PracticeSlack, secret: string) {
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
