type Scope = 'some' | 'all';

/**
 * Asks for what changed, one time after another: what is wanted while one is under way is asked
 * for once when that has ended. A thousand entries at once then cost two times, and a page whose
 * answers take longer than the next entry still gets them.
 * @param refresh asks again for some or for all of what is shown
 * @param patience answers when a refresh has taken so long that the next need not wait for it
 */
export function oneAfterAnother(
  refresh: (scope: Scope) => Promise<unknown>,
  patience: () => Promise<unknown>,
): (scope: Scope) => void {
  let wanted: Scope | null = null;
  let running = false;
  const run = async () => {
    running = true;
    while (wanted !== null) {
      const scope = wanted;
      wanted = null;
      await Promise.race([refresh(scope).catch(() => undefined), patience()]);
    }
    running = false;
  };
  return (scope) => {
    wanted = wanted === 'all' ? 'all' : scope;
    if (!running) void run();
  };
}
