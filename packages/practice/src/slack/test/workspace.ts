import type { Delivery } from '../delivery-shape.ts';
import type { PersonCall } from '../people/people.ts';
import type { SlackSeed } from '../seed.ts';
import { initialState, PRACTICE_SLACK_SEED } from '../seed.ts';
import type { Json, SlackState } from '../state.ts';
import type { Call, ReplyTo } from '../step.ts';
import { step } from '../step.ts';
import type { Change } from '../world.ts';

/** A workspace without a server: one `step` after another, on a clock that the test moves. */
export interface Workspace {
  readonly deliveries: Delivery[];
  readonly changes: Change[];
  state(): SlackState;
  pass(milliseconds: number): void;
  run<Wanted extends Call>(call: Wanted): ReplyTo<Wanted>;
  /** A Web API call by the bot. */
  bot(method: string, args?: Json): Json;
  /** What a person does; the answer's fields, or the error. */
  person(what: PersonCall): Json;
}

/** Starts at a fixed time with randomness that repeats. */
export function workspace(seed: Partial<SlackSeed> = {}): Workspace {
  let now = 1_790_000_000_000;
  const rng = repeating(7);
  let state = initialState({ ...PRACTICE_SLACK_SEED, ...seed }, now, rng);
  const deliveries: Delivery[] = [];
  const changes: Change[] = [];
  const run: Workspace['run'] = (call) => {
    const next = step(state, call, now, rng);
    state = next.state;
    deliveries.push(...next.deliveries);
    changes.push(...next.changes);
    return next.reply;
  };
  return {
    deliveries,
    changes,
    run,
    state: () => state,
    pass(milliseconds) {
      now += milliseconds;
    },
    bot: (method, args = {}) => run({ kind: 'api', method, token: state.app.botToken, args }).body,
    person(what) {
      const reply = run({ kind: 'person', what, origin: 'http://practice' });
      return reply.ok
        ? { ok: true, ...reply.result }
        : { ok: false, error: reply.error, ...reply.extra };
    },
  };
}

/** A small generator that repeats from its seed (mulberry32, public domain). */
function repeating(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A modal that asks one thing. */
export function modal(more: Json = {}): Json {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Ask' },
    submit: { type: 'plain_text', text: 'Send' },
    blocks: [
      {
        type: 'input',
        block_id: 'why',
        label: { type: 'plain_text', text: 'Why' },
        element: { type: 'plain_text_input', action_id: 'text' },
      },
    ],
    ...more,
  };
}

/** A section of text. */
export function section(text: string, more: Json = {}): Json {
  return { type: 'section', text: { type: 'mrkdwn', text }, ...more };
}

/** An actions block of one button. */
export function button(more: Json = {}): { type: string; block_id: string; elements: Json[] } {
  const element = {
    type: 'button',
    action_id: 'go',
    text: { type: 'plain_text', text: 'Go' },
    ...more,
  };
  return { type: 'actions', block_id: 'acts', elements: [element] };
}
