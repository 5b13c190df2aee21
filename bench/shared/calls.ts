/** One end of a channel between two processes: a child, or `process` inside one. */
export interface Channel {
  send?(message: unknown): boolean;
  on(event: 'message', heard: (message: unknown) => void): unknown;
}

/** Calls what the other process can do. */
export interface Caller {
  call<Answer = void>(name: string, ...given: readonly unknown[]): Promise<Answer>;
}

/** What this process can do for the other one, by name. */
export type Doings = Readonly<Record<string, (...given: never[]) => unknown>>;

type Message =
  | { readonly is: 'call'; readonly id: number; readonly name: string; readonly given: unknown[] }
  | { readonly is: 'answer'; readonly id: number; readonly value: unknown }
  | {
      readonly is: 'failure';
      readonly id: number;
      readonly message: string;
      readonly more: object;
    };

/** Speaks over a channel both ways. Errors of a call come back with their message and their own fields. */
export function speak(channel: Channel, doings: Doings): Caller {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const say = (message: Message) => channel.send?.(message);
  const answer = async ({ id, name, given }: Extract<Message, { is: 'call' }>) => {
    try {
      say({ is: 'answer', id, value: await doings[name]?.(...(given as never[])) });
    } catch (error) {
      say({ is: 'failure', id, message: String(error), more: { ...(error as object) } });
    }
  };
  channel.on('message', (heard) => {
    const message = heard as Message;
    if (message.is === 'call') return void answer(message);
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.is === 'answer') caller?.resolve(message.value);
    else caller?.reject(Object.assign(new Error(message.message), message.more));
  });
  return {
    async call<Answer>(name: string, ...given: readonly unknown[]) {
      last += 1;
      const promised = Promise.withResolvers<unknown>();
      waiting.set(last, promised);
      say({ is: 'call', id: last, name, given: [...given] });
      return (await promised.promise) as Answer;
    },
  };
}
