import type { AnyLease } from '@sekisho/contract';
import { pipelineWords } from '@sekisho/words/pipeline';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../shared/problem.ts';
import { useSay } from '../../shared/say.ts';
import { toast } from '../../shared/toasts.ts';
import { useVerb } from '../../shared/use-verb.ts';
import { act, GithubRefusal, readPipeline } from './api.ts';
import { isEnded, isPlanned, leaseNamed, runOf } from './stages.ts';

/** Milliseconds between looks at a job that runs. */
const often = 1_000;
/** Milliseconds; terraform takes seconds, and who waits longer merges by hand. */
const longestPlan = 60_000;

const queryKey = ['practice-github'];

/** How far practice's pipeline is, asked again while a job runs. */
export function usePipeline() {
  return useQuery({
    queryKey,
    queryFn: readPipeline,
    refetchInterval: ({ state: { data } }) => (data && !isEnded(runOf(data)) ? often : false),
  });
}

/** The lease that the newest run asked for; null while there is none. */
export function useLeaseOf(run: ReturnType<typeof runOf>): AnyLease | null {
  const asked = run?.event === 'push';
  const open = useVerb('lease.list', {}, { enabled: asked });
  const own = open.data?.find(
    (one) =>
      one.kind === 'ci-role' && one.runId === String(run?.id) && one.attempt === run?.attempt,
  );
  const named = own?.id ?? leaseNamed(run);
  const shown = useVerb('lease.show', { id: named ?? '' }, { enabled: named !== null });
  return named === null ? null : (shown.data ?? own ?? null);
}

/** Begins, merges and repeats; what goes wrong is said with what to do. */
export function usePipelineActs() {
  const { t, language } = useSay();
  const words = pipelineWords(language);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const said =
        error instanceof GithubRefusal
          ? { why: words.refused(error.message), fix: words.refusedFix }
          : tell(error, t);
      toast({ kind: 'error', text: said.why, fix: said.fix });
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey });
    }
  };
  const look = () => queries.fetchQuery({ queryKey, queryFn: readPipeline, staleTime: 0 });
  const merge = (pull: number) => act('pull/merge', { who, pull });
  return {
    busy,
    begin: () =>
      void doing(async () => {
        const { pull } = await act('pull/open', { who, title: words.change });
        if (pull !== null && (await untilPlanned(pull, look))) await merge(pull);
      }),
    merge: (pull: number) => void doing(() => merge(pull)),
    again: (run: number) => void doing(() => act('run/again', { run })),
  };
}

/** The engineer of practice, whose change an SRE has to agree to. */
const who = 'taro-suzuki';

/** Waits for the plan of a pull request; false when it failed, took too long, or another one came. */
async function untilPlanned(pull: number, look: typeof readPipeline): Promise<boolean> {
  const end = Date.now() + longestPlan;
  while (Date.now() < end) {
    const pipeline = await look();
    if (pipeline?.pull.number !== pull) return false;
    if (isEnded(runOf(pipeline))) return isPlanned(pipeline);
    await new Promise((resolve) => setTimeout(resolve, often));
  }
  return false;
}
