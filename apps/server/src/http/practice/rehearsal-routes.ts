import { randomUUID } from 'node:crypto';
import { AppError, type House } from '@sekisho/core';
import { Hono } from 'hono';
import type { Rehearsals } from '../../practice/rehearsal/rehearsals.ts';
import { readJson } from '../../read-json.ts';
import { nothingHere } from '../../refusals.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv } from '../options.ts';
import type { WhoAsks } from '../who-asks.ts';

/** More than that is played in several calls, so that none takes long. */
const mostMinutes = 30;

/**
 * An incident on a clock of its own: `POST /` begins one, `POST /:id/minutes {minutes}` plays on.
 * Errors: `not-found` for one that is not known, `bad-input` for minutes out of range.
 */
export function rehearsalRoutes(house: House, whoAsks: WhoAsks): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  let opened: Promise<Rehearsals> | null = null;
  // Loaded when somebody rehearses: no server needs it to open.
  const rehearsals = () => (opened ??= load(house));
  routes.post('/', async (c) => {
    await whoAsks(c);
    const begun = await (await rehearsals()).begin();
    if (begun === null) throw nothingHere(c.req.path);
    return c.json(begun);
  });
  refuseOtherMethods(routes, '/', 'POST');
  routes.post('/:id/minutes', async (c) => {
    await whoAsks(c);
    const { minutes } = await readJson(c.req.raw);
    const isGood = typeof minutes === 'number' && minutes >= 1 && minutes <= mostMinutes;
    if (!isGood || !Number.isInteger(minutes)) throw badMinutes(minutes);
    const played = await (await rehearsals()).play(c.req.param('id'), minutes);
    if (played === null) throw nothingHere(c.req.path);
    return c.json(played);
  });
  refuseOtherMethods(routes, '/:id/minutes', 'POST');
  return routes;
}

function badMinutes(value: unknown): AppError {
  const needed = `1–${mostMinutes}`;
  return new AppError('bad-input', {
    ...{ field: 'minutes', value: String(value), problem: 'not-good', needed },
  });
}

async function load(house: House): Promise<Rehearsals> {
  const [{ openRehearsals }, { tellRehearsed }] = await Promise.all([
    import('../../practice/rehearsal/rehearsals.ts'),
    import('../../practice/rehearsal/tell.ts'),
  ]);
  return openRehearsals({
    config: house.config,
    now: () => house.clock.now().getTime(),
    newId: () => randomUUID().slice(0, 8),
    tell: tellRehearsed(house),
  });
}
