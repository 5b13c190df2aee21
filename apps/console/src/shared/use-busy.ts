import { useState } from 'react';
import { useSayError } from './use-say-error.ts';

interface Busy {
  readonly busy: boolean;
  /** Does it unless it is being done; what goes wrong is said. */
  readonly run: (work: () => Promise<void>) => void;
}

/** Work that takes a while, such as reading everything for a file. */
export function useBusy(): Busy {
  const sayError = useSayError();
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    void work()
      .catch(sayError)
      .finally(() => setBusy(false));
  };
  return { busy, run };
}
