import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from '../lease/lease-page.module.css';
import { Copy } from '../shared/copy.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Makes a token and shows it, once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useSay();
  const create = useWrite('token.create');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState('ops.list ops.history');
  const [expires, setExpires] = useState(language === 'ja' ? '30日' : '30d');
  const [agent, setAgent] = useState(false);
  const list = scopes.split(/[\s,、]+/).filter(Boolean);
  const ready = name.trim() !== '' && list.length > 0;
  const made = create.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.people.makeToken}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      {made ? (
        <Stack gap="sm">
          <p>{t.people.once}</p>
          <div className={classes.command}>
            <pre>
              <code data-testid="token">{made.token}</code>
            </pre>
            <Copy value={made.token} what={t.people.tokens} wide />
          </div>
        </Stack>
      ) : (
        <Stack gap="sm">
          <TextInput
            label={t.people.name}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={t.people.scopes}
            description={t.people.scopesHelp}
            value={scopes}
            onChange={(event) => setScopes(event.currentTarget.value)}
          />
          <TextInput
            label={t.people.expiresIn}
            value={expires}
            onChange={(event) => setExpires(event.currentTarget.value)}
          />
          <Switch
            label={t.people.agent}
            description={t.people.agentHelp}
            checked={agent}
            onChange={(event) => setAgent(event.currentTarget.checked)}
          />
          {create.error && <ProblemNote error={create.error} />}
          <Group justify="flex-end">
            <Button
              disabled={!ready}
              loading={create.isPending}
              onClick={() =>
                create.mutate({ name, scopes: list, expires, ...(agent ? { agent } : {}) })
              }
            >
              {t.people.makeToken}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
