import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import { ProblemError } from '@sekisho/contract/client';
import {
  keepPreviousData,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { client } from './client.ts';

interface ReadOptions {
  readonly enabled?: boolean;
  /** Shows the answer to the previous input until the next arrives, so that nothing jumps. */
  readonly keepPrevious?: boolean;
  /** Milliseconds between looks, for facts that change without an entry. */
  readonly every?: number;
  /** Milliseconds for which an answer is good enough for whoever comes back to it. */
  readonly holdsFor?: number;
  /** The answer as another one has it already; undefined where none does. */
  readonly known?: () => unknown;
}

/** Reads through a verb; asked again whenever an entry says that something changed. */
export function useVerb<Name extends VerbName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keepPrevious = false, every, holdsFor, known }: ReadOptions = {},
): UseQueryResult<OutputOf<Name>, Error> {
  return useQuery<OutputOf<Name>, Error>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, { signal }),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(holdsFor === undefined ? {} : { staleTime: holdsFor }),
    ...(known === undefined ? {} : { initialData: known as never }),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** A write through a verb: sending it, and how the last sending stands. */
export interface Write<Name extends VerbName> {
  /** Sends it unless the one before is still under way; one of the callbacks is called even when the card that was pressed has gone by then. */
  readonly mutate: (input: InputOf<Name>, told?: Told<Name>) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly data: OutputOf<Name> | undefined;
  /** Forgets how the last sending ended; one that is under way goes on. */
  readonly reset: () => void;
}

interface Told<Name extends VerbName> {
  readonly onSuccess?: (output: OutputOf<Name>) => void;
  readonly onError?: (error: Error) => void;
}

/**
 * Writes through a verb. When no server answered, repeating the same input repeats its
 * idempotency key, so that a lost answer never makes two of something.
 */
export function useWrite<Name extends VerbName>(name: Name): Write<Name> {
  const queries = useQueryClient();
  const unanswered = useRef<{ input: string; key: string } | null>(null);
  const write = useMutation<OutputOf<Name>, Error, InputOf<Name>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      const repeat = unanswered.current?.input === text ? unanswered.current : null;
      const attempt = repeat ?? { input: text, key: crypto.randomUUID() };
      unanswered.current = attempt;
      try {
        const output = await client.call(name, input, { idempotencyKey: attempt.key });
        unanswered.current = null;
        return output;
      } catch (error) {
        if (error instanceof ProblemError) unanswered.current = null;
        throw error;
      }
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const { mutateAsync, isPending, error, data, reset } = write;
  const busy = useRef(false);
  // The library forgets the callbacks of a component that is gone; what was approved leaves its list.
  const mutate = (input: InputOf<Name>, told: Told<Name> = {}) => {
    // The second press of a double click, and ⌘↵ held down, are one wish.
    if (busy.current) return;
    busy.current = true;
    void mutateAsync(input)
      .finally(() => {
        busy.current = false;
      })
      .then(told.onSuccess, told.onError ?? (() => undefined));
  };
  // What is under way is not forgotten: whoever waits for its end could not tell that it has none.
  const forget = () => {
    if (!busy.current) reset();
  };
  return { mutate, isPending, error, data, reset: forget };
}
