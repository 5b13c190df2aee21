import { useCallback } from 'react';
import { tell } from './problem.ts';
import { useSay } from './say.ts';
import { toast } from './toasts.ts';

/** Says why something did not work, and what to do, where nothing stays to show it beside. */
export function useSayError(): (error: unknown) => void {
  const { t } = useSay();
  return useCallback(
    (error) => {
      const { why, fix } = tell(error, t);
      toast({ kind: 'error', text: why, fix });
    },
    [t],
  );
}
