import type { Instance } from '../world/records.ts';
import { terminatedAt } from './phases.ts';

/** Tag whose time the timer on the machine obeys (it reads it through instance metadata). */
export const hardMaximumTag = 'sekisho:hard-maximum';
const day = 86_400_000;

/** What happens to an instance by itself, and when (epoch milliseconds). */
export interface InstanceEvent {
  readonly at: number;
  readonly event: 'shutdown' | 'forget';
}

/** The next thing that happens to an instance by itself, or null. */
export function nextInstanceEvent(instance: Instance): InstanceEvent | null {
  const ended = terminatedAt(instance);
  if (ended !== null) return { at: ended + day, event: 'forget' };
  const timer = onInstanceTimer(instance);
  return timer === null ? null : { at: timer, event: 'shutdown' };
}

// The timer runs only while the machine does: one whose time passed while it was
// stopped shuts the machine down as soon as it runs again.
function onInstanceTimer(instance: Instance): number | null {
  if (instance.machine.timersStopped || instance.metadata.instanceTags !== 'enabled') return null;
  const time = Date.parse(instance.tags[hardMaximumTag] ?? '');
  const last = instance.phases[instance.phases.length - 1];
  if (Number.isNaN(time) || last?.state !== 'running') return null;
  return Math.max(time, last.at);
}
