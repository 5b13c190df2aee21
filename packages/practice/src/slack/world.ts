import type { Delivery } from './delivery-shape.ts';
import type { SlackState } from './state.ts';

/** A number in [0, 1), like `Math.random`. */
export type Rng = () => number;

/** What people who are looking at the workspace should be told of; `user` narrows it to one. */
export interface Change {
  readonly type:
    | 'message'
    | 'message_changed'
    | 'message_deleted'
    | 'reaction_added'
    | 'view_opened'
    | 'view_changed'
    | 'view_closed'
    | 'home_changed'
    | 'channel_created'
    | 'notice';
  readonly channel?: string;
  readonly ts?: string;
  readonly user?: string;
  readonly viewId?: string;
  readonly text?: string;
}

/** One step under way: handlers replace `state` and collect what must be sent and shown. */
export interface World {
  state: SlackState;
  readonly now: number;
  readonly rng: Rng;
  readonly deliveries: Delivery[];
  readonly changes: Change[];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A random id in Slack's alphabet. */
export function newId(rng: Rng, prefix: string, length = 9): string {
  let id = prefix;
  for (let i = 0; i < length; i += 1) id += LETTERS[Math.floor(rng() * LETTERS.length)];
  return id;
}

/** A random lower-case hex string. */
export function newHex(rng: Rng, length: number): string {
  let hex = '';
  for (let i = 0; i < length; i += 1) hex += Math.floor(rng() * 16).toString(16);
  return hex;
}

/** The next `ts`: seconds and microseconds, never given twice, never going back. */
export function nextTs(world: World): string {
  const wanted = Math.floor(world.now) * 1000;
  const [seconds = '0', micros = '0'] = world.state.lastTs.split('.');
  const last = Number(seconds) * 1_000_000 + Number(micros);
  const next = Math.max(wanted, last + 1);
  const ts = `${Math.floor(next / 1_000_000)}.${String(next % 1_000_000).padStart(6, '0')}`;
  world.state = { ...world.state, lastTs: ts };
  return ts;
}

/** Seconds since the epoch, as most Slack fields have them. */
export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** Remembers where a step stands; calling the result takes the step back to there. */
export function savepoint(world: World): () => void {
  const { state } = world;
  const [deliveries, changes] = [world.deliveries.length, world.changes.length];
  return () => {
    world.state = state;
    world.deliveries.length = deliveries;
    world.changes.length = changes;
  };
}
