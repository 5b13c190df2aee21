import { tellCheck } from './checks.ts';
import { practiceRepository } from './seed.ts';
import type { Job, Pull, Run } from './state.ts';
import { newHex, nextId, Refusal, repositoryOf, type World } from './world.ts';

/** What people do on GitHub here, and what its runner tells it. */
export type PersonCall =
  | { readonly act: 'open-pull'; readonly who: string; readonly title: string }
  | { readonly act: 'push'; readonly pull: number; readonly who: string }
  | { readonly act: 'merge'; readonly pull: number; readonly who: string }
  | { readonly act: 'rerun'; readonly run: number };

export type PersonReply = { readonly pull?: Pull; readonly run?: Run };

/** Reusable workflows of the default branch: what a policy pins. */
const planWorkflow = '.github/workflows/plan.yml';
const applyWorkflow = '.github/workflows/apply.yml';

/** Errors: `Refusal` for a pull request or a run that is not there, or is not open. */
export function doAsPerson(world: World, call: PersonCall): PersonReply {
  switch (call.act) {
    case 'open-pull':
      return openPull(world, call.who, call.title);
    case 'push':
      return push(world, openOne(world, call.pull), call.who);
    case 'merge':
      return merge(world, openOne(world, call.pull), call.who);
    case 'rerun':
      return { run: rerun(world, call.run) };
  }
}

function openPull(world: World, who: string, title: string): PersonReply {
  const number = world.state.pulls.length + 1;
  const pull: Pull = {
    ...{ repository: practiceRepository, number, title, author: who, branch: `change-${number}` },
    ...{ head: newHex(world.rng, 40), state: 'open', merged: false, updatedAt: world.now },
  };
  world.state = { ...world.state, pulls: [...world.state.pulls, pull] };
  tell(world, 'opened', pull);
  return { pull, run: runOf(world, pull, who) };
}

function push(world: World, pull: Pull, who: string): PersonReply {
  const pushed = { ...pull, head: newHex(world.rng, 40), updatedAt: world.now };
  keepPull(world, pushed);
  tell(world, 'synchronize', pushed);
  return { pull: pushed, run: runOf(world, pushed, who) };
}

function merge(world: World, pull: Pull, who: string): PersonReply {
  const merged: Pull = { ...pull, state: 'closed', merged: true, updatedAt: world.now };
  keepPull(world, merged);
  const repository = repositoryOf(world, pull.repository);
  const head = newHex(world.rng, 40);
  world.state = {
    ...world.state,
    repositories: { ...world.state.repositories, [pull.repository]: { ...repository, head } },
  };
  tell(world, 'closed', merged);
  return { pull: merged, run: runOf(world, merged, who) };
}

function openOne(world: World, number: number): Pull {
  const pull = world.state.pulls.find((known) => known.number === number);
  if (pull === undefined) throw new Refusal(404, 'Not Found');
  if (pull.state !== 'open') throw new Refusal(405, 'Pull Request is not mergeable');
  return pull;
}

function keepPull(world: World, pull: Pull): void {
  const pulls = world.state.pulls.map((old) => (old.number === pull.number ? pull : old));
  world.state = { ...world.state, pulls };
}

/** The run that an event of a pull request begins: a plan while it is open, plan and apply once merged. */
function runOf(world: World, pull: Pull, actor: string): Run {
  const { head, defaultBranch } = repositoryOf(world, pull.repository);
  const common = {
    ...{ id: nextId(world), attempt: 1, repository: pull.repository, actor, pull: pull.number },
    ...{ createdAt: world.now },
  };
  const run: Run = pull.merged
    ? {
        ...{ ...common, workflow: 'infra', jobWorkflow: applyWorkflow, event: 'push' },
        ...{ ref: `refs/heads/${defaultBranch}`, headRef: '', baseRef: '', sha: head },
        ...{ environment: 'production', jobs: jobsOf(world, ['plan', 'apply']) },
      }
    : {
        ...{ ...common, workflow: 'pull', jobWorkflow: planWorkflow, event: 'pull_request' },
        ...{ ref: `refs/pull/${pull.number}/merge`, headRef: pull.branch, baseRef: defaultBranch },
        ...{ sha: pull.head, environment: null, jobs: jobsOf(world, ['plan']) },
      };
  world.state = { ...world.state, runs: [...world.state.runs, run] };
  for (const job of run.jobs) tellCheck(world, 'created', run, job);
  return run;
}

function jobsOf(world: World, names: readonly string[]): readonly Job[] {
  return names.map((name) => ({
    ...{ id: nextId(world), name, status: 'queued', conclusion: null },
    ...{ startedAt: null, endedAt: null, log: [], summary: '' },
  }));
}

function rerun(world: World, id: number): Run {
  const run = world.state.runs.find((known) => known.id === id);
  if (run === undefined) throw new Refusal(404, 'Not Found');
  if (run.jobs.some(({ status }) => status !== 'completed'))
    throw new Refusal(403, 'This workflow is already running');
  const jobs = jobsOf(
    world,
    run.jobs.map(({ name }) => name),
  );
  const again = { ...run, attempt: run.attempt + 1, jobs };
  const runs = world.state.runs.map((old) => (old.id === id ? again : old));
  world.state = { ...world.state, runs };
  for (const job of jobs) tellCheck(world, 'created', again, job);
  return again;
}

function tell(world: World, action: string, pull: Pull): void {
  const body = { action, number: pull.number, repository: { full_name: pull.repository } };
  world.deliveries.push({
    event: 'pull_request',
    body: { ...body, pull_request: pullAnswer(pull) },
  });
}

/** A pull request as GitHub's API and its events have it. */
export function pullAnswer(pull: Pull) {
  return {
    ...{ number: pull.number, state: pull.state, title: pull.title, merged: pull.merged },
    updated_at: new Date(pull.updatedAt).toISOString(),
    user: { login: pull.author },
    head: { sha: pull.head, ref: pull.branch },
    labels: [],
  };
}
