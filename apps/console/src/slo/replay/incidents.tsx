import { Button, TextInput } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { replayWordsIn } from '@sekisho/words/slo';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../shared/say.ts';
import slo from '../slo.module.css';
import classes from './replay.module.css';
import type { Incidents as Declared } from './use-replay.ts';

interface IncidentsProps {
  readonly known: OutputOf<'slo.replay'>['incidents'];
  readonly declared: Declared;
  readonly onDeclare: (declared: Declared) => void;
}

/** What a target should have caught: known from linked pages, or named here for this look only. */
export function Incidents({ known, declared, onDeclare }: IncidentsProps) {
  const { language, exact } = useSay();
  const words = replayWordsIn(language);
  return (
    <details>
      <summary>{words.incidents}</summary>
      <p className={slo.soft}>{words.incidentsLead}</p>
      <ul className={classes.notes}>
        {known.map(({ id, from, to, linked }) => (
          <li key={id}>
            {id}: {exact(from)} – {exact(to)}
            {linked && <small> {words.linked}</small>}
          </li>
        ))}
      </ul>
      <IncidentForm
        onAdd={(one) => onDeclare([...declared.filter(({ id }) => id !== one.id), one])}
      />
    </details>
  );
}

type Typed = Readonly<Record<'id' | 'from' | 'to', string>>;

const nothing: Typed = { id: '', from: '', to: '' };

function IncidentForm({ onAdd }: { readonly onAdd: (incident: Declared[number]) => void }) {
  const { language } = useSay();
  const words = replayWordsIn(language);
  const [typed, setTyped] = useState(nothing);
  const [from, to] = [Date.parse(typed.from), Date.parse(typed.to)];
  const wrong = to <= from;
  const ready = typed.id.trim() !== '' && to > from;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const iso = (at: number) => new Date(at).toISOString();
    onAdd({ id: typed.id.trim(), from: iso(from), to: iso(to) });
    setTyped(nothing);
  };
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <form className={classes.form} onSubmit={add}>
      <TextInput label={words.incidentName} maxLength={200} {...field('id')} />
      <TextInput label={words.incidentFrom} type="datetime-local" {...field('from')} />
      <TextInput
        label={words.incidentTo}
        type="datetime-local"
        error={wrong ? words.incidentWrong : null}
        {...field('to')}
      />
      <Button type="submit" variant="default" disabled={!ready}>
        {words.incidentAdd}
      </Button>
    </form>
  );
}
