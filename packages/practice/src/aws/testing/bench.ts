import type { Outcome } from '../call.ts';
import type { InputOf, OperationName, OutputOf } from '../operations.ts';
import { practiceAccounts, practiceRegion, seed } from '../seed.ts';
import { step } from '../step.ts';
import type { Place } from '../world/records.ts';
import { createRng, type Rng } from '../world/rng.ts';
import { instantTiming, type Timing } from '../world/timing.ts';
import { World } from '../world/world.ts';

export const start = Date.parse('2026-05-01T00:00:00Z');
export const here: Place = { account: practiceAccounts.staging, region: practiceRegion };

/** A world under a clock of the test's own. */
export interface Bench {
  readonly world: World;
  readonly rng: Rng;
  /** Epoch milliseconds; tests move it. */
  now: number;
  /** The answer; a refusal is thrown, and so is a lost answer. */
  call<Name extends OperationName>(name: Name, input: InputOf<Name>, at?: Place): OutputOf<Name>;
  outcome<Name extends OperationName>(
    name: Name,
    input: InputOf<Name>,
    at?: Place,
  ): Outcome<OutputOf<Name>>;
  /** Launches one instance and answers with its id. */
  launch(more?: Partial<InputOf<'RunInstances'>>, at?: Place): string;
  /** The states of what DescribeInstances shows. */
  states(at?: Place): string[];
}

/** A seeded world in which, unless timing says otherwise, everything happens at once. */
export function createBench(timing: Partial<Timing> = {}, seedNumber = 1): Bench {
  const world = new World({ ...instantTiming, ...timing });
  seed(world, start);
  const rng = createRng(seedNumber).next;
  const bench: Bench = {
    world,
    rng,
    now: start,
    outcome: (operation, input, at = here) => {
      const caller = `arn:aws:iam::${at.account}:user/test`;
      return step(world, { operation, ...at, caller, input }, bench.now, rng);
    },
    call: (operation, input, at) => {
      const outcome = bench.outcome(operation, input, at);
      if (outcome.kind === 'answer') return outcome.output;
      throw outcome.kind === 'refusal' ? outcome.refusal : new Error('lost');
    },
    launch: (more, at) => {
      const { instancesSet } = bench.call('RunInstances', { ...launchInput, ...more }, at);
      return instancesSet[0]?.instanceId ?? '';
    },
    states: (at) =>
      bench
        .call('DescribeInstances', {}, at)
        .reservationSet.flatMap(({ instancesSet }) => instancesSet)
        .map(({ instanceState }) => instanceState.name),
  };
  return bench;
}

/** The least that a launch needs. */
export const launchInput: InputOf<'RunInstances'> = {
  MinCount: 1,
  MaxCount: 1,
  LaunchTemplate: { LaunchTemplateName: 'sekisho-ops-server' },
  InstanceInitiatedShutdownBehavior: 'terminate',
  MetadataOptions: { HttpTokens: 'required', InstanceMetadataTags: 'enabled' },
};

/** The specification that puts tags on the instance. */
export function tagged(tags: Readonly<Record<string, string>>): Partial<InputOf<'RunInstances'>> {
  const Tag = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return { TagSpecification: [{ ResourceType: 'instance', Tag }] };
}
