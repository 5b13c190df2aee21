import type { OpsCloud } from '@sekisho/core/cloud';
import { seed } from '../seed.ts';
import type { Rng } from '../world/rng.ts';
import { instantTiming, type Timing } from '../world/timing.ts';
import { World } from '../world/world.ts';
import { instanceVerbs } from './instance-verbs.ts';
import { type Send, sendTo } from './send.ts';
import { sessionVerbs } from './session-verbs.ts';
import { switchVerbs } from './switch-verbs.ts';

export interface InProcessOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rng: Rng;
  /** Default: everything happens at once. */
  readonly timing?: Timing;
  /** A world to share with other shells; default: a fresh one with practice's accounts. */
  readonly world?: World;
  /** Value of the tag `sekisho:installation` that switches look for; default `practice`. */
  readonly installation?: string;
}

/** The port over the world, and the world itself, whose `faults` may be set at any time. */
export interface InProcessCloud extends OpsCloud {
  readonly world: World;
  readonly send: Send;
}

/**
 * The cloud port directly over `step`: no network, no serialization, no waiting.
 *
 * @param options.now the injected clock
 * @param options.rng the injected randomness
 */
export function createInProcessCloud(options: InProcessOptions): InProcessCloud {
  const world = options.world ?? freshWorld(options.timing ?? instantTiming, options.now());
  const send = sendTo(world, options.now, options.rng);
  return {
    world,
    send,
    ...instanceVerbs(send),
    ...sessionVerbs(send),
    ...switchVerbs(send, options.now, options.installation ?? 'practice'),
  };
}

function freshWorld(timing: Timing, now: number): World {
  const world = new World(timing);
  seed(world, now);
  return world;
}
