import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { JoinableTeam } from '@sekisho/contract';
import { fieldHelp, formatDuration } from '@sekisho/words';
import { membershipWordsIn } from '@sekisho/words/membership';
import { useRef } from 'react';
import { reaches, useMe } from '../shared/me.ts';
import classes from '../shared/request-form.module.css';
import { RequestEnd } from '../shared/request-form.tsx';
import { useSay } from '../shared/say.ts';
import { sentBy } from '../shared/sent-by.ts';
import { Brings } from './brings.tsx';
import { type Draft, type Joining, useJoining } from './use-joining.ts';

/** Asks to join a team: everything that it would lend, and who must agree, before it is sent. */
export function JoinForm({ teams }: { readonly teams: readonly JoinableTeam[] }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const may = reaches(useMe(), 'member');
  const form = useRef<HTMLFormElement>(null);
  const joining = useJoining(teams, () =>
    form.current?.querySelector<HTMLElement>('[name="reason"]')?.focus(),
  );
  const { chosen, submit, change, busy, elsewhere, errorOf } = joining;
  const open = chosen !== null && chosen.lease === null && chosen.verdict !== 'refused';
  const send = () => {
    if (may && open) submit();
  };
  return (
    <form ref={form} className={classes.form} noValidate {...sentBy(send)}>
      <NativeSelect
        name="team"
        label={words.team}
        value={chosen?.team ?? ''}
        error={errorOf('team')}
        onChange={(event) => change('team', event.currentTarget.value)}
        data={teams.map(({ team, name }) => ({ value: team, label: name[language] }))}
      />
      <Typed joining={joining} />
      <div className={classes.wide}>{chosen && <Brings team={chosen} />}</div>
      <RequestEnd label={words.send} busy={busy} open={open} error={elsewhere} />
    </form>
  );
}

const typed = ['ticket', 'starts'] as const satisfies readonly (keyof Draft)[];

function Typed({ joining }: { readonly joining: Joining }) {
  const { t, language } = useSay();
  const { draft, chosen, change, errorOf } = joining;
  const common = (name: Exclude<keyof Draft, 'team'>) => ({
    name,
    label:
      name === 'for'
        ? membershipWordsIn(language).term
        : (t.ask.fields[name === 'starts' ? 'at' : name] ?? name),
    description: fieldHelp('membership.request', name, language),
    error: errorOf(name),
    value: draft[name] ?? '',
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(name, event.currentTarget.value),
  });
  const usual = chosen === null ? '90d' : formatDuration(chosen.defaultSeconds, language);
  return (
    <>
      <TextInput {...common('for')} placeholder={usual} />
      <Textarea {...common('reason')} className={classes.wide ?? ''} rows={2} required />
      {typed.map((name) => (
        <TextInput
          key={name}
          {...common(name)}
          placeholder={t.ask.examples[name === 'starts' ? 'at' : name] ?? ''}
        />
      ))}
    </>
  );
}
