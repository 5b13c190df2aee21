import { keysOf } from './keys-of.ts';
import type { PersonCall, PersonReply } from './pipeline.ts';
import { doAsPerson } from './pipeline.ts';
import type { RestCall, RestReply } from './rest.ts';
import { answerRest } from './rest.ts';
import type { RunnerCall, RunnerReply } from './runner-calls.ts';
import { doAsRunner } from './runner-calls.ts';
import type { Faults, GithubState, SigningKey } from './state.ts';
import { issueToken } from './token.ts';
import type { Delivery, Rng, World } from './world.ts';
import { Refusal } from './world.ts';

/** Everything that can happen to practice GitHub, with the answer each gets. */
export interface Calls {
  token: { call: { bearer: string; audience: string | null }; reply: { value: string } };
  jwks: { call: object; reply: { keys: readonly object[] } };
  rest: { call: { what: RestCall }; reply: RestReply };
  person: { call: { what: PersonCall }; reply: PersonReply };
  runner: { call: { what: RunnerCall }; reply: RunnerReply };
  faults: { call: { set: Partial<Faults> }; reply: Faults };
  /** Signs with this key from now on; `forget` no longer publishes those before. */
  rotate: { call: { key: SigningKey; forget: boolean }; reply: { kid: string } };
}

export type Call = { [Kind in keyof Calls]: { kind: Kind } & Calls[Kind]['call'] }[keyof Calls];
export type ReplyTo<Wanted extends Call> = Calls[Wanted['kind']]['reply'];

/** When a step happens, where, and with which randomness. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly rng: Rng;
  /** What tokens name as their issuer. */
  readonly issuer: string;
}

/** The next state, the answer or the refusal, and what the webhook is told. */
export interface Step<Reply> {
  readonly state: GithubState;
  readonly reply: Reply | Refusal;
  readonly deliveries: readonly Delivery[];
}

/**
 * Takes practice GitHub one step further. Pure: the same state, call and moment give the same step,
 * and the given state is never changed.
 */
export function step<Wanted extends Call>(
  state: GithubState,
  call: Wanted,
  moment: Moment,
): Step<ReplyTo<Wanted>> {
  const world: World = { state, ...moment, deliveries: [] };
  try {
    // The switch inside answers each kind with its own reply; the compiler cannot follow that.
    const reply = answer(world, call) as ReplyTo<Wanted>;
    return { state: world.state, reply, deliveries: world.deliveries };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: world.state, reply: error, deliveries: [] };
  }
}

function answer(world: World, call: Call): Calls[keyof Calls]['reply'] {
  switch (call.kind) {
    case 'token':
      return { value: issueToken(world, call.bearer, call.audience) };
    case 'jwks':
      return publishedKeys(world);
    case 'rest':
      return answerRest(world, call.what);
    case 'person':
      return doAsPerson(world, call.what);
    case 'runner':
      return doAsRunner(world, call.what);
    case 'faults':
      world.state = { ...world.state, faults: { ...world.state.faults, ...call.set } };
      return world.state.faults;
    case 'rotate':
      world.state = {
        ...world.state,
        keys: call.forget ? [call.key] : [call.key, ...world.state.keys].slice(0, 3),
      };
      return { kid: call.key.kid };
  }
}

function publishedKeys(world: World): Calls['jwks']['reply'] {
  if (world.state.faults.jwksDown) throw new Refusal(503, 'Service Unavailable');
  return { keys: keysOf(world.state.keys) };
}
