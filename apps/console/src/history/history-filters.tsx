import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../shared/me.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { withFilter } from '../shared/search-params.ts';
import classes from '../timeline/timeline.module.css';
import { type HistorySearch, stateChoices } from './search.ts';

/** The filters of History; each change goes into the address. */
export function HistoryFilters({ search }: { readonly search: HistorySearch }) {
  const { t, person, state } = useSay();
  const me = useMe();
  const roster = useRoster();
  const navigate = useNavigate();
  const set = (name: keyof HistorySearch) => (value: string) =>
    void navigate({
      to: '/history',
      search: withFilter({ ...search }, name, value),
      replace: true,
    });
  const all = { value: '', label: t.common.all };
  return (
    <div className={classes.filters} role="search">
      <TextFilter
        label={t.history.search}
        type="search"
        value={search.search ?? ''}
        onSettle={set('search')}
      />
      <NativeSelect
        label={t.common.environment}
        value={search.environment ?? ''}
        onChange={(event) => set('environment')(event.currentTarget.value)}
        data={[all, ...me.environments.map(({ name }) => ({ value: name, label: name }))]}
      />
      <NativeSelect
        label={t.common.holder}
        value={search.holder ?? ''}
        onChange={(event) => set('holder')(event.currentTarget.value)}
        data={[all, ...roster.map(({ id }) => ({ value: id, label: person(id) }))]}
      />
      <NativeSelect
        label={t.common.state}
        value={search.state ?? ''}
        onChange={(event) => set('state')(event.currentTarget.value)}
        data={[all, ...stateChoices.map((value) => ({ value, label: state(value) }))]}
      />
      <TextFilter
        label={t.history.since}
        placeholder={t.history.sinceExample}
        value={search.since ?? ''}
        onSettle={set('since')}
      />
      <TextFilter label={t.history.until} value={search.until ?? ''} onSettle={set('until')} />
    </div>
  );
}

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'search';
  readonly placeholder?: string;
  /** Called with what was typed once typing pauses. */
  readonly onSettle: (value: string) => void;
}

/** A text filter that asks only when typing pauses. */
export function TextFilter({ label, value, type, placeholder, onSettle }: TextFilterProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSettle(text), 300);
    return () => clearTimeout(timer);
  }, [text, value, onSettle]);
  return (
    <TextInput
      label={label}
      type={type ?? 'text'}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && onSettle(text)}
    />
  );
}
