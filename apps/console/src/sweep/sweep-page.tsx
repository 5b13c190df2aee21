import { Button } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../shared/confirm.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Empty, Page, Section, Waiting } from '../shared/section.tsx';
import { toast } from '../shared/toasts.ts';
import { useNow } from '../shared/use-now.ts';
import { OrphanTable } from './orphan-table.tsx';
import { dueCount, useSweep } from './use-sweep.ts';
import { Withheld } from './withheld.tsx';

/** What no lease explains: look, sweep what is due, spare what must stay. */
export function SweepPage() {
  const { t, role } = useSay();
  const me = useMe();
  if (reaches(me, 'sre')) return <SweepForSre />;
  return (
    <Page title={t.sweep.title} lead={t.sweep.lead}>
      <Empty text={t.palette.needs(role('sre'))} />
    </Page>
  );
}

type Asking =
  | { readonly what: 'apply' | 'trust' }
  | { readonly what: 'spare'; readonly id: string };

function SweepForSre() {
  const { t } = useSay();
  const sweep = useSweep();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { swept, busy, error } = sweep;
  const ask = (next: Asking | null) => {
    sweep.forgetErrors();
    setAsking(next);
  };
  const look = (
    <Button
      variant={swept === null ? 'filled' : 'default'}
      loading={busy && asking === null}
      onClick={sweep.look}
    >
      {swept === null ? t.sweep.look : t.sweep.lookAgain}
    </Button>
  );
  const sweepable = swept !== null && swept.withheld === null && swept.orphans.length > 0;
  return (
    <Page
      title={t.sweep.title}
      lead={t.sweep.lead}
      actions={
        <>
          {look}
          {sweepable && <Button onClick={() => ask({ what: 'apply' })}>{t.sweep.apply} …</Button>}
        </>
      }
    >
      {error && asking === null && <ProblemNote error={error} retry={sweep.look} />}
      {swept?.withheld && <Withheld why={swept.withheld} onTrust={() => ask({ what: 'trust' })} />}
      {busy && swept === null && <Waiting lines={3} height={36} />}
      {swept === null && !busy && !error && <Empty text={t.sweep.notYet} />}
      {swept !== null && (
        <Section title={t.sweep.found} plain={swept.orphans.length > 0}>
          {swept.orphans.length === 0 && <Empty text={t.sweep.none} />}
          {swept.orphans.length > 0 && (
            <OrphanTable orphans={swept.orphans} onSpare={(id) => ask({ what: 'spare', id })} />
          )}
          {swept.unanswered.length > 0 && (
            <p role="status">{t.sweep.unanswered(swept.unanswered.join(', '))}</p>
          )}
        </Section>
      )}
      {asking && <AskFirst asking={asking} sweep={sweep} onClose={() => ask(null)} />}
    </Page>
  );
}

interface AskFirstProps {
  readonly asking: Asking;
  readonly sweep: ReturnType<typeof useSweep>;
  readonly onClose: () => void;
}

function AskFirst({ asking, sweep, onClose }: AskFirstProps) {
  const { t } = useSay();
  const now = useNow();
  const done = (text: string) => () => {
    toast({ kind: 'done', text });
    onClose();
  };
  if (asking.what === 'spare') {
    const { id } = asking;
    return (
      <Confirm
        title={t.sweep.spareTitle(id)}
        means={t.sweep.spareMeans}
        act={t.sweep.spare}
        asks={t.sweep.spareWhy}
        busy={sweep.sparing}
        error={sweep.spareError}
        onSend={(reason) => sweep.spare(id, reason, done(t.sweep.sparedNow(id)))}
        onClose={onClose}
      />
    );
  }
  const trust = asking.what === 'trust';
  const due = sweep.swept === null ? 0 : dueCount(sweep.swept, now);
  return (
    <Confirm
      title={trust ? t.sweep.trustTitle : t.sweep.applyTitle}
      means={trust ? t.sweep.trustMeans : t.sweep.applyMeans(due)}
      act={trust ? t.sweep.trust : t.sweep.apply}
      busy={sweep.busy}
      error={sweep.error}
      onSend={() => (trust ? sweep.trust(onClose) : sweep.apply(done(t.sweep.applied)))}
      onClose={onClose}
    />
  );
}
