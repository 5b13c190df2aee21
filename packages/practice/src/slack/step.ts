import type { AckReply } from './acknowledged.ts';
import { acknowledge } from './acknowledged.ts';
import type { Delivery, Subject } from './delivery-shape.ts';
import type { HookReply } from './hook.ts';
import { answerHook } from './hook.ts';
import { takeUpload } from './methods/files.ts';
import type { PersonCall, PersonReply } from './people/people.ts';
import { doAsPerson } from './people/people.ts';
import type { Json, SlackState } from './state.ts';
import type { WebReply } from './web-api.ts';
import { answerCall } from './web-api.ts';
import type { Change, Rng, World } from './world.ts';

/** Everything that can happen to practice Slack, with the answer each gets. */
export interface Calls {
  api: { call: { method: string; token: string; args: Json }; reply: WebReply };
  hook: { call: { id: string; body: Json }; reply: HookReply };
  acknowledged: { call: { subject: Subject; payload: Json }; reply: AckReply };
  person: { call: { what: PersonCall; origin: string }; reply: PersonReply };
  upload: { call: { id: string; bytes: string }; reply: { status: number } };
  connect: { call: { ticket: string }; reply: { accepted: boolean } };
}

export type Call = { [Kind in keyof Calls]: { kind: Kind } & Calls[Kind]['call'] }[keyof Calls];
export type ReplyTo<Wanted extends Call> = Calls[Wanted['kind']]['reply'];

/** The next state, the answer, what the app must be told and what onlookers should be shown. */
export interface Step<Reply> {
  readonly state: SlackState;
  readonly reply: Reply;
  readonly deliveries: readonly Delivery[];
  readonly changes: readonly Change[];
}

/**
 * Takes practice Slack one step further. Pure: the same state, call, time (milliseconds since
 * the epoch) and randomness give the same step, and the given state is never changed.
 */
export function step<Wanted extends Call>(
  state: SlackState,
  call: Wanted,
  now: number,
  rng: Rng,
): Step<ReplyTo<Wanted>> {
  const world: World = { state, now, rng, deliveries: [], changes: [] };
  // The switch inside answers each kind with its own reply; the compiler cannot follow that.
  const reply = answer(world, call) as ReplyTo<Wanted>;
  return { state: world.state, reply, deliveries: world.deliveries, changes: world.changes };
}

function answer(world: World, call: Call): Calls[keyof Calls]['reply'] {
  switch (call.kind) {
    case 'api':
      return answerCall(world, call.method, call.token, call.args);
    case 'hook':
      return answerHook(world, call.id, call.body);
    case 'acknowledged':
      return acknowledge(world, call.subject, call.payload);
    case 'person':
      return doAsPerson(world, call.what, call.origin);
    case 'upload':
      return { status: takeUpload(world, call.id, call.bytes) };
    case 'connect':
      return { accepted: takeTicket(world, call.ticket) };
  }
}

function takeTicket(world: World, ticket: string): boolean {
  const { [ticket]: until, ...tickets } = world.state.tickets;
  world.state = { ...world.state, tickets };
  return until !== undefined && until > world.now;
}
