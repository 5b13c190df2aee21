import { Button } from '@mantine/core';
import type { AnyLease } from '@sekisho/contract';
import { pipelineWords } from '@sekisho/words/pipeline';
import { ButtonLink } from '../../shared/button-link.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import type { Pipeline as PipelineNow, Run } from './api.ts';
import { Checks } from './checks.tsx';
import classes from './pipeline.module.css';
import { StageItem } from './stage-item.tsx';
import { isEnded, isPlanned, runOf, type Stage, stagesOf } from './stages.ts';
import { useLeaseOf, usePipeline, usePipelineActs } from './use-pipeline.ts';

/** Practice's pipeline: a button that sends a change through it, and how far the change is. */
export function Pipeline() {
  const { language } = useSay();
  const words = pipelineWords(language);
  const { data, error, refetch } = usePipeline();
  return (
    <div className={classes.place}>
      <h2 className={classes.title}>{words.title}</h2>
      <div className={classes.head}>
        <p className={classes.lead}>{words.lead}</p>
        <Acts pipeline={data ?? null} />
      </div>
      {error && !data && <ProblemNote error={error} retry={() => void refetch()} />}
      {data && <Stages pipeline={data} run={runOf(data)} />}
    </div>
  );
}

function Acts({ pipeline }: { readonly pipeline: PipelineNow | null }) {
  const { language } = useSay();
  const words = pipelineWords(language);
  const { busy, begin, merge, again } = usePipelineActs();
  const run = pipeline === null ? undefined : runOf(pipeline);
  const mayBegin = pipeline === null || (pipeline.pull.merged && isEnded(run));
  const planned = pipeline !== null && isPlanned(pipeline);
  const ended = run !== undefined && isEnded(run);
  return (
    <div className={classes.acts}>
      {ended && !planned && (
        <Button variant="default" loading={busy} onClick={() => again(run.id)}>
          {words.again}
        </Button>
      )}
      {planned && !busy ? (
        <Button onClick={() => merge(pipeline.pull.number)}>{words.merge}</Button>
      ) : (
        <Button loading={busy} disabled={!mayBegin && !ended} onClick={begin}>
          {words.run}
        </Button>
      )}
    </div>
  );
}

interface StagesProps {
  readonly pipeline: PipelineNow;
  readonly run: Run | undefined;
}

function Stages({ pipeline, run }: StagesProps) {
  const { language } = useSay();
  const words = pipelineWords(language);
  const lease = useLeaseOf(run);
  const stages = stagesOf(pipeline, lease);
  const attempt = run === undefined || run.attempt === 1 ? '' : ` · ${words.attempt(run.attempt)}`;
  return (
    <>
      <p className={classes.pull}>
        {words.pull(pipeline.pull.number)}
        {attempt}
      </p>
      <Checks pipeline={pipeline} />
      <ol className={classes.stages} data-testid="pipeline">
        {stages.map((stage) => (
          <StageItem key={stage.name} stage={stage} />
        ))}
      </ol>
      <Next stages={stages} lease={lease} />
    </>
  );
}

/** What to do about what waits or has failed, and where. */
function Next({
  stages,
  lease,
}: {
  readonly stages: readonly Stage[];
  readonly lease: AnyLease | null;
}) {
  const { language } = useSay();
  const words = pipelineWords(language);
  const approval = stages.find(({ name }) => name === 'approval')?.state;
  const failed = stages.some(({ state }) => state === 'failed');
  const denied = lease !== null && approval === 'failed';
  return (
    <div className={classes.next} role="status">
      {denied && <p>{words.denied}</p>}
      {failed && !denied && <p>{words.failed}</p>}
      {approval === 'making' && <p>{words.approve}</p>}
      {lease !== null && (
        <ButtonLink variant="default" to="/leases/$id" params={{ id: lease.id }}>
          {words.open}
        </ButtonLink>
      )}
    </div>
  );
}
