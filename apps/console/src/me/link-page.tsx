import { Button, Stack } from '@mantine/core';
import { signInWords } from '@sekisho/words/sign-in';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../shared/me.ts';
import { postTo } from '../shared/post-to.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page, Section } from '../shared/section.tsx';
import { useAsked } from './use-asked.ts';

interface SlackUser {
  readonly team: string;
  readonly user: string;
}

/** Where somebody confirms that a Slack user is they themselves. */
export function LinkPage() {
  const { language } = useSay();
  const t = signInWords(language);
  const { secret = '' } = useSearch({ from: '/link' });
  const { answer: asked, error } = useAsked<SlackUser>('/login/slack/asked', { secret });
  const [done, setDone] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const confirm = () =>
    postTo('/login/slack/confirm', { secret }).then(() => setDone(true), setFailed);
  return (
    <Page title={t.link}>
      {(error ?? failed) !== null && <ProblemNote error={error ?? failed} />}
      {done && <p role="status">{t.linked}</p>}
      {!done && asked !== null && <Question asked={asked} onConfirm={() => void confirm()} />}
    </Page>
  );
}

function Question(props: { readonly asked: SlackUser; readonly onConfirm: () => void }) {
  const { language, person } = useSay();
  const t = signInWords(language);
  const me = useMe();
  const { user, team } = props.asked;
  return (
    <Section title={person(me.principal.id)}>
      <Stack gap="sm" align="start">
        <p>{t.linkMeans(user, team)}</p>
        <p>
          <strong>{t.linkWarn}</strong>
        </p>
        <Button onClick={props.onConfirm}>{t.confirm}</Button>
      </Stack>
    </Section>
  );
}
