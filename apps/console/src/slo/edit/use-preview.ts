import { useDebouncedValue } from '@mantine/hooks';
import type { InputOf, OutputOf } from '@sekisho/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** Milliseconds without a key before the server is asked. */
const pauseMs = 350;
/** Milliseconds before a source that was busy is asked again. */
const busyMs = 4000;
/** As many as a call may carry. */
export const mostCharacters = 50_000;

export type Previewed = OutputOf<'slo.preview'>;

/** The file of an SLO as the server has it, and what a new definition may refer to. */
export function useDefinition(id: string | undefined) {
  return useQuery({
    queryKey: ['replayed', 'definition', id ?? null],
    queryFn: ({ signal }) =>
      client.call('slo.preview', id === undefined ? { text: '' } : { id, points: 2 }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

interface Draft {
  readonly file: string;
  readonly text: string;
}

/**
 * What the server says of a draft, a moment after the last key; the answer before stays until then.
 * What is wrong is told at once; sources are asked apart, since they may be slow.
 */
export function usePreview({ file, text }: Draft) {
  const [settled] = useDebouncedValue(`${file}\n${text}`, pauseMs);
  const at = settled.indexOf('\n');
  const input: InputOf<'slo.preview'> = {
    file: settled.slice(0, at),
    text: settled.slice(at + 1),
    points: 1440,
  };
  const isWhole = isFile(input.file ?? '') && (input.text ?? '').length <= mostCharacters;
  const query = useQuery({ ...previewing({ ...input, ask: false }), enabled: isWhole });
  const isOf = settled === `${file}\n${text}` && !query.isPlaceholderData;
  const isSettled = isOf && !query.isFetching;
  const wants = query.data?.slos.some(({ basis }) => basis === 'unasked') === true;
  const asked = useQuery({
    ...previewing(input),
    enabled: isSettled && wants,
    refetchInterval: ({ state }) =>
      wants && state.data?.slos.some(({ basis }) => basis === 'busy') ? busyMs : false,
  });
  return {
    ...{ answer: query.data, error: query.error ?? asked.error, settled: isSettled },
    /** What it would have done, as far as that is known yet. */
    slos: wants && asked.data !== undefined ? asked.data.slos : query.data?.slos,
    asking: wants && (asked.isFetching || asked.isPlaceholderData),
    /** Asks the sources for the same again. */
    again: () => void asked.refetch(),
  };
}

function previewing(input: InputOf<'slo.preview'>) {
  return {
    queryKey: ['replayed', 'preview', input],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      client.call('slo.preview', input, { signal }),
    placeholderData: keepPreviousData<Previewed>,
    ...{ staleTime: 60_000, gcTime: 60_000, refetchOnWindowFocus: false },
  };
}

/** Whether a name is one that a definition's file can have, as the contract says. */
export function isFile(name: string): boolean {
  return name.length <= 200 && /^services(\/\w[\w.-]*)+\.ya?ml$/.test(name);
}
