import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './filters.module.css';
import { useMe } from './me.ts';
import { useRoster } from './roster.ts';
import { useSay } from './say.ts';
import { withFilter } from './search-params.ts';

/** Filters beside each other, above what they filter. */
export function Filters({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.filters} role="search">
      {children}
    </div>
  );
}

/** Sets one filter of the page that is shown, in its address; what it then shows begins anew. */
export function useSetFilter(): (name: string) => (value: string) => void {
  const navigate = useNavigate();
  return (name) => (value) =>
    void navigate({
      to: '.',
      // From the address as it is by then: two filters may change within one pause.
      search: ((search: Record<string, string>) =>
        withFilter(withFilter(search, 'before', ''), name, value)) as never,
      replace: true,
    });
}

export interface FilterProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFilterProps extends FilterProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Whether "all" is a choice; it is when left out. */
  readonly all?: boolean;
}

/** A filter with a few choices, and all. */
export function ChoiceFilter({ label, value, choices, all = true, onChange }: ChoiceFilterProps) {
  const { t } = useSay();
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[...(all ? [{ value: '', label: t.common.all }] : []), ...choices]}
    />
  );
}

export function EnvironmentFilter(props: FilterProps) {
  const { t } = useSay();
  const choices = useMe().environments.map(({ name }) => ({ value: name, label: name }));
  return <ChoiceFilter label={t.common.environment} choices={choices} {...props} />;
}

export function PersonFilter(props: FilterProps & { readonly label: string; all?: boolean }) {
  const { person } = useSay();
  const choices = useRoster().map(({ id }) => ({ value: id, label: person(id) }));
  return <ChoiceFilter choices={choices} {...props} />;
}

interface SpanFiltersProps {
  readonly search: { readonly since?: string; readonly until?: string };
  readonly set: (name: string) => (value: string) => void;
}

/** From when until when, in the words that people use. */
export function SpanFilters({ search, set }: SpanFiltersProps) {
  const { t } = useSay();
  const example = t.history.sinceExample;
  return (
    <>
      <TextFilter
        label={t.history.since}
        placeholder={example}
        value={search.since}
        onChange={set('since')}
      />
      <TextFilter label={t.history.until} value={search.until} onChange={set('until')} />
    </>
  );
}

interface TextFilterProps extends FilterProps {
  readonly label: string;
  readonly type?: 'search';
  readonly placeholder?: string;
}

/** A text filter that asks only when typing pauses. */
export function TextFilter({ label, value = '', type, placeholder, onChange }: TextFilterProps) {
  const [text, setText] = useState(value);
  const settled = useRef(value);
  const settle = (typed: string) => {
    settled.current = typed;
    onChange(typed);
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    // Our own words come back from the address late: by then more may have been typed.
    if (value === settled.current) return;
    settled.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === settled.current) return;
    const timer = setTimeout(() => latest.current(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      label={label}
      type={type ?? 'text'}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle(text);
      }}
    />
  );
}
