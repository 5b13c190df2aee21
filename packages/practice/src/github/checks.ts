import type { Job, Run, Status } from './state.ts';
import { Refusal, type World } from './world.ts';

/*
 * What a commit shows: a check run for each job of GitHub Actions, and statuses that others set.
 * Sources: https://docs.github.com/rest/checks/runs, https://docs.github.com/rest/commits/statuses
 */

/** A job as the check run that GitHub Actions makes of it. */
function checkRunOf({ sha, repository, id: run }: Run, job: Job) {
  const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    ...{ id: job.id, head_sha: sha, name: job.name, status: job.status },
    ...{ conclusion: job.conclusion, started_at: at(job.startedAt), completed_at: at(job.endedAt) },
    details_url: `https://github.practice.invalid/${repository}/actions/runs/${run}/job/${job.id}`,
    output: { title: null, summary: job.summary === '' ? null : job.summary },
    app: { slug: 'github-actions' },
    check_suite: { id: run },
  };
}

/** The check runs of a commit, newest first; of a run that was run again only the last attempt's. */
export function checkRunsOf(world: World, repository: string, sha: string) {
  const runs = world.state.runs.filter((run) => run.repository === repository && run.sha === sha);
  const all = runs.flatMap((run) => run.jobs.map((job) => checkRunOf(run, job)));
  return { total_count: all.length, check_runs: all.toReversed() };
}

/** The newest status of each context, and what they are together. */
export function combinedStatusOf(world: World, repository: string, sha: string) {
  const statuses = newestStatuses(world.state.statuses, repository, sha);
  const states = statuses.map(({ state }) => state);
  const bad = states.some((state) => state === 'error' || state === 'failure');
  const good = states.length > 0 && states.every((state) => state === 'success');
  return {
    state: bad ? 'failure' : good ? 'success' : 'pending',
    ...{ sha, total_count: statuses.length, statuses: statuses.map(statusAnswer) },
  };
}

/** What a commit shows of each context: the newest, as each replaces the one before. */
export function newestStatuses(
  statuses: readonly Status[],
  repository: string,
  sha: string,
): readonly Status[] {
  const own = statuses.filter((status) => status.repository === repository && status.sha === sha);
  return [...new Map(own.map((status) => [status.context, status])).values()];
}

export function statusAnswer({ state, context, description, targetUrl, createdAt }: Status) {
  const at = new Date(createdAt).toISOString();
  return { state, context, description, target_url: targetUrl, created_at: at };
}

/** Tells the webhook of a job's check run. */
export function tellCheck(world: World, action: 'created' | 'completed', run: Run, job: Job): void {
  const repository = { full_name: run.repository };
  const body = { action, repository, check_run: checkRunOf(run, job) };
  world.deliveries.push({ event: 'check_run', body });
}

/** Tells the webhook of a status that was set. */
export function tellStatus(world: World, status: Status): void {
  const repository = { full_name: status.repository };
  const body = { ...statusAnswer(status), sha: status.sha, repository };
  world.deliveries.push({ event: 'status', body });
}

/** GitHub takes a thousand of one commit and context. */
const mostStatuses = 1000;

/** Errors: `Refusal` 422 when a commit has as many of a context as GitHub takes. */
export function refuseTooMany(world: World, { repository, sha, context }: Status): void {
  const same = world.state.statuses.filter(
    (one) => one.repository === repository && one.sha === sha && one.context === context,
  );
  if (same.length >= mostStatuses)
    throw new Refusal(422, 'This SHA and context has reached the maximum number of statuses.');
}
