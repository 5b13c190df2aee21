import { Button } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import { useSayError } from '../shared/use-say-error.ts';
import { useWrite } from '../shared/use-verb.ts';
import type { StepState } from './tour.ts';
import { TourStep } from './tour-step.tsx';
import { visit } from './use-tour.ts';

interface StepProps {
  readonly state: StepState;
  readonly lease: OpsLease | null;
}

interface OwnStepProps extends StepProps {
  /** Whether the one who looks holds the lease. */
  readonly mine: boolean;
}

/** Keeps the server for longer. */
export function ExtendStep({ state, lease, mine }: OwnStepProps) {
  const { t } = useSay();
  const onError = useSayError();
  const extend = useWrite('ops.extend');
  return (
    <TourStep testid="extend" state={state} title={t.welcome.extend} means={t.welcome.extendMeans}>
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
  );
}

/** Gives the server back before its time. */
export function ReturnStep({ state, lease, mine }: OwnStepProps) {
  const { t } = useSay();
  const onError = useSayError();
  const stop = useWrite('ops.stop');
  return (
    <TourStep testid="return" state={state} title={t.welcome.return} means={t.welcome.returnMeans}>
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
  );
}

/** Reads what became of the lease. */
export function TimelineStep({ state, lease }: StepProps) {
  const { t } = useSay();
  const navigate = useNavigate();
  const open = (id: string) =>
    void navigate({ to: '/timeline', search: { lease: id } }).then(() => visit('timeline'));
  return (
    <TourStep
      testid="timeline"
      state={state}
      title={t.welcome.timeline}
      means={t.welcome.timelineMeans}
    >
      {lease && <Button onClick={() => open(lease.id)}>{t.welcome.openTimeline}</Button>}
    </TourStep>
  );
}
