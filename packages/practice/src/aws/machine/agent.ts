import type { Instance } from '../world/records.ts';
import { drawDelay, type Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { stateAt } from './phases.ts';

/** What Systems Manager knows of an instance's agent; null: it never registered, or is forgotten. */
export type Ping = 'Online' | 'ConnectionLost' | null;

/** The agent's status at `now` (epoch milliseconds). */
export function pingAt(instance: Instance, now: number): Ping {
  const state = stateAt(instance, now);
  const { registeredAt, agentAt } = instance;
  if (state === 'terminated' || registeredAt === null || now < registeredAt) return null;
  return state === 'running' && agentAt !== null && now >= agentAt ? 'Online' : 'ConnectionLost';
}

/** When the agent will answer after a start at `from`, or null when it cannot or a fault forbids it. */
export function nextAgentAt(
  world: World,
  rng: Rng,
  instance: Pick<Instance, 'account' | 'region' | 'profileArn' | 'routeToSsm'>,
  from: number,
  operation: string,
): number | null {
  if (instance.profileArn === null || !instance.routeToSsm) return null;
  const attempt = { account: instance.account, region: instance.region, operation };
  if (world.strike(attempt, ['agent-never'], rng) !== undefined) return null;
  const slow = world.strike(attempt, ['slow-agent'], rng);
  const { agentMs, jitter } = world.timing;
  return from + drawDelay(rng, agentMs, jitter) + (slow?.delayMs ?? 0);
}

/** The instance's agent fields after it is started or rebooted, its agent answering from `agentAt`. */
export function withAgent(
  instance: Instance,
  now: number,
  agentAt: number | null,
): Pick<Instance, 'agentAt' | 'registeredAt'> {
  const { registeredAt } = instance;
  const known = registeredAt !== null && registeredAt <= now;
  return { agentAt, registeredAt: known ? registeredAt : agentAt };
}
