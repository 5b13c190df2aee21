import { Button, Group, Progress } from '@mantine/core';
import { ButtonLink } from '../../shared/button-link.tsx';
import { useSay } from '../../shared/say.ts';
import { Section } from '../../shared/section.tsx';
import { PageWhy } from '../../slo/page-why.tsx';
import { TourStep } from '../tour-step.tsx';
import tour from '../welcome.module.css';
import { rehearsalSteps, statesOf, stepOf, type Watched } from './player.ts';
import classes from './rehearsal.module.css';
import { RehearsalFigures } from './rehearsal-figures.tsx';
import { RehearsalPlot } from './rehearsal-plot.tsx';
import { type RehearsalPlayer, useRehearsal } from './use-rehearsal.ts';

/** An incident from its cause to its end: it burns, pages, is explained and recovers. */
export function Rehearsal() {
  const { t } = useSay();
  const player = useRehearsal();
  const { watched, busy, start } = player;
  return (
    <Section title={t.rehearsal.title}>
      <p className={classes.soft}>{t.rehearsal.lead}</p>
      {watched === null ? (
        <Button onClick={start} loading={busy} data-testid="rehearsal-start">
          {t.rehearsal.start}
        </Button>
      ) : (
        <Watching player={player} watched={watched} />
      )}
    </Section>
  );
}

interface WatchingProps {
  readonly player: RehearsalPlayer;
  readonly watched: Watched;
}

function Watching({ player, watched }: WatchingProps) {
  const { t } = useSay();
  const states = statesOf(watched);
  const step = stepOf(watched);
  const done = (watched.minutes.length / watched.begun.minutes) * 100;
  const last = watched.minutes.at(-1);
  const page = last?.page ?? null;
  return (
    <div ref={bringIntoView} className={classes.watching}>
      <Controls player={player} watched={watched} />
      <Progress value={done} aria-label={t.rehearsal.progress} transitionDuration={0} mb="xs" />
      <RehearsalPlot watched={watched} />
      <RehearsalFigures watched={watched} />
      <p className={classes.unseen} role="status">
        {step === null ? t.rehearsal.over : t.rehearsal[step]}
      </p>
      <ol className={tour.steps}>
        {rehearsalSteps.map((name) => (
          <TourStep
            key={name}
            testid={`rehearsal-${name}`}
            state={states[name]}
            title={t.rehearsal[name]}
            means={t.rehearsal[`${name}Means`]}
          >
            {name === 'page' && (
              <ButtonLink to="/chat" search={{ channel: 'sre' }}>
                {t.rehearsal.openChat}
              </ButtonLink>
            )}
            {name === 'explained' && page !== null && (
              <PageWhy page={page} now={Date.parse(last?.at ?? '')} />
            )}
          </TourStep>
        ))}
      </ol>
      {watched.over && page !== null && (
        <div data-testid="rehearsal-over">
          <p>{t.rehearsal.over}</p>
          <PageWhy page={page} now={Date.parse(last?.at ?? '')} />
        </div>
      )}
    </div>
  );
}

/** The incident stands at the end of the first steps: what plays is to be seen without searching. */
function bringIntoView(watching: HTMLDivElement | null): void {
  watching?.scrollIntoView({ block: 'start' });
}

function Controls({ player, watched }: WatchingProps) {
  const { t } = useSay();
  const { paused, busy, start, pause, resume, next, leave } = player;
  return (
    <Group gap="xs" mb="sm">
      {watched.over ? (
        <Button onClick={start}>{t.rehearsal.again}</Button>
      ) : (
        <>
          <Button onClick={paused ? resume : pause}>
            {paused ? t.rehearsal.resume : t.rehearsal.pause}
          </Button>
          <Button
            variant="default"
            onClick={next}
            aria-disabled={busy}
            data-testid="rehearsal-next"
          >
            {t.rehearsal.next}
          </Button>
        </>
      )}
      <Button variant="subtle" onClick={leave}>
        {t.rehearsal.leave}
      </Button>
    </Group>
  );
}
