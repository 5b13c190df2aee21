import type { CiCloud, RoleCredentials } from '@sekisho/core/cloud';
import type { ContextValue } from '@sekisho/iam-policy';
import { advance } from '../advance.ts';
import { decideFor } from '../judge/decide-for.ts';
import { seed } from '../seed.ts';
import { practiceCi } from '../seed-roles.ts';
import { step } from '../step.ts';
import type { Rng } from '../world/rng.ts';
import { instantTiming, type Timing } from '../world/timing.ts';
import { trustedClaims } from '../world/tokens.ts';
import { World } from '../world/world.ts';
import { ciVerbs, credentialsOf } from './ci-verbs.ts';
import { noAnswer, toCloudError } from './cloud-failure.ts';
import type { Send } from './send.ts';

export interface InProcessCiOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rng: Rng;
  /** Default: everything happens at once; `policyMs` lets policies take their time. */
  readonly timing?: Timing;
  /** A world to share with other shells; default: a fresh one with practice's accounts. */
  readonly world?: World;
}

/** What a call says besides its action; no resource means `*`. */
export interface AskedOf {
  readonly resource?: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
}

/** The port over the world, and what a job and a test do beside it. */
export interface InProcessCiCloud extends CiCloud {
  readonly world: World;
  /** A call as Sekisho itself. */
  readonly send: Send;
  /**
   * What a job does: AssumeRoleWithWebIdentity with a token of these claims, which are believed.
   * Errors: `CloudError`, `denied` when the trust policy does not let them in.
   */
  enter(
    roleArn: string,
    sessionName: string,
    claims: Readonly<Record<string, string>>,
    seconds?: number,
  ): RoleCredentials;
  /** Whether a session may do something now, by the policies that have arrived; false when it has expired. */
  mayDo(credentials: { readonly accessKeyId: string }, action: string, asked?: AskedOf): boolean;
}

/**
 * The port `CiCloud` directly over `step`, with the seeded roles of `practiceCi` in every account.
 *
 * @param options.now the injected clock
 * @param options.rng the injected randomness
 */
export function createInProcessCiCloud(options: InProcessCiOptions): InProcessCiCloud {
  const { now, rng } = options;
  const world = options.world ?? freshWorld(options.timing ?? instantTiming, now());
  world.readTokens = trustedClaims(practiceCi.provider);
  const send: Send = (target, operation, input) => {
    const { account, region } = target;
    const caller = `arn:aws:sts::${account}:assumed-role/sekisho/sekisho`;
    const outcome = step(world, { operation, account, region, caller, input }, now(), rng);
    if (outcome.kind === 'lost') throw noAnswer();
    if (outcome.kind === 'refusal') throw toCloudError(outcome.refusal);
    return outcome.output;
  };
  return {
    world,
    send,
    ...ciVerbs(send),
    enter: (roleArn, sessionName, claims, seconds) => {
      const place = { account: roleArn.split(':')[4] ?? '', region: 'us-east-1' };
      const input = {
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        WebIdentityToken: JSON.stringify(claims),
        DurationSeconds: seconds,
      };
      return credentialsOf(send(place, 'AssumeRoleWithWebIdentity', input));
    },
    mayDo: ({ accessKeyId }, action, { resource = '*', context = {} } = {}) => {
      advance(world, now(), rng);
      const session = world.credentials.get(accessKeyId);
      if (session === undefined || session.expiresAt <= world.clock) return false;
      return decideFor(world, session, { action, resource, context }) === 'allow';
    },
  };
}

function freshWorld(timing: Timing, now: number): World {
  const world = new World(timing);
  seed(world, now);
  return world;
}
