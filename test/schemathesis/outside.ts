import { runTool } from './run-tool.ts';
import type { Scene, Shown } from './scene.ts';
import { doneSince, letIn, newest, type Stranger, strangersAt } from './strangers.ts';

/** Every operation as everybody who may not get in: each is refused, and nothing is written. */
export async function* outsidePasses(scene: Scene): AsyncGenerator<Shown> {
  for (const stranger of await strangersAt(scene.practice)) yield* refused(scene, stranger);
}

async function* refused(scene: Scene, stranger: Stranger): AsyncGenerator<Shown> {
  const { practice, document, folder } = scene;
  const head = (await newest(practice))[0]?.number ?? 0;
  const { code, exchanges } = await runTool(
    {
      ...{ name: stranger.name, origin: practice.origin, headers: stranger.headers, document },
      ...{ phases: ['examples', 'fuzzing'], examples: 1, checks: ['not_a_server_error'] },
      choice: [],
    },
    folder,
  );
  const called = new Set(exchanges.map(({ path }) => path));
  const missed = Object.keys((document as { paths: object }).paths).filter((p) => !called.has(p));
  yield {
    title: `${stranger.name}: ${exchanges.length} calls of ${called.size} operations, each refused`,
    wrong: [
      ...(code === 0 ? [] : [`The tool ended with ${String(code)}.`]),
      ...missed.map((path) => `${path} was not called.`),
      ...letIn(stranger, exchanges).map((e) => `${e.method} ${e.path} was answered ${e.status}.`),
    ],
  };
  const done = doneSince(head, await newest(practice));
  yield {
    title: `${stranger.name}: nothing was written after entry ${head}`,
    wrong: done.map((e) => `Entry ${e.number}: ${e.action} by ${e.actor.kind} ${e.actor.id}.`),
  };
}
