import {
  checkRunsOf,
  combinedStatusOf,
  refuseTooMany,
  statusAnswer,
  tellStatus,
} from './checks.ts';
import { pullAnswer } from './pipeline.ts';
import type { Comment, Status } from './state.ts';
import { nextId, Refusal, repositoryOf, type World } from './world.ts';

/** A call of the REST API. `body` is parsed JSON, or null. */
export interface RestCall {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>> | null;
}

export interface RestReply {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (world: World, parts: readonly string[], body: RestCall['body']) => RestReply;

/** What Sekisho and its workflows ask. Source: https://docs.github.com/rest */
const routes: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)$/, showRepository],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/pulls$/, listPulls],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/pulls\/(\d+)$/, showPull],
  ['POST', /^\/repos\/([\w.-]+\/[\w.-]+)\/statuses\/([0-9a-f]{40})$/, setStatus],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/commits\/([0-9a-f]{40})\/statuses$/, listStatuses],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/commits\/([0-9a-f]{40})\/status$/, showStatus],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/commits\/([0-9a-f]{40})\/check-runs$/, listChecks],
  ['POST', /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\/comments$/, addComment],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\/comments$/, listComments],
  ['GET', /^\/repos\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)\/jobs$/, listJobs],
];

/** Answers a call of the REST API. Errors: `Refusal` as GitHub refuses. */
export function answerRest(world: World, call: RestCall): RestReply {
  if (call.token !== world.state.apiToken) throw new Refusal(401, 'Bad credentials');
  for (const [method, shape, handler] of routes) {
    const found = method === call.method ? shape.exec(call.path) : null;
    if (found === null) continue;
    repositoryOf(world, found[1] ?? '');
    return handler(world, found.slice(1), call.body);
  }
  throw new Refusal(404, 'Not Found');
}

function showRepository(world: World, [name = '']: readonly string[]): RestReply {
  const { id, owner, ownerId, visibility, defaultBranch } = repositoryOf(world, name);
  const body = { id, full_name: name, visibility, default_branch: defaultBranch };
  return { status: 200, body: { ...body, owner: { login: owner, id: ownerId } } };
}

function listPulls(world: World, [name]: readonly string[]): RestReply {
  const open = world.state.pulls.filter((p) => p.repository === name && p.state === 'open');
  const newestFirst = open.toSorted((a, b) => b.updatedAt - a.updatedAt);
  return { status: 200, body: newestFirst.map(pullAnswer) };
}

function showPull(world: World, [name, number]: readonly string[]): RestReply {
  const pull = world.state.pulls.find((p) => p.repository === name && p.number === Number(number));
  if (pull === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: pullAnswer(pull) };
}

function setStatus(
  world: World,
  [repository = '', sha = '']: readonly string[],
  body: RestCall['body'],
): RestReply {
  const state = body?.['state'];
  if (state !== 'error' && state !== 'failure' && state !== 'pending' && state !== 'success')
    throw new Refusal(422, 'Validation Failed: state');
  const description = textOf(body?.['description']);
  if (description.length > 140) throw new Refusal(422, 'Validation Failed: description');
  const status: Status = {
    ...{ repository, sha, state, description, createdAt: world.now },
    context: textOf(body?.['context']) || 'default',
    targetUrl: textOf(body?.['target_url']) || null,
  };
  refuseTooMany(world, status);
  world.state = { ...world.state, statuses: [...world.state.statuses, status] };
  tellStatus(world, status);
  return { status: 201, body: statusAnswer(status) };
}

function listStatuses(world: World, [name, sha]: readonly string[]): RestReply {
  const found = world.state.statuses.filter((s) => s.repository === name && s.sha === sha);
  return { status: 200, body: found.toReversed().map(statusAnswer) };
}

function showStatus(world: World, [name = '', sha = '']: readonly string[]): RestReply {
  return { status: 200, body: combinedStatusOf(world, name, sha) };
}

function listChecks(world: World, [name = '', sha = '']: readonly string[]): RestReply {
  return { status: 200, body: checkRunsOf(world, name, sha) };
}

function addComment(
  world: World,
  [repository = '', issue]: readonly string[],
  body: RestCall['body'],
): RestReply {
  const text = textOf(body?.['body']);
  if (text === '' || text.length > 65_536) throw new Refusal(422, 'Validation Failed: body');
  const comment: Comment = {
    ...{ id: nextId(world), repository, issue: Number(issue), user: 'acme-bot', body: text },
    createdAt: world.now,
  };
  world.state = { ...world.state, comments: [...world.state.comments, comment] };
  return { status: 201, body: commentAnswer(comment) };
}

function listComments(world: World, [name, issue]: readonly string[]): RestReply {
  const found = world.state.comments.filter(
    (c) => c.repository === name && c.issue === Number(issue),
  );
  return { status: 200, body: found.map(commentAnswer) };
}

function commentAnswer({ id, user, body, createdAt }: Comment) {
  return { id, user: { login: user }, body, created_at: new Date(createdAt).toISOString() };
}

function listJobs(world: World, [name, id]: readonly string[]): RestReply {
  const run = world.state.runs.find((r) => r.repository === name && r.id === Number(id));
  if (run === undefined) throw new Refusal(404, 'Not Found');
  const jobs = run.jobs.map((job) => ({
    ...{ id: job.id, run_id: run.id, run_attempt: run.attempt, name: job.name },
    ...{ status: job.status, conclusion: job.conclusion },
  }));
  return { status: 200, body: { total_count: jobs.length, jobs } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
