import { proportion } from './bounds.ts';
import { type Echo, echoOf, episodesOf } from './episodes.ts';
import type { Hours } from './hour.ts';

/** How the troubles of one view show in the other. */
export interface Agreement {
  readonly episodes: number;
  readonly shown: number;
  /** Of these nothing can be said: not measured there, or too little traffic. */
  readonly unclear: number;
  /** Of those that are clear. */
  readonly share: number | null;
  /** Bounds at 95 %, one-sided. */
  readonly low: number;
  readonly high: number;
}

/**
 * How one view's troubles show in another. Strictly, what is unclear was missed when the lower bound
 * is taken: a view that is silent whenever users fail must not stand in for them.
 */
export function agreementOf(own: Hours, other: Hours, mode: 'strict' | 'lenient'): Agreement {
  const echoes = episodesOf(own.judged).map((episode) => echoOf(episode, own, other));
  const count = (...kinds: Echo[]) => echoes.filter((echo) => kinds.includes(echo)).length;
  // Without traffic the stand-in misses the trouble all the same; users who were not there had none.
  const unclear =
    mode === 'strict' ? count('unmeasured') : count('unmeasured', 'too-little-traffic');
  const shown = count('shown');
  const clear = proportion(shown, echoes.length - unclear);
  const { low } = mode === 'strict' ? proportion(shown, echoes.length) : clear;
  const { share, high } = clear;
  return { episodes: echoes.length, shown, unclear, share, low, high };
}
