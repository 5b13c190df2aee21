import type { Context } from 'hono';
import { html } from 'hono/html';
import { tell } from '../../told.ts';
import type { DoorEnv } from '../options.ts';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,"Hiragino Sans","Noto Sans JP",sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem}h1{font-size:1.3rem}a{display:inline-block;margin-top:1rem}';

/** Tells somebody in a browser why they did not get in, and what to do. */
export async function refusalPage(
  c: Context<DoorEnv>,
  error: unknown,
  again: string,
): Promise<Response> {
  const reader = c.get('reader');
  const told = tell(error, reader, c.get('requestId'));
  for (const [name, value] of Object.entries(told.headers)) c.header(name, value);
  const anew = reader.language === 'ja' ? 'もう一度ログインする' : 'Sign in again';
  const texts = [told.why, told.fix];
  return page(c, {
    title: told.title,
    texts,
    link: { to: again, text: anew },
    status: told.status,
  });
}

/** Where somebody is after signing out: the provider would let them in again at once. */
export async function signedOutPage(c: Context<DoorEnv>): Promise<Response> {
  const ja = c.get('reader').language === 'ja';
  return page(c, {
    title: ja ? 'ログアウトしました' : 'You are signed out',
    texts: [],
    link: { to: '/login', text: ja ? 'ログイン' : 'Sign in' },
    status: 200,
  });
}

interface PageParts {
  readonly title: string;
  readonly texts: readonly string[];
  readonly link: { readonly to: string; readonly text: string };
  readonly status: number;
}

/** A page of its own; nothing of it is a script. */
async function page(
  c: Context<DoorEnv>,
  { title, texts, link, status }: PageParts,
): Promise<Response> {
  c.header('content-security-policy', policy);
  c.header('cache-control', 'no-store');
  const paragraphs = texts.map((text) => html`<p>${text}</p>`);
  return c.html(
    html`<!doctype html><html lang="${c.get('reader').language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sekisho</title><style>${style}</style></head><body><main><img src="/favicon.svg" width="40" height="40" alt=""><h1>${title}</h1>${paragraphs}<a href="${link.to}">${link.text}</a></main></body></html>`,
    status as 200,
  );
}
