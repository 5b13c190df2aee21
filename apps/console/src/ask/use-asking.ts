import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { fieldsOf } from '../shared/manifest.ts';
import { useMe } from '../shared/me.ts';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { useVerb } from '../shared/use-verb.ts';
import { type Draft, inputOf, missingFields } from './draft.ts';
import { useStart } from './use-start.ts';

const fields = fieldsOf('ops.start');

/** What was typed, what it would cost, what is wrong with it, and the sending. */
export function useAsking(form: RefObject<HTMLFormElement | null>) {
  const navigate = useNavigate();
  const [draft, setDraft] = useDraft();
  const [shown, setShown] = useState<readonly string[]>([]);
  const quote = useQuote(draft);
  const start = useStart();
  const { errorOf, placed } = useFieldErrors(draft, shown, [start.error, quote.error]);
  const submit = () => {
    const missing = missingFields(draft, fields);
    setShown(missing);
    const first = missing[0];
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    start.send(inputOf(draft, fields), (id) => {
      void navigate({ to: '/leases/$id', params: { id }, hash: '' });
    });
  };
  const change = (name: string, value: string) => {
    setDraft({ ...draft, [name]: value });
    start.reset();
  };
  // What stands at no field is said beside the button.
  const elsewhere = start.error && !placed(start.error) ? start.error : null;
  return { draft, change, quote, start, errorOf, submit, elsewhere };
}

/** Begins with what the address says, and with the first environment where little can break. */
function useDraft() {
  const me = useMe();
  const search = useSearch({ from: '/ask' });
  return useState<Draft>(() => ({
    ...{ for: '', reason: '' },
    environment: me.environments.find((one) => !one.production)?.name ?? '',
    ...search,
  }));
}

function useQuote(draft: Draft) {
  const [typed] = useDebouncedValue(draft, 250);
  const input = inputOf(typed, fields);
  return useVerb('ops.quote', input, { enabled: Boolean(input.environment), keepPrevious: true });
}

/** What to say at a field: that it is needed, or what the first of these errors says of it. */
function useFieldErrors(draft: Draft, shown: readonly string[], errors: readonly (Error | null)[]) {
  const { t } = useSay();
  const told = errors.flatMap((error) => (error ? [tell(error, t)] : []));
  return {
    errorOf: (name: string): string | null => {
      if (shown.includes(name) && !draft[name]?.trim()) return t.ask.needed;
      const own = told.find(({ field }) => field === name);
      return own ? `${own.why} ${own.fix}` : null;
    },
    placed: (error: Error) => tell(error, t).field !== null,
  };
}
