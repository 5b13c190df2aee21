import { AsyncLocalStorage } from 'node:async_hooks';

const checks = new AsyncLocalStorage<() => Promise<void>>();

/** Does `call`, and `check` once more whenever it had to take its turn somewhere on the way. Errors: those of both. */
export function checkAfterWaiting<T>(
  check: () => Promise<void>,
  call: () => Promise<T>,
): Promise<T> {
  return checks.run(check, call);
}

/** To be awaited by whoever made a call wait, right before it goes on. Errors: the caller's check failed. */
export async function afterWaiting(): Promise<void> {
  await checks.getStore()?.();
}
