import { Button } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { recoveryPage } from '@sekisho/words/recovery';
import { useState } from 'react';
import { ButtonLink } from '../shared/button-link.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { toast } from '../shared/toasts.ts';
import { useVerb, useWrite } from '../shared/use-verb.ts';
import { type Difference, DifferenceTable } from './difference-table.tsx';
import classes from './recovery.module.css';
import { SettleDialog } from './settle-dialog.tsx';

type Shown = OutputOf<'recovery.show'>;

/** What a restored database says beside what AWS is, and the way on from there. */
export function RecoveryPage() {
  const { t, language, role } = useSay();
  const words = recoveryPage[language];
  if (reaches(useMe(), 'sre')) return <RecoveryForSre />;
  return (
    <Page title={words.title} lead={words.lead}>
      <Empty text={t.palette.needs(role('sre'))} />
    </Page>
  );
}

function RecoveryForSre() {
  const { language } = useSay();
  const words = recoveryPage[language];
  const me = useMe();
  // What was shown when it was asked for: a look that comes meanwhile is none that was seen.
  const [asking, setAsking] = useState<Shown | null>(null);
  const { data, error, isFetching, refetch } = useVerb('recovery.show', {}, { every: 60_000 });
  const settle = useWrite('recovery.settle');
  const waits = data !== undefined && data.restored !== null;
  const ask = (shown: Shown | null) => {
    settle.reset();
    setAsking(shown);
  };
  const actions = waits && (
    <>
      <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
        {words.lookAgain}
      </Button>
      {reaches(me, 'admin') && <Button onClick={() => ask(data)}>{words.settle} …</Button>}
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} height={36} />}
      {waits && <Found shown={data} />}
      {waits && !reaches(me, 'admin') && <p>{words.admin}</p>}
      {data && !waits && <Settled differences={settle.data?.differences ?? []} />}
      {asking && waits && (
        <SettleDialog
          shown={asking}
          busy={settle.isPending}
          error={settle.error}
          onSend={(input) =>
            settle.mutate(input, {
              onSuccess: () => {
                toast({ kind: 'done', text: words.done });
                setAsking(null);
              },
            })
          }
          onClose={() => ask(null)}
        />
      )}
    </Page>
  );
}

function Found({ shown }: { readonly shown: Shown }) {
  const { language, exact } = useSay();
  const words = recoveryPage[language];
  const { restored, differences, unanswered } = shown;
  return (
    <>
      {restored && (
        <p className={classes.from}>
          {words.restored(exact(restored.takenAt), restored.newestEntry)} {words.waits}
        </p>
      )}
      <Section title={words.found} plain={differences.length > 0}>
        {differences.length === 0 && unanswered.length === 0 && <Empty text={words.none} />}
        {differences.length > 0 && (
          <DifferenceTable label={words.found} differences={differences} />
        )}
        {unanswered.length > 0 && <p role="status">{words.unanswered(unanswered.join(', '))}</p>}
      </Section>
    </>
  );
}

/** Nothing waits; whoever has just settled sees what became of everything. */
function Settled({ differences }: { readonly differences: readonly Difference[] }) {
  const { language } = useSay();
  const words = recoveryPage[language];
  const toTimeline = (
    <ButtonLink to="/timeline" variant="default">
      {words.toTimeline}
    </ButtonLink>
  );
  return (
    <>
      <Section title={words.found}>
        <Empty text={`${words.settled} ${words.when}`} action={toTimeline} />
      </Section>
      {differences.length > 0 && (
        <Section title={words.doneList} plain>
          <DifferenceTable label={words.doneList} differences={differences} />
        </Section>
      )}
    </>
  );
}
