import type { AnyLease } from '@sekisho/contract';
import type { Job, Pipeline, Run } from './api.ts';

type StageName = 'pull' | 'pull-plan' | 'merge' | 'plan' | 'approval' | 'apply' | 'end';
type StageState = 'waiting' | 'making' | 'done' | 'failed';

export interface Stage {
  readonly name: StageName;
  readonly state: StageState;
  readonly job: Job | null;
}

/** The run of the pull request as it is now: of what was merged, or of its newest commit. */
export function runOf({ pull, runs }: Pipeline): Run | undefined {
  return runs.findLast(({ event }) => event === (pull.merged ? 'push' : 'pull_request'));
}

/** Whether all of a run's jobs have ended. */
export function isEnded(run: Run | undefined): boolean {
  return run !== undefined && run.jobs.every(({ status }) => status === 'completed');
}

/** Whether a plan of the pull request stands, so that it can be merged. */
export function isPlanned(pipeline: Pipeline): boolean {
  return !pipeline.pull.merged && runOf(pipeline)?.jobs[0]?.conclusion === 'success';
}

/** What happens from a pull request to the end of the lease, and how far each stage is. */
export function stagesOf({ pull, runs }: Pipeline, lease: AnyLease | null): readonly Stage[] {
  const jobOf = (event: Run['event'], name: string) =>
    runs.findLast((run) => run.event === event)?.jobs.find((job) => job.name === name) ?? null;
  const asked = jobOf('pull_request', 'plan');
  const plan = jobOf('push', 'plan');
  const apply = jobOf('push', 'apply');
  return [
    { name: 'pull', state: 'done', job: null },
    { name: 'pull-plan', state: stateOf(asked), job: asked },
    { name: 'merge', state: pull.merged ? 'done' : 'waiting', job: null },
    { name: 'plan', state: stateOf(plan), job: plan },
    { name: 'approval', state: approvalOf(apply, lease), job: null },
    { name: 'apply', state: applyOf(apply, lease), job: apply },
    { name: 'end', state: endOf(lease), job: null },
  ];
}

function stateOf(job: Job | null): StageState {
  if (job === null || job.status === 'queued') return 'waiting';
  if (job.status === 'in_progress') return 'making';
  return job.conclusion === 'success' ? 'done' : 'failed';
}

function approvalOf(apply: Job | null, lease: AnyLease | null): StageState {
  if (lease === null) return stateOf(apply) === 'failed' ? 'failed' : 'waiting';
  if (lease.approvedAt !== null) return 'done';
  return lease.state === 'requested' ? 'making' : 'failed';
}

/** The job begins by asking: to whoever looks it applies once it was allowed to. */
function applyOf(apply: Job | null, lease: AnyLease | null): StageState {
  const state = stateOf(apply);
  return state === 'making' && (lease === null || lease.readyAt === null) ? 'waiting' : state;
}

function endOf(lease: AnyLease | null): StageState {
  if (lease === null || lease.readyAt === null) return 'waiting';
  if (lease.state === 'ended') return 'done';
  if (lease.state === 'failed') return 'failed';
  return lease.state === 'active' ? 'waiting' : 'making';
}

/** The lease that a run's job names in what it printed; null while it has not. */
export function leaseNamed(run: Run | undefined): string | null {
  const job = run?.jobs.find(({ name }) => name === 'apply');
  const said = job === undefined ? '' : [...job.log, job.summary].join('\n');
  return /\bci-[0-9a-z]{8}\b/.exec(said)?.[0] ?? null;
}
