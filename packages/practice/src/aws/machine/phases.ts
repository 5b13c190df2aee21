import type { Instance, InstanceState, Phase } from '../world/records.ts';

/** The state an instance is in at `now` (epoch milliseconds). */
export function stateAt(instance: Instance, now: number): InstanceState {
  const { phases } = instance;
  for (let index = phases.length - 1; index > 0; index -= 1) {
    const phase = phases[index];
    if (phase !== undefined && phase.at <= now) return phase.state;
  }
  return phases[0]?.state ?? 'pending';
}

/** The state that describing shows: for a moment, an ended instance still looks alive. */
export function shownStateAt(instance: Instance, now: number): InstanceState {
  if (instance.lingerMs > 0) {
    const ending = instance.phases.find((phase) => phase.state === 'shutting-down');
    if (ending !== undefined && now >= ending.at && now < ending.at + instance.lingerMs) {
      return stateAt(instance, ending.at - 1);
    }
  }
  return stateAt(instance, now);
}

/** When the instance is or was terminated, or null while that is not foreseen. */
export function terminatedAt(instance: Instance): number | null {
  const last = instance.phases[instance.phases.length - 1];
  return last?.state === 'terminated' ? last.at : null;
}

/** The phases so far, followed by new ones: what was foreseen after `now` no longer comes. */
export function rephase(instance: Instance, now: number, next: readonly Phase[]): readonly Phase[] {
  return [...instance.phases.filter((phase) => phase.at <= now), ...next];
}

/** Since when the instance has been running without a break, or null when it is not running. */
export function runningSince(instance: Instance, now: number): number | null {
  const past = instance.phases.filter((phase) => phase.at <= now);
  const last = past[past.length - 1];
  return last?.state === 'running' ? last.at : null;
}
