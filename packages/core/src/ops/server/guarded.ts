import type { Control } from '../../leases/index.ts';
import { checkAfterWaiting } from '../../platform/rate-limit/after-waiting.ts';

/**
 * Makes one call that changes the world: the claim is checked right before it, and again when it
 * had to wait for its turn under a rate limit. Errors: as the call's, and when the claim was lost.
 */
export async function guarded<T>(control: Control, call: () => Promise<T>): Promise<T> {
  await control.guard();
  return checkAfterWaiting(() => control.guard(), call);
}
