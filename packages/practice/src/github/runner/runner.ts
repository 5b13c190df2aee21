import { join } from 'node:path';
import type { Run } from '../state.ts';
import type { RunnerParts } from './options.ts';
import { runJob } from './run-job.ts';

/** Runs the jobs of runs, one run after another. */
export interface Runner {
  start(run: number): void;
  /** Stops what runs, which ends as cancelled. */
  stop(): Promise<void>;
}

/** Starts a runner with nothing to do. */
export function startRunner(parts: RunnerParts): Runner {
  const stopping = new AbortController();
  let last: Promise<void> = Promise.resolve();
  return {
    start(run) {
      last = last
        .then(() => runAll(parts, run, stopping.signal))
        .catch((err: unknown) => parts.logger?.warn({ err }, 'a run of practice GitHub broke'));
    },
    async stop() {
      stopping.abort();
      await last;
    },
  };
}

/** Job after job; what follows a job that failed is cancelled. */
async function runAll(parts: RunnerParts, id: number, signal: AbortSignal): Promise<void> {
  const { core, workDirectory } = parts;
  const run = core.state().runs.find((known) => known.id === id);
  let good = true;
  for (const job of run?.jobs ?? []) {
    const at = { run: id, job: job.id };
    if (run === undefined || !good || signal.aborted) {
      core.run({ kind: 'runner', what: { act: 'end', ...at, conclusion: 'cancelled' } });
      continue;
    }
    const { token } = core.run({ kind: 'runner', what: { act: 'begin', ...at } });
    const conclusion = await runJob({
      ...{ parts, run, job, token, signal },
      folder: join(workDirectory, folderOf(run)),
    });
    core.run({ kind: 'runner', what: { act: 'end', ...at, conclusion } });
    good = conclusion === 'success';
  }
}

/** Runs on the default branch share their state, as they would in a bucket; others have none to change. */
function folderOf(run: Run): string {
  return run.event === 'push' ? 'main' : `pull-${run.pull}`;
}
