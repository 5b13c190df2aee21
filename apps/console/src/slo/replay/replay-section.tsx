import { useIntersection } from '@mantine/hooks';
import type { Candidate, SloDetail } from '@sekisho/contract';
import { replayWordsIn } from '@sekisho/words/slo';
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Section, Waiting } from '../../shared/section.tsx';
import classes from '../slo.module.css';
import { FiringTable } from './firing-table.tsx';
import { gridOf, round } from './grid.ts';
import { Incidents } from './incidents.tsx';
import { ProposeButton } from './propose-button.tsx';
import { ReplayCurve } from './replay-curve.tsx';
import { ReplayFacts } from './replay-facts.tsx';
import { TargetSlider } from './target-slider.tsx';
import { type Incidents as Declared, useReplay } from './use-replay.ts';

const Curve = memo(ReplayCurve);

/** Moves the target over what was really measured: what it would have told, and what it would have left. */
export function ReplaySection({ slo }: { readonly slo: SloDetail }) {
  const { language, span } = useSay();
  const words = replayWordsIn(language);
  const inForce = round(slo.target * 100);
  const [target, setTarget] = useState(inForce);
  const [declared, setDeclared] = useState<Declared>([]);
  const { ref, seen } = useSeen();
  const asked = { id: slo.id, own: [inForce], incidents: declared, target };
  const { replay, error, retry, candidate } = useReplay({ ...asked, enabled: seen });
  const now = replay?.candidates.find((one) => one.target === inForce);
  // The figures follow the hand at once; the drawing as soon as there is time for it.
  const drawn = useDeferredValue(useDrawn(target, candidate));
  const minutes = replay === undefined ? 0 : spanOf(replay);
  return (
    <div ref={ref} data-testid="replay">
      <Section title={words.title}>
        {error && <ProblemNote error={error} retry={retry} />}
        {!replay && !error && seen && <Waiting lines={2} height={160} />}
        {!replay && !seen && <div className={classes.unseen} />}
        {replay && replay.knownFrom === null && <p>{words.notCounted}</p>}
        {replay && replay.knownFrom !== null && (
          <div className={classes.drawings}>
            <p className={classes.soft}>{words.lead(span(minutes * 60))}</p>
            <TargetSlider grid={gridOf([inForce])} target={target} onChange={setTarget} />
            <ReplayFacts replay={replay} candidate={candidate} now={now} />
            <Curve replay={replay} {...drawn} />
            <FiringTable candidate={candidate} />
            <ProposeButton
              {...{ slo, target, inForce, minutes }}
              pages={candidate?.pages.length}
              before={now?.pages.length}
            />
            <Incidents known={replay.incidents} declared={declared} onDeclare={setDeclared} />
          </div>
        )}
      </Section>
    </div>
  );
}

/** A target with what it would have done: they are drawn together. */
function useDrawn(target: number, candidate: Candidate | undefined) {
  return useMemo(() => ({ target, candidate }), [target, candidate]);
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

/** Whether a part of the page was ever near the reader's eyes: what costs the server is not asked for before. */
function useSeen() {
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '400px' });
  const [seen, setSeen] = useState(false);
  const near = entry?.isIntersecting === true;
  useEffect(() => {
    if (near) setSeen(true);
  }, [near]);
  return { ref, seen };
}
