import { Hono } from 'hono';
import { z } from 'zod';
import type { RequestUrl } from './request-url.ts';

const Body = z.strictObject({ url: z.url().nullable() });

/** `POST /request-url {url}`: HTTP mode towards that URL; null goes back to Socket Mode. */
export function requestUrlRoute(target: RequestUrl): Hono {
  return new Hono().post('/request-url', async (c) => {
    const body = Body.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ ok: false, error: z.prettifyError(body.error) }, 400);
    try {
      await target.set(body.data.url ?? undefined);
      return c.json({ ok: true });
    } catch (cause) {
      return c.json(
        { ok: false, error: cause instanceof Error ? cause.message : String(cause) },
        400,
      );
    }
  });
}
