import { useBlocker } from '@tanstack/react-router';

/** Asks before the page is left while what was typed could be kept nowhere. */
export function useLeaveWarning(lost: boolean, question: string): void {
  useBlocker({
    shouldBlockFn: () => !window.confirm(question),
    enableBeforeUnload: lost,
    disabled: !lost,
  });
}
