import { setTimeout as sleep } from 'node:timers/promises';

export interface Typing {
  /** Address of practice Slack. */
  readonly url: string;
  readonly secret: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** One command in so many asks for a server; the others ask who has what. */
  readonly startEvery: number;
}

const people = ['U0SRE', 'U0SRE2', 'U0ENG'];

/**
 * People type commands at a steady rate, whatever becomes of them. Answers, for each, the
 * milliseconds from practice Slack's sending it to the acknowledgement; infinity when none came.
 */
export async function typeCommands(typing: Typing): Promise<number[]> {
  const count = Math.round(typing.perSecond * typing.seconds);
  const began = performance.now();
  const typed: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = began + (index * 1000) / typing.perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    typed.push(typeOne(typing, index));
  }
  return Promise.all(typed);
}

async function typeOne({ url, secret, startEvery }: Typing, index: number): Promise<number> {
  const starts = index % startEvery === 0;
  const response = await fetch(`${url}/practice/command`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      user: people[index % people.length],
      channel: 'C0OPS',
      text: starts ? `/ops start staging 30m look at ${index}` : '/ops list',
    }),
  });
  const { ok, error, delivery } = (await response.json()) as {
    ok: boolean;
    error?: string;
    delivery?: { outcome: string; milliseconds: number };
  };
  if (!ok || delivery === undefined)
    throw new Error(`practice Slack refused: ${error ?? 'no delivery'}`);
  return delivery.outcome === 'acknowledged' ? delivery.milliseconds : Number.POSITIVE_INFINITY;
}
