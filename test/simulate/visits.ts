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
const probes = ['claimed', 'observed', 'committed:granting', 'committed:active'] as const;
const laterProbes = ['committed:revoking', 'committed:ended', 'committed:failed'] as const;

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

/** Every pair that must be visited. */
export const pairs: readonly Pair[] = [
  ...cross(writes, ['throttle', 'denied', 'server-error', 'lost-answer', 'lost-request', 'late']),
  ...cross(writes, ['crash-before', 'crash-after', 'stall-before', 'stall-after']),
  ...cross(reads, ['throttle', 'denied', 'server-error', 'lost-answer']),
  ...cross(reads, ['crash-before', 'stall-before']),
  ...cross(['launch'], ['capacity', 'slow-pending', 'slow-agent', 'agent-never', 'launch-fails']),
  ...cross(['launch'], ['invisible']),
  ...cross(['terminate'], ['lingering']),
  ...cross([...probes, ...laterProbes], ['crash']),
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
export function isMishap({ fault }: Pair): boolean {
  return fault.startsWith('crash') || fault.startsWith('stall');
}

/** What can happen at each step: to the call, and to the engine that makes it. */
export const faultsByStep = Map.groupBy(
  pairs.filter((pair) => !isMishap(pair)),
  ({ step }) => step,
);
export const mishapsByStep = Map.groupBy(pairs.filter(isMishap), ({ step }) => step);

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
