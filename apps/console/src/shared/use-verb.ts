import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import { ProblemError } from '@sekisho/contract/client';
import {
  keepPreviousData,
  type UseMutationResult,
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
}

/** Reads through a verb; asked again whenever an entry says that something changed. */
export function useVerb<Name extends VerbName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keepPrevious = false, every }: ReadOptions = {},
): UseQueryResult<OutputOf<Name>, Error> {
  return useQuery<OutputOf<Name>, Error>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, { signal }),
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/**
 * Writes through a verb. When no server answered, repeating the same input repeats its
 * idempotency key, so that a lost answer never makes two of something.
 */
export function useWrite<Name extends VerbName>(
  name: Name,
): UseMutationResult<OutputOf<Name>, Error, InputOf<Name>> {
  const queries = useQueryClient();
  const unanswered = useRef<{ input: string; key: string } | null>(null);
  return useMutation<OutputOf<Name>, Error, InputOf<Name>>({
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
}
