import { Button } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../shared/me.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import { type StepState, secondTour } from './tour.ts';
import { TourHat } from './tour-hat.tsx';
import { TourStep } from './tour-step.tsx';
import { keep, useTourLease, useVisited, visit } from './use-tour.ts';
import classes from './welcome.module.css';

/** Ask for production, wear another's hat, approve. */
export function SecondTour({ environment }: { readonly environment: string }) {
  const { t } = useSay();
  const me = useMe();
  const roster = useRoster();
  const onError = useSayError();
  const lease = useTourLease('production');
  const visited = useVisited();
  const able = lease?.approval.people ?? [];
  const sre = able[0] ?? roster.find(({ role }) => role === 'sre')?.id ?? 'sre';
  const state = secondTour(lease, { sre: able.includes(me.person?.id ?? '') }, visited);
  const start = useWrite('ops.start');
  const begin = () =>
    start.mutate(
      { environment, for: '1h', reason: t.welcome.askReason },
      { onError, onSuccess: ({ id }) => keep({ production: id }) },
    );
  const engineer = me.person?.role === 'member';
  return (
    <Section title={t.welcome.second}>
      <ol className={classes.steps}>
        <TourStep testid="ask" state={state.ask} title={t.welcome.ask} means={t.welcome.askMeans}>
          {engineer ? (
            <Button onClick={begin} loading={start.isPending}>
              {t.welcome.ask}
            </Button>
          ) : (
            <TourHat to="engineer" />
          )}
        </TourStep>
        <TourStep testid="hat" state={state.hat} title={t.welcome.hat} means={t.welcome.hatMeans}>
          <TourHat to={sre} />
        </TourStep>
        <ApproveStep state={state.approve} lease={lease} />
        <LookStep state={state.look} />
      </ol>
    </Section>
  );
}

interface ApproveStepProps {
  readonly state: StepState;
  readonly lease: OpsLease | null;
}

function ApproveStep({ state, lease }: ApproveStepProps) {
  const { t } = useSay();
  const onError = useSayError();
  const approve = useWrite('lease.approve');
  return (
    <TourStep
      testid="approve"
      state={state}
      title={t.welcome.approve}
      means={t.welcome.approveMeans}
    >
      {lease && (
        <Button
          loading={approve.isPending}
          onClick={() => approve.mutate({ id: lease.id }, { onError })}
        >
          {t.welcome.approve}
        </Button>
      )}
    </TourStep>
  );
}

function LookStep({ state }: { readonly state: StepState }) {
  const { t } = useSay();
  const navigate = useNavigate();
  return (
    <TourStep testid="look" state={state} title={t.welcome.look} means={t.welcome.lookMeans}>
      <Button onClick={() => void navigate({ to: '/' }).then(() => visit('look'))}>
        {t.welcome.openNow}
      </Button>
    </TourStep>
  );
}
