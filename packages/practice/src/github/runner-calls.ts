import { tellCheck } from './checks.ts';
import type { Conclusion, Job, Run } from './state.ts';
import { newHex, Refusal, type World } from './world.ts';

/** What a runner tells GitHub of the job it runs. */
export type RunnerCall =
  | { readonly act: 'begin'; readonly run: number; readonly job: number }
  | { readonly act: 'log'; readonly run: number; readonly job: number; readonly line: string }
  | { readonly act: 'summary'; readonly run: number; readonly job: number; readonly text: string }
  | {
      readonly act: 'end';
      readonly run: number;
      readonly job: number;
      readonly conclusion: Conclusion;
    };

/** `token`: what the job asks for OIDC tokens with; empty but for `begin`. */
export interface RunnerReply {
  readonly token: string;
}

/** A job may run so long (milliseconds), and ask for tokens while it does. Source: GitHub's usual limit. */
const longestJob = 6 * 3600 * 1000;
const mostLines = 2_000;

/** Errors: `Refusal` 404 for a job that is not there. */
export function doAsRunner(world: World, call: RunnerCall): RunnerReply {
  switch (call.act) {
    case 'begin':
      change(world, call, (job) => ({ ...job, status: 'in_progress', startedAt: world.now }));
      return { token: giveToken(world, call) };
    case 'log':
      change(world, call, (job) => ({ ...job, log: [...job.log, call.line].slice(-mostLines) }));
      return { token: '' };
    case 'summary':
      change(world, call, (job) => ({ ...job, summary: call.text }));
      return { token: '' };
    case 'end':
      end(world, call);
      return { token: '' };
  }
}

function end(world: World, call: RunnerCall & { readonly act: 'end' }): void {
  const { conclusion } = call;
  change(world, call, (job) => ({
    ...{ ...job, status: 'completed', conclusion, endedAt: world.now },
  }));
  const run = world.state.runs.find(({ id }) => id === call.run);
  const job = run?.jobs.find(({ id }) => id === call.job);
  if (run !== undefined && job !== undefined) tellCheck(world, 'completed', run, job);
  const jobTokens = Object.fromEntries(
    Object.entries(world.state.jobTokens).filter(([, { job }]) => job !== call.job),
  );
  world.state = { ...world.state, jobTokens };
}

function giveToken(world: World, { run, job }: RunnerCall): string {
  const token = newHex(world.rng, 48);
  const jobTokens = {
    ...world.state.jobTokens,
    [token]: { run, job, until: world.now + longestJob },
  };
  world.state = { ...world.state, jobTokens };
  return token;
}

function change(world: World, at: RunnerCall, to: (job: Job) => Job): void {
  const run = world.state.runs.find(({ id }) => id === at.run);
  if (!run?.jobs.some(({ id }) => id === at.job)) throw new Refusal(404, 'Not Found');
  const jobs = run.jobs.map((job) => (job.id === at.job ? to(job) : job));
  const changed: Run = { ...run, jobs };
  const runs = world.state.runs.map((old) => (old.id === at.run ? changed : old));
  world.state = { ...world.state, runs };
}
