import { useCallback, useEffect } from 'react';
import { isUnloaded } from '../shared/problem.ts';

/** Milliseconds between looks for the server. */
const pause = 3_000;

/**
 * Opens the page anew by itself when its code did not come and the server answers again. Where the
 * server was there all the time it is tried once in this tab: a newer console has other files, but
 * what is missing still would be asked for without end.
 * @returns opens the page anew now, unless nothing would be there but the browser's own error page
 */
export function useReturn(error: unknown): () => void {
  useEffect(() => {
    if (!isUnloaded(error)) return;
    let wasGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const look = async () => {
      const answers = await isThere(stop.signal);
      if (stop.signal.aborted) return;
      if (answers && (wasGone || isFirst(error.message))) return location.reload();
      wasGone ||= !answers;
      timer = setTimeout(() => void look(), pause);
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [error]);
  return useCallback(() => {
    void isThere().then((answers) => {
      if (answers) location.reload();
    });
  }, []);
}

async function isThere(signal: AbortSignal | null = null): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

function isFirst(message: string): boolean {
  const key = `sekisho.reloaded:${message}`;
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, '1');
    return true;
  } catch {
    // A browser that remembers nothing could not stop.
    return false;
  }
}
