import type { InputOf, RecordingPage } from '@sekisho/contract';
import { useEffect, useState } from 'react';
import { client } from '../../shared/client.ts';
import { type Cast, mostCharacters, withPage } from './cast.ts';

export interface Recording {
  readonly cast: Cast | null;
  readonly error: unknown;
  /** Whether reading stopped before the end, for it is too long. */
  readonly cut: boolean;
  readonly retry: () => void;
}

/** Reads a recording page by page; what was read can be played meanwhile. */
export function useRecording(id: string): Recording {
  const [cast, setCast] = useState<Cast | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setCast(null);
    setError(null);
    read(id, abort.signal, setCast).catch((failure: unknown) => {
      if (!abort.signal.aborted) setError(failure);
    });
    return () => abort.abort();
    // Another turn reads anew.
  }, [id, turn]);
  const cut = cast !== null && !cast.whole && cast.characters >= mostCharacters;
  return { cast, error, cut, retry: () => setTurn((last) => last + 1) };
}

async function read(id: string, signal: AbortSignal, show: (cast: Cast) => void): Promise<void> {
  let cast: Cast | null = null;
  let after: string | null = null;
  do {
    const input: InputOf<'ops.sessions.replay'> = after === null ? { id } : { id, after };
    const page: RecordingPage = await client.call('ops.sessions.replay', input, { signal });
    if (signal.aborted) return;
    cast = withPage(cast, page);
    show(cast);
    after = page.next;
  } while (after !== null && cast.characters < mostCharacters);
}
