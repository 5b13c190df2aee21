import type { Delivery } from '../delivery-shape.ts';
import type { SlackState } from '../state.ts';
import type { Call, ReplyTo } from '../step.ts';
import { step } from '../step.ts';
import type { Change, Rng } from '../world.ts';
import type { Settled } from './dispatch.ts';

/** The living workspace: the one place where its state is replaced. */
export interface Core {
  state(): SlackState;
  /** Runs one call; `settled` resolves when what it ordered has been delivered once. */
  run<Wanted extends Call>(call: Wanted): { reply: ReplyTo<Wanted>; settled: Promise<Settled[]> };
}

interface Parts {
  readonly first: SlackState;
  readonly clock: () => number;
  readonly rng: Rng;
  readonly dispatch: (delivery: Delivery) => Promise<Settled>;
  readonly changed: (changes: readonly Change[], state: SlackState) => void;
}

/** Starts a workspace from its first state. */
export function startCore({ first, clock, rng, dispatch, changed }: Parts): Core {
  let state = first;
  return {
    state: () => state,
    run(call) {
      const next = step(state, call, clock(), rng);
      const moved = next.state !== state;
      state = next.state;
      if (moved || next.changes.length > 0) changed(next.changes, state);
      const settled = Promise.all(next.deliveries.map((delivery) => dispatch(delivery)));
      return { reply: next.reply, settled };
    },
  };
}
