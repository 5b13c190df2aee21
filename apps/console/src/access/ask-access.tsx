import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { PossibleAccess } from '@sekisho/contract';
import { fieldHelp } from '@sekisho/words';
import { accessWordsIn, verdictText } from '@sekisho/words/access';
import type { RefObject } from 'react';
import { reaches, useMe } from '../shared/me.ts';
import classes from '../shared/request-form.module.css';
import { RequestEnd } from '../shared/request-form.tsx';
import { useSay } from '../shared/say.ts';
import { sentBy } from '../shared/sent-by.ts';
import { accountIn, type Draft } from './draft.ts';
import { Takes } from './takes.tsx';
import type { Asking } from './use-asking.ts';

interface AskAccessProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly possible: readonly PossibleAccess[];
  readonly asking: Asking;
}

/** Asks for access: account and set from what there is, and what that takes before it is sent. */
export function AskAccess({ form, possible, asking }: AskAccessProps) {
  const { language } = useSay();
  const may = reaches(useMe(), 'member');
  const { asked, submit, busy, elsewhere } = asking;
  const send = () => {
    if (may) submit();
  };
  return (
    <form ref={form} className={classes.form} noValidate {...sentBy(send)}>
      <Choices possible={possible} asking={asking} />
      <div className={classes.wide}>
        {asked.map((one) => (
          <Takes key={one.account} chosen={one} named={asked.length > 1} />
        ))}
      </div>
      <Typed asking={asking} />
      <RequestEnd label={accessWordsIn(language).send} busy={busy} error={elsewhere} />
    </form>
  );
}

function Choices({ possible, asking }: Omit<AskAccessProps, 'form'>) {
  const { language } = useSay();
  const words = accessWordsIn(language);
  const { draft, chosen, change, errorOf } = asking;
  const accounts = [...new Set(possible.map(({ accountName }) => accountName))];
  const accountName = chosen === null ? '' : accountIn(draft, chosen);
  const several = { value: accountName, label: accountName.replaceAll(',', ', ') };
  const sets = possible.filter(({ account }) => account === chosen?.account);
  return (
    <>
      <NativeSelect
        name="account"
        label={words.account}
        value={accountName}
        error={errorOf('account')}
        onChange={(event) => change('account', event.currentTarget.value)}
        data={accounts.includes(accountName) ? accounts : [several, ...accounts]}
      />
      <NativeSelect
        name="permissionSet"
        label={words.permissionSet}
        value={chosen?.permissionSet ?? ''}
        error={errorOf('permissionSet')}
        onChange={(event) => {
          asking.choose({ accountName, permissionSet: event.currentTarget.value });
        }}
        data={sets.map((one) => ({
          value: one.permissionSet,
          label: `${one.permissionSet} · ${verdictText(one, language)}`,
        }))}
      />
    </>
  );
}

const typed = ['for', 'at', 'ticket'] as const satisfies readonly (keyof Draft)[];

function Typed({ asking }: { readonly asking: Asking }) {
  const { t, language } = useSay();
  const { draft, asked, change, errorOf } = asking;
  // What an address asks for is shown also where a rule forbids it: it is refused in words, not dropped.
  const mayBreakGlass = draft.breakGlass === 'yes' || asked.some((one) => one.mayBreakGlass);
  const common = (name: keyof Draft) => ({
    name,
    label: t.ask.fields[name] ?? name,
    description: fieldHelp('access.request', name, language),
    error: errorOf(name),
    value: draft[name] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(name, event.currentTarget.value),
  });
  return (
    <>
      <Textarea {...common('reason')} className={classes.wide ?? ''} rows={2} required />
      {typed.map((name) => (
        <TextInput
          key={name}
          {...common(name)}
          placeholder={name === 'for' ? '1h' : (t.ask.examples[name] ?? '')}
          autoComplete="off"
        />
      ))}
      {mayBreakGlass && (
        <Switch
          name="breakGlass"
          label={t.ask.fields['breakGlass']}
          description={fieldHelp('access.request', 'breakGlass', language)}
          checked={draft.breakGlass === 'yes'}
          onChange={(event) => change('breakGlass', event.currentTarget.checked ? 'yes' : '')}
        />
      )}
    </>
  );
}
