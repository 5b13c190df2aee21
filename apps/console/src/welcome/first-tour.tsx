import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Progress } from '../lease/progress.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import { useWrite } from '../shared/use-verb.ts';
import { firstTour } from './tour.ts';
import { TourCommand } from './tour-command.tsx';
import { TourHat } from './tour-hat.tsx';
import { TourStep } from './tour-step.tsx';
import { keep, useSayError, useTourLease, useVisited, visit } from './use-tour.ts';
import classes from './welcome.module.css';

/** Start, watch, connect, extend, return, read: without anybody's approval. */
export function FirstTour({ environment }: { readonly environment: string }) {
  const { t } = useSay();
  const me = useMe();
  const navigate = useNavigate();
  const onError = useSayError();
  const lease = useTourLease('staging');
  const state = firstTour(lease, useVisited());
  const start = useWrite('ops.start');
  const extend = useWrite('ops.extend');
  const stop = useWrite('ops.stop');
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
        <TourStep
          testid="extend"
          state={state.extend}
          title={t.welcome.extend}
          means={t.welcome.extendMeans}
        >
          {lease && (
            <Button
              loading={extend.isPending}
              disabled={!mine}
              onClick={() => extend.mutate({ id: lease.id, by: '30m' }, { onError })}
            >
              {t.welcome.extend}
            </Button>
          )}
        </TourStep>
        <TourStep
          testid="return"
          state={state.return}
          title={t.welcome.return}
          means={t.welcome.returnMeans}
        >
          {lease && (
            <Button
              loading={stop.isPending}
              disabled={!mine}
              onClick={() => stop.mutate({ id: lease.id }, { onError })}
            >
              {t.welcome.return}
            </Button>
          )}
        </TourStep>
        <TourStep
          testid="timeline"
          state={state.timeline}
          title={t.welcome.timeline}
          means={t.welcome.timelineMeans}
        >
          {lease && (
            <Button
              onClick={() =>
                void navigate({ to: '/timeline', search: { lease: lease.id } }).then(() =>
                  visit('timeline'),
                )
              }
            >
              {t.welcome.openTimeline}
            </Button>
          )}
        </TourStep>
      </ol>
    </Section>
  );
}
