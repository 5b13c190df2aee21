import { Button } from '@mantine/core';
import { Progress } from '../lease/progress.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import { ExtendStep, ReturnStep, TimelineStep } from './first-tour-steps.tsx';
import { firstTour } from './tour.ts';
import { TourCommand } from './tour-command.tsx';
import { TourHat } from './tour-hat.tsx';
import { TourStep } from './tour-step.tsx';
import { keep, useTourLease, useVisited } from './use-tour.ts';
import classes from './welcome.module.css';

/** Start, watch, connect, extend, return, read: without anybody's approval. */
export function FirstTour({ environment }: { readonly environment: string }) {
  const { t } = useSay();
  const me = useMe();
  const onError = useSayError();
  const lease = useTourLease('staging');
  const state = firstTour(lease, useVisited());
  const start = useWrite('ops.start');
  const mine = lease === null ? me.person?.role !== 'read-only' : me.person?.id === lease.holder;
  const begin = () =>
    start.mutate(
      { environment, for: '30m', reason: t.welcome.startReason },
      { onError, onSuccess: ({ id }) => keep({ staging: id, visited: [] }) },
    );
  return (
    <Section title={t.welcome.first}>
      {!mine && <TourHat to={lease?.holder ?? 'engineer'} />}
      <ol className={classes.steps}>
        <TourStep
          testid="start"
          state={state.start}
          title={t.welcome.start}
          means={t.welcome.startMeans}
        >
          <Button onClick={begin} loading={start.isPending} disabled={!mine}>
            {t.welcome.start}
          </Button>
        </TourStep>
        <TourStep
          testid="watch"
          state={state.watch}
          title={t.welcome.watch}
          means={t.welcome.watchMeans}
        >
          {lease && <Progress lease={lease} />}
        </TourStep>
        <TourStep
          testid="connect"
          state={state.connect}
          title={t.welcome.connect}
          means={t.welcome.connectMeans}
        >
          {lease && <TourCommand id={lease.id} disabled={!mine} />}
        </TourStep>
        <ExtendStep state={state.extend} lease={lease} mine={mine} />
        <ReturnStep state={state.return} lease={lease} mine={mine} />
        <TimelineStep state={state.timeline} lease={lease} />
      </ol>
    </Section>
  );
}
