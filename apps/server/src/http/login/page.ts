import type { Context } from 'hono';
import { html } from 'hono/html';
import { tell } from '../../told.ts';
import type { DoorEnv } from '../options.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem}h1{font-size:1.3rem}a{display:inline-block;margin-top:1rem}';

/** Tells somebody in a browser why they did not get in, and what to do; nothing of it is a script. */
export async function refusalPage(
  c: Context<DoorEnv>,
  error: unknown,
  again: string,
): Promise<Response> {
  const reader = c.get('reader');
  const told = tell(error, reader, c.get('requestId'));
  const anew = reader.language === 'ja' ? 'もう一度ログインする' : 'Sign in again';
  for (const [name, value] of Object.entries(told.headers)) c.header(name, value);
  c.header('content-security-policy', policy);
  c.header('cache-control', 'no-store');
  return c.html(
    html`<!doctype html><html lang="${reader.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sekisho</title><style>${style}</style></head><body><main><img src="/favicon.svg" width="40" height="40" alt=""><h1>${told.title}</h1><p>${told.why}</p><p>${told.fix}</p><a href="${again}">${anew}</a></main></body></html>`,
    told.status as 400,
  );
}
