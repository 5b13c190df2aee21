import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { type ChangeEvent, useState } from 'react';
import classes from '../lease/lease-page.module.css';
import { Copy } from '../shared/copy.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Makes a token and shows it, once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSay();
  const create = useWrite('token.create');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.people.makeToken}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      {create.data ? <MadeToken token={create.data.token} /> : <TokenForm create={create} />}
    </Modal>
  );
}

function MadeToken({ token }: { readonly token: string }) {
  const { t } = useSay();
  return (
    <Stack gap="sm">
      <p>{t.people.once}</p>
      <div className={classes.command}>
        <pre>
          <code data-testid="token">{token}</code>
        </pre>
        <Copy value={token} what={t.people.tokens} wide />
      </div>
    </Stack>
  );
}

interface TokenFormProps {
  readonly create: ReturnType<typeof useWrite<'token.create'>>;
}

function TokenForm({ create }: TokenFormProps) {
  const { t, language } = useSay();
  const [typed, setTyped] = useState({
    name: '',
    scopes: 'ops.list ops.history',
    expires: language === 'ja' ? '30日' : '30d',
  });
  const [agent, setAgent] = useState(false);
  const { name, expires } = typed;
  const scopes = typed.scopes.split(/[\s,、]+/).filter(Boolean);
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput label={t.people.name} required {...field('name')} data-autofocus />
      <TextInput label={t.people.scopes} description={t.people.scopesHelp} {...field('scopes')} />
      <TextInput label={t.people.expiresIn} {...field('expires')} />
      <Switch
        label={t.people.agent}
        description={t.people.agentHelp}
        checked={agent}
        onChange={(event) => setAgent(event.currentTarget.checked)}
      />
      {create.error && <ProblemNote error={create.error} />}
      <Group justify="flex-end">
        <Button
          disabled={name.trim() === '' || scopes.length === 0}
          loading={create.isPending}
          onClick={() => create.mutate({ name, scopes, expires, ...(agent ? { agent } : {}) })}
        >
          {t.people.makeToken}
        </Button>
      </Group>
    </Stack>
  );
}
