import type { Config } from '@sekisho/config';
import { type Clock, type Database, newSigningKey, signerFromPem } from '@sekisho/core';
import {
  actOnMachine,
  advance,
  createInProcessCloud,
  createRng,
  type Fault,
  type InProcessCloud,
  practiceTiming,
} from '@sekisho/practice/aws';
import { promoteImage } from '../../support/promote-image.ts';
import { grantReader } from '../life-row.ts';
import type { CallMade } from '../mortal.ts';
import { createMortalEngine } from '../mortal-engine.ts';
import type { ActName } from '../plan.ts';
import type { Scene } from '../scene.ts';
import {
  callOf,
  faultsOf,
  mishapsOf,
  operationsOf,
  type Pair,
  serverPairs,
  type Visits,
  visit,
} from '../visits.ts';
import { checkCloud, checkLateness, checkLives, livingByLease } from './checks.ts';

export interface SceneOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly seed: number;
  readonly random: () => number;
  readonly visits: Visits;
  /** Told of every promise that was seen broken. */
  readonly blame: (problem: string) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

export const otherPorts = {
  prices: { costPerHour: () => 0.1 },
  commands: { connect: () => [], forward: () => [], quote: () => '' },
  signer: signerFromPem(newSigningKey()),
  practice: true,
};

/** A world that lends ops servers, in practice's AWS. */
export function serversScene(options: SceneOptions): Scene {
  const { clock, random, visits } = options;
  const cloud = openCloud(options);
  cloud.world.onFault = (kind, operation) => {
    const step = callOf(operation);
    if (step !== undefined) visit(visits, { step, fault: kind });
  };
  const ports = { ...otherPorts, cloud };
  const onCall = onlyAfterGrant(options);
  const now = () => clock.now().getTime();
  const living = () => livingByLease(cloud, now());
  return {
    ports,
    faults: faultsOf(serverPairs),
    mishaps: mishapsOf(serverPairs),
    longestDelay: Number.POSITIVE_INFINITY,
    newEngine: () => createMortalEngine({ ...options, cloud, ports, onCall }),
    onAsked: async () => undefined,
    actInside: (id, act) => actInside(cloud, id, act, now(), random),
    setFaults(aims, down) {
      cloud.world.faults = [
        ...(down ? [{ kind: 'lost-request' as const }] : []),
        ...aims.map(toFault(random)),
        ...accidents(aims, random),
      ];
    },
    check: () => checkCloud(living(), now()),
    checkLives: (rows) => checkLives(rows, living(), now()),
    checkLateness: (rows) => checkLateness(rows, living(), now()),
    checkEnd: () => [
      ...[...cloud.world.schedules.values()].map(({ name }) => `${name} is still armed`),
      ...[...living().keys()].map((id) => `${id} still lives`),
    ],
    goOn() {
      advance(cloud.world, now(), random);
      return living().size === 0;
    },
  };
}

function openCloud({ clock, seed }: SceneOptions): InProcessCloud {
  return createInProcessCloud({
    now: () => clock.now().getTime(),
    rng: createRng(seed ^ 0x5eed).next,
    timing: practiceTiming,
  });
}

/** Nothing is made before its grant is committed. */
function onlyAfterGrant({ database, blame }: SceneOptions) {
  const isGranted = grantReader(database);
  return async ({ call, given }: CallMade) => {
    if (call !== 'launch' && call !== 'arm') return;
    const { clientToken, lease } = given[1] as { clientToken?: string; lease?: string };
    const id = lease ?? clientToken?.replace(/-\d+$/, '') ?? '';
    if (!(await isGranted(id))) blame(`${call} for ${id} before its grant was committed`);
  };
}

const toFault =
  (random: () => number) =>
  ({ step, fault }: Pair): Fault => {
    // What must be seen within a minute may hide for less; the rest may take up to five.
    const longest = fault === 'invisible' || fault === 'lingering' ? 40_000 : 240_000;
    const delayMs = Math.floor(random() * longest);
    const operations = [...operationsOf[step as keyof typeof operationsOf]];
    return { kind: fault as Fault['kind'], operations, times: 1, delayMs };
  };

/** What happens besides, while anything goes wrong at all. */
function accidents(aims: readonly Pair[], random: () => number): Fault[] {
  if (aims.length === 0) return [];
  return [
    // Servers that are slow to come are rebooted and replaced.
    ...(random() < 0.3 ? [{ kind: 'agent-never' as const, times: 2 }] : []),
    ...(random() < 0.05 ? [{ kind: 'throttle' as const, probability: 0.5 }] : []),
  ];
}

function actInside(
  cloud: InProcessCloud,
  lease: string,
  act: ActName,
  now: number,
  random: () => number,
): void {
  if (act === 'replace') {
    promoteImage(cloud);
    return;
  }
  for (const { id: instanceId } of livingByLease(cloud, now).get(lease) ?? []) {
    try {
      actOnMachine(cloud.world, { act, instanceId } as never, now, random);
    } catch (error) {
      if ((error as Error).name !== 'Refusal' && !String(error).includes('not')) throw error;
    }
  }
}
