import {
  type AwsLimits,
  awsLimits,
  type Core,
  createCore,
  type Database,
  newSigningKey,
  randomIds,
  signerFromPem,
} from '@sekisho/core';
import type { CiCloud } from '@sekisho/core/cloud';
import { createKeySets } from '@sekisho/github-oidc';
import {
  createInProcessAccess,
  createInProcessCiCloud,
  createInProcessCloud,
  createRng,
  instantTiming,
  practiceTiming,
  type World,
} from '@sekisho/practice/aws';
import { startTurner, type Turner } from '../../apps/server/src/turner.ts';
import { passesAtOnce, targetsAPass } from '../../apps/server/src/turners.ts';
import { createJobIssuer } from '../../test/support/job-issuer.ts';
import { contextOf, practiceConfig } from '../../test/support/world.ts';
import { audience, type Crowd, edited, populate } from './crowd.ts';
import { delayed } from './delayed.ts';

/** Told of each policy that is written, or deleted (null), when AWS is asked to. */
export type OnPolicy = (name: string, document: string | null) => void;

/** A house that lends to a crowd, on practice AWS in the same process and in real time. */
export interface LentHouse {
  readonly world: World;
  readonly database: Database;
  /** Without our limits of AWS's APIs: what makes the leases that are then taken back. */
  readonly quick: Core;
  /** What a fresh token of a job of this run gets. */
  exchange(run: number, purpose: string): Promise<{ readonly lease: string }>;
  /** Practice AWS's latencies and limits and ours come into force, and the engine turns as the server turns it. */
  begin(latencyMs: number, onPolicy: OnPolicy): void;
  /** What was refused and tried again, by AWS's or our word for it. */
  readonly failures: Map<string, number>;
  stop(): Promise<void>;
}

/** Opens it on an empty embedded database; all is instant until it begins. */
export async function openLentHouse(database: Database, crowd: Crowd): Promise<LentHouse> {
  const timing = { ...instantTiming };
  const cloud = createInProcessCloud({ now: Date.now, rng: createRng(1).next, timing });
  const { world } = cloud;
  const inside = { world, now: Date.now, rng: createRng(2).next };
  populate(world, crowd);
  const pace = { latencyMs: 0 };
  const told: { policy: OnPolicy } = { policy: () => undefined };
  const config = practiceConfig((yaml) => edited(yaml, crowd));
  const issuer = await createJobIssuer(() => new Date(), audience);
  const issuers = () => config.ci?.issuers ?? [];
  const keys = createKeySets({ issuers, fetch: issuer.fetch, now: () => new Date() });
  const failures = new Map<string, number>();
  const fail = (error: unknown) => {
    const word = String((error as { vendorCode?: string }).vendorCode ?? error);
    failures.set(word, (failures.get(word) ?? 0) + 1);
  };
  const turners: Turner[] = [];
  const make = (limits?: AwsLimits) =>
    createCore({
      ...{ database, clock: { now: () => new Date() }, ids: randomIds, config: () => config },
      ports: {
        ...{ cloud, access: delayed(createInProcessAccess(inside), pace), practice: true },
        ci: { cloud: telling(delayed(createInProcessCiCloud(inside), pace), told), keys },
        prices: { costPerHour: () => 0.1 },
        commands: { connect: () => [], forward: () => [], quote: () => '' },
        signer: signerFromPem(newSigningKey()),
      },
      ...(limits === undefined ? {} : { awsLimits: limits }),
      wake: () => turners.forEach((turner) => turner.wake()),
      onFailure: (_, error) => fail(error),
    });
  const quick = make();
  await quick.begin();
  return {
    ...{ world, database, quick, failures },
    async exchange(run, purpose) {
      const at = Math.floor(Date.now() / 1000);
      const times = { iat: at, nbf: at - 5, exp: at + 300 };
      const job = { actor: 'taro-suzuki', run_id: String(run), ref: `refs/heads/r${run}` };
      const token = await issuer.sign(issuer.claims({ ...times, ...job }));
      return quick.call('ci.exchange', jobContext(), { token, purpose });
    },
    begin(latencyMs, onPolicy) {
      Object.assign(timing, practiceTiming);
      pace.latencyMs = latencyMs;
      told.policy = onPolicy;
      const slow = make(awsLimits);
      const turn = () => slow.reconcile(targetsAPass);
      for (let passes = passesAtOnce[database.engine]; passes > 0; passes -= 1) {
        turners.push(startTurner({ turn, pauseMs: 500, onFailure: fail }));
      }
    },
    stop: async () => void (await Promise.all(turners.map((turner) => turner.stop()))),
  };
}

function telling(cloud: CiCloud, told: { readonly policy: OnPolicy }): CiCloud {
  return {
    assumeRole: (scope, session) => cloud.assumeRole(scope, session),
    role: (scope, arn, prefix) => cloud.role(scope, arn, prefix),
    putRolePolicy(scope, policy) {
      told.policy(policy.name, policy.document);
      return cloud.putRolePolicy(scope, policy);
    },
    deleteRolePolicy(scope, policy) {
      told.policy(policy.name, null);
      return cloud.deleteRolePolicy(scope, policy);
    },
  };
}

function jobContext() {
  const authenticatedAt = new Date().toISOString();
  return contextOf('ci:infra', {
    principal: { id: 'ci:infra', kind: 'ci', assurance: 'oidc', authenticatedAt },
    scopes: ['ci.exchange', 'ci.finish'],
  });
}
