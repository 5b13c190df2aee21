import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { newestStatuses, statusAnswer } from '../checks.ts';
import type { Runner } from '../runner/runner.ts';
import type { Run } from '../state.ts';
import { Refusal } from '../world.ts';
import { type Core, newSigningKey } from './core.ts';

const who = z.string().regex(/^[\w-]{1,39}$/);
const number = z.number().int().min(1);

const shapes = {
  'pull/open': z.strictObject({ who, title: z.string().min(1).max(200) }),
  'pull/push': z.strictObject({ who, pull: number }),
  'pull/merge': z.strictObject({ who, pull: number }),
  'run/again': z.strictObject({ run: number }),
  faults: z.strictObject({
    jwksDown: z.boolean().optional(),
    clockSkewSeconds: z.number().int().min(-86_400).max(86_400).optional(),
    tokensRefused: z.number().int().min(0).max(100).optional(),
  }),
  'keys/rotate': z.strictObject({ forget: z.boolean().default(false) }),
};

/** What people do on practice GitHub. Without a runner, its jobs stay queued. */
export function peopleRoutes(core: Core, runner: Runner | null): Hono {
  const routes = new Hono();
  const begin = (run: Run | undefined) => {
    if (run !== undefined) runner?.start(run.id);
  };
  const post = <Name extends keyof typeof shapes>(
    path: Name,
    act: (body: z.output<(typeof shapes)[Name]>) => object,
  ) =>
    routes.post(`/${path}`, async (c) => {
      const read = shapes[path].safeParse(await c.req.json().catch(() => null));
      if (!read.success) return c.json({ ok: false, error: read.error.message }, 400);
      return told(c, () => act(read.data as z.output<(typeof shapes)[Name]>));
    });
  const doing = (what: Parameters<Core['run']>[0] & { kind: 'person' }) => {
    const reply = core.run(what);
    begin(reply.run);
    return { pull: reply.pull?.number ?? null, run: reply.run?.id ?? null };
  };
  routes.get('/runs', (c) => c.json({ ok: true, runs: core.state().runs.slice(-20).map(shown) }));
  routes.get('/pulls', (c) => {
    const { pulls, statuses } = core.state();
    const withStatuses = pulls.slice(-20).map((pull) => ({
      ...pull,
      statuses: newestStatuses(statuses, pull.repository, pull.head).map(statusAnswer),
    }));
    return c.json({ ok: true, pulls: withStatuses });
  });
  post('pull/open', (body) => doing({ kind: 'person', what: { act: 'open-pull', ...body } }));
  post('pull/push', (body) => doing({ kind: 'person', what: { act: 'push', ...body } }));
  post('pull/merge', (body) => doing({ kind: 'person', what: { act: 'merge', ...body } }));
  post('run/again', (body) => doing({ kind: 'person', what: { act: 'rerun', ...body } }));
  post('faults', (body) => core.run({ kind: 'faults', set: withoutUndefined(body) }));
  post('keys/rotate', (body) => core.run({ kind: 'rotate', key: newSigningKey(), ...body }));
  return routes;
}

function told(c: Context, act: () => object): Response {
  try {
    return c.json({ ok: true, ...act() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ ok: false, error: error.message }, error.status as 400);
  }
}

/** A run as the console shows it. */
function shown({ id, attempt, event, pull, sha, actor, createdAt, jobs }: Run) {
  return { id, attempt, event, pull, sha, actor, createdAt, jobs };
}

type Defined<Body> = { [Field in keyof Body]: Exclude<Body[Field], undefined> };

function withoutUndefined<Body extends object>(body: Body): Defined<Body> {
  const set = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Defined<Body>;
}
