import type { GithubState, Repository } from './state.ts';

/** A number in [0, 1), like `Math.random`. */
export type Rng = () => number;

/** An event for the webhook, unsigned. */
export interface Delivery {
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One step under way: handlers replace `state` and collect what the webhook is told. */
export interface World {
  state: GithubState;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly rng: Rng;
  /** What tokens name as their issuer. */
  readonly issuer: string;
  readonly deliveries: Delivery[];
}

/** What a call is refused with, as GitHub words it. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A lower-case hex string. */
export function newHex(rng: Rng, length: number): string {
  let hex = '';
  for (let i = 0; i < length; i += 1) hex += Math.floor(rng() * 16).toString(16);
  return hex;
}

/** The next id of whatever it is: GitHub's are of one row too, as far as anybody can tell. */
export function nextId(world: World): number {
  const lastId = world.state.lastId + 1;
  world.state = { ...world.state, lastId };
  return lastId;
}

/** Errors: `Refusal` 404. */
export function repositoryOf(world: World, name: string): Repository {
  const found = world.state.repositories[name];
  if (found === undefined) throw new Refusal(404, 'Not Found');
  return found;
}
