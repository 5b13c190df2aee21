import { engineSteps } from '@sekisho/core';
import type { FaultKind } from '@sekisho/practice/aws';

/** The port's calls that the engine makes, with the AWS operations behind each. */
export const operationsOf = {
  launch: ['RunInstances'],
  terminate: ['TerminateInstances'],
  reboot: ['RebootInstances'],
  tag: ['CreateTags'],
  arm: ['CreateSchedule', 'UpdateSchedule'],
  disarm: ['DeleteSchedule'],
  endSession: ['TerminateSession'],
  instancesByTag: ['DescribeInstances'],
  agents: ['DescribeInstanceInformation'],
  sessions: ['DescribeSessions'],
  armedFor: ['GetSchedule'],
} as const satisfies Record<string, readonly string[]>;

export type Call = keyof typeof operationsOf;

const writes = ['launch', 'terminate', 'reboot', 'tag', 'arm', 'disarm', 'endSession'] as const;
const reads = ['instancesByTag', 'agents', 'sessions', 'armedFor'] as const;
const groupWrites = ['join', 'leave'] as const;

/** What the simulation does to an engine, besides what practice does to calls. */
export type Mishap = 'crash-before' | 'crash-after' | 'stall-before' | 'stall-after' | 'crash';

/** One thing that can go wrong at one step. */
export interface Pair {
  readonly step: string;
  readonly fault: FaultKind | Mishap;
}

function cross(steps: readonly string[], faults: readonly Pair['fault'][]): Pair[] {
  return steps.flatMap((step) => faults.map((fault) => ({ step, fault })));
}

/** An engine that dies right after one of its own steps. */
const deaths = cross(engineSteps, ['crash']);
const refusals = ['throttle', 'denied', 'server-error', 'lost-answer'] as const;
const mishaps = ['crash-before', 'crash-after', 'stall-before', 'stall-after'] as const;

/** What must be visited where servers are lent. */
export const serverPairs: readonly Pair[] = [
  ...cross(writes, [...refusals, 'lost-request', 'late']),
  ...cross(writes, mishaps),
  ...cross(reads, refusals),
  ...cross(reads, ['crash-before', 'stall-before']),
  ...cross(['launch'], ['capacity', 'slow-pending', 'slow-agent', 'agent-never', 'launch-fails']),
  ...cross(['launch'], ['invisible']),
  ...cross(['terminate'], ['lingering']),
  ...deaths,
];

/** What must be visited where leases share places in groups. */
export const groupPairs: readonly Pair[] = [
  ...cross(groupWrites, [...refusals, 'lost-request']),
  ...cross(groupWrites, mishaps),
  ...cross(['members'], refusals),
  ...cross(['members'], ['crash-before', 'stall-before']),
  ...deaths,
];

/** Every pair that must be visited; both kinds share the engine's own steps. */
export const pairs: readonly Pair[] = [
  ...serverPairs,
  ...groupPairs.filter((pair) => !deaths.includes(pair)),
];

export type Visits = Map<string, number>;

const keyOf = ({ step, fault }: Pair) => `${step} × ${fault}`;

export function visit(visits: Visits, pair: Pair): void {
  const key = keyOf(pair);
  visits.set(key, (visits.get(key) ?? 0) + 1);
}

/** The call behind an AWS operation; undefined for those that no engine makes. */
export function callOf(operation: string): Call | undefined {
  const calls = Object.keys(operationsOf) as Call[];
  return calls.find((call) => (operationsOf[call] as readonly string[]).includes(operation));
}

/** The least visited of some pairs, so that the next mishap goes where few have been. */
export function rarest(visits: Visits, some: readonly Pair[], random: () => number): Pair | null {
  const scored = some.map((pair) => ({ pair, score: (visits.get(keyOf(pair)) ?? 0) + random() }));
  return scored.toSorted((a, b) => a.score - b.score)[0]?.pair ?? null;
}

/** Whether the simulation does it to the engine, rather than practice to the call. */
function isMishap({ fault }: Pair): boolean {
  return fault.startsWith('crash') || fault.startsWith('stall');
}

/** What can happen to the call at each step. */
export function faultsOf(some: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  return Map.groupBy(
    some.filter((pair) => !isMishap(pair)),
    ({ step }) => step,
  );
}

/** What can happen at each step to the engine that makes it. */
export function mishapsOf(some: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  return Map.groupBy(some.filter(isMishap), ({ step }) => step);
}

export function unvisited(visits: Visits): string[] {
  return pairs.map(keyOf).filter((key) => !visits.has(key));
}

/** How often each pair was visited: steps downwards, faults across. */
export function visitTable(visits: Visits): string {
  const faults = [...new Set(pairs.map(({ fault }) => fault))];
  const steps = [...new Set(pairs.map(({ step }) => step))];
  const cell = (step: string, fault: Pair['fault']) => {
    const wanted = pairs.some((pair) => pair.step === step && pair.fault === fault);
    return wanted ? String(visits.get(keyOf({ step, fault })) ?? 0) : '';
  };
  const rows = steps.map((step) => [step, ...faults.map((fault) => cell(step, fault))]);
  const lines = [['step', ...faults], ['---', ...faults.map(() => '---:')], ...rows];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
