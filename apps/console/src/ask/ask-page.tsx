import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { fieldsOf } from '../shared/manifest.ts';
import { useMe } from '../shared/me.ts';
import { tell } from '../shared/problem.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { shortcut } from '../shared/shortcut.ts';
import { useVerb } from '../shared/use-verb.ts';
import classes from './ask.module.css';
import { AskField } from './ask-field.tsx';
import { type Draft, inputOf, missingFields } from './draft.ts';
import { QuotePanel } from './quote-panel.tsx';
import { useStart } from './use-start.ts';

const fields = fieldsOf('ops.start');

/** Asks for an ops server: everything on one screen, cost and who must agree while typing. */
export function AskPage() {
  const { t } = useSay();
  const me = useMe();
  const search = useSearch({ from: '/ask' });
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => ({
    environment: search.environment ?? me.environments.find((one) => !one.production)?.name ?? '',
    for: search.for ?? '',
    reason: search.reason ?? '',
  }));
  const [shown, setShown] = useState<readonly string[]>([]);
  const quote = useQuote(draft);
  const start = useStart();
  const told = start.error ? tell(start.error, t) : null;
  const quoteTold = quote.error ? tell(quote.error, t) : null;
  const submit = () => {
    const missing = missingFields(draft, fields);
    setShown(missing);
    const first = missing[0];
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    start.send(inputOf(draft, fields), (id) =>
      navigate({ to: '/leases/$id', params: { id }, hash: '' }),
    );
  };
  const errorOf = (name: string): string | null => {
    if (shown.includes(name) && !draft[name]?.trim()) return t.ask.needed;
    if (told?.field === name) return `${told.why} ${told.fix}`;
    return quoteTold?.field === name ? `${quoteTold.why} ${quoteTold.fix}` : null;
  };
  return (
    <Page title={t.ask.title} lead={t.ask.lead}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.fields}>
          {fields.map((field) => (
            <AskField
              key={field.name}
              field={field}
              draft={draft}
              quote={quote.data ?? null}
              error={errorOf(field.name)}
              onChange={(value) => {
                setDraft({ ...draft, [field.name]: value });
                start.reset();
              }}
            />
          ))}
        </div>
        <div className={classes.side}>
          <QuotePanel quote={quote.data ?? null} waiting={quote.isFetching} error={quote.error} />
          {start.error && told?.field === null && <ProblemNote error={start.error} />}
          <div className={classes.send}>
            <Button type="submit" loading={start.busy} fullWidth>
              {t.ask.send}
            </Button>
            <small>{t.common.sendKey(shortcut('Enter'))}</small>
          </div>
        </div>
      </form>
    </Page>
  );
}

function useQuote(draft: Draft) {
  const [typed] = useDebouncedValue(draft, 250);
  const input = inputOf(typed, fields);
  return useVerb('ops.quote', input, { enabled: Boolean(input.environment), keepPrevious: true });
}
