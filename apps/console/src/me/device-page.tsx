import { Button, Group, Stack, TextInput } from '@mantine/core';
import { signInWords } from '@sekisho/words/sign-in';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { postTo } from '../shared/post-to.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page, Section } from '../shared/section.tsx';
import { useAsked } from './use-asked.ts';

interface Machine {
  readonly client: string;
  readonly address: string;
  readonly at: string;
}

/** Where somebody lets a command line sign in as them, or not, seeing which machine asks from where. */
export function DevicePage() {
  const { language } = useSay();
  const t = signInWords(language);
  const { code } = useSearch({ from: '/device' });
  return (
    <Page title={t.device} lead={t.deviceLead}>
      {code === undefined ? <CodeForm /> : <Question key={code} code={code} />}
    </Page>
  );
}

function CodeForm() {
  const { language } = useSay();
  const t = signInWords(language);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/device', search: { code } });
  };
  return (
    <Section title={t.code}>
      <form onSubmit={send}>
        <Group align="end">
          <TextInput
            aria-label={t.code}
            placeholder="BCDF-GHJK"
            value={code}
            autoComplete="off"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" disabled={code.trim() === ''}>
            {t.look}
          </Button>
        </Group>
      </form>
    </Section>
  );
}

function Question({ code }: { readonly code: string }) {
  const { language, full } = useSay();
  const t = signInWords(language);
  const { answer: machine, error } = useAsked<Machine>('/login/device/asked', { code });
  const [done, setDone] = useState<boolean | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const say = (yes: boolean) =>
    postTo('/login/device/answer', { code, yes }).then(() => setDone(yes), setFailed);
  if (error ?? failed) return <ProblemNote error={error ?? failed} />;
  if (done !== null) return <p role="status">{done ? t.allowed : t.denied}</p>;
  if (machine === null) return null;
  return (
    <Section title={`${t.code}: ${code.toUpperCase()}`}>
      <Stack gap="sm">
        <p>{t.asks(machine.client)}</p>
        <p>{t.asksFrom(machine.address, full(machine.at))}</p>
        <p>
          <strong>{t.warn}</strong>
        </p>
        <Group>
          <Button onClick={() => void say(true)}>{t.allow}</Button>
          <Button variant="default" onClick={() => void say(false)}>
            {t.deny}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
