import { type Exchange, runTool } from './run-tool.ts';
import type { Scene, Shown } from './scene.ts';
import { makeThings, withThings } from './things.ts';

interface Inside {
  readonly hat: string;
  readonly phases: readonly string[];
  readonly examples: number;
  readonly choice: readonly string[];
  /** Whether the calls meet leases and the like that were made for them. */
  readonly meets: boolean;
}

/** It stops all lending, which would leave the others nothing but refusals: so it goes last, and alone. */
const stopsAll = 'leaseStopAll';
/** A stream has no end that a check could wait for: it is looked at by itself. */
const stream = '/api/v1/events';
const others = ['--exclude-path', stream, '--exclude-operation-id', stopsAll];

const allPhases = ['examples', 'coverage', 'fuzzing'];

const passes: readonly Inside[] = [
  { hat: 'engineer', phases: ['examples', 'fuzzing'], examples: 2, choice: others, meets: false },
  { hat: 'sre', phases: allPhases, examples: 2, choice: others, meets: true },
  {
    ...{ hat: 'sre', phases: allPhases, examples: 2, meets: false },
    choice: ['--include-operation-id', stopsAll, '--include-operation-id', 'leaseResume'],
  },
];

const checks = [
  ...['not_a_server_error', 'status_code_conformance', 'content_type_conformance'],
  ...['response_headers_conformance', 'response_schema_conformance'],
];

/** Every operation as people who may: no 500, and answers as the document says. */
export async function* insidePasses(scene: Scene): AsyncGenerator<Shown> {
  const all: Exchange[] = [];
  yield await streamShown(scene);
  for (const [index, pass] of passes.entries()) {
    const things = pass.meets ? await makeThings(scene.practice) : {};
    const { code, exchanges } = await runTool(
      {
        ...{ name: `inside-${index}`, origin: scene.practice.origin, ...pass, checks },
        headers: { Authorization: `Bearer ${scene.practice.secret}`, 'Sekisho-Hat': pass.hat },
        document: withThings(scene.document, things),
      },
      scene.folder,
    );
    all.push(...exchanges);
    yield {
      title: `${pass.hat}: ${exchanges.length} calls, answered as the document says`,
      wrong: code === 0 ? [] : [`The tool ended with ${String(code)}; what it found is above.`],
    };
  }
  yield reached(scene, all);
}

/** Signed in, the stream begins, and is a stream. */
async function streamShown({ practice }: Scene): Promise<Shown> {
  const response = await fetch(practice.origin + stream, {
    headers: { authorization: `Bearer ${practice.secret}` },
  });
  await response.body?.cancel();
  const told = `${response.status} ${String(response.headers.get('content-type'))}`;
  const wrong = told === '200 text/event-stream' ? [] : [`It was answered ${told}.`];
  return { title: 'the stream of events begins', wrong };
}

/** What practice has none of, so that calls can only be refused. */
const absent: Readonly<Record<string, string>> = {
  '/api/v1/ops/spare': 'no server has idled yet',
  '/api/v1/ops/replace': 'no image was promoted since its servers came',
  '/api/v1/ops/sessions/show': 'nobody has opened a session on a server',
  '/api/v1/ops/sessions/replay': 'as above',
  '/api/v1/access/live-sessions-propose': 'its configuration ends no live sessions',
  '/api/v1/access/live-sessions-approve': 'as above',
  '/api/v1/access/live-sessions-revoke': 'as above',
  '/api/v1/membership/return': 'the only one is needed by the other calls',
  '/api/v1/ci/exchange': 'a job has a token of its own, and each is good once',
  '/api/v1/ci/finish': 'as above',
  '/api/v1/ci/extend': 'no job has asked',
  '/api/v1/ci/stop': 'no job has asked',
  '/api/v1/ci/plan': 'no job has asked',
  '/api/v1/slo/acknowledge': 'nobody was paged yet',
  '/api/v1/slo/link': 'nobody was paged yet',
  '/api/v1/slo/override': 'no commit is held up',
  '/api/v1/slo/review-done': 'an action has its id only once the calls have noted it',
  '/api/v1/recovery/settle': 'its database was never restored',
  '/api/v1/people/unlink': 'nobody logs in: people wear hats',
  '/api/v1/session/revoke': 'nobody logs in: people wear hats',
  '/api/v1/passkey/remove': 'nobody logs in: people wear hats',
};

/** A run that only meets refusals would show little: whatever practice has is answered with 200 once. */
function reached({ document }: Scene, exchanges: readonly Exchange[]): Shown {
  const done = new Set(exchanges.filter(({ status }) => status === 200).map(({ path }) => path));
  const paths = Object.keys((document as { paths: object }).paths).filter((p) => p !== stream);
  const never = paths.filter((path) => !done.has(path) && absent[path] === undefined);
  return {
    title: `${done.size} of ${paths.length} operations were done at least once`,
    wrong: never.map((path) => `${path} was never answered with 200.`),
  };
}
