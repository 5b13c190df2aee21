import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { DoorEnv } from '../options.ts';
import { giveCookie, readCookie } from './cookies.ts';

const secure = new URL('https://sekisho.example.com');

/** What a browser is told, and what is read of what it sends. */
async function cookieOf(base: URL, sent = '') {
  const app = new Hono<DoorEnv>();
  app.get('/', (c) => {
    giveCookie(c, 'session', { base, value: 'ses_x', seconds: 60 });
    return c.text(readCookie(c, 'session', base));
  });
  const answer = await app.request('/', { headers: { cookie: sent } });
  return { told: answer.headers.get('set-cookie') ?? '', read: await answer.text() };
}

it('binds a session to this host, to https and to our own pages', async () => {
  const { told, read } = await cookieOf(secure, '__Host-sekisho=ses_y');
  const [named, ...flags] = told.split('; ');
  expect([named, read]).toEqual(['__Host-sekisho=ses_x', 'ses_y']);
  const wanted = ['HttpOnly', 'Max-Age=60', 'Path=/', 'SameSite=Lax', 'Secure'];
  expect(flags.toSorted()).toEqual(wanted);
});

it('takes nothing behind https that another host or a clear connection may have set', async () => {
  expect((await cookieOf(secure, 'sekisho=ses_y; sekisho-443=ses_y')).read).toBe('');
});

it('tells the ports of this machine apart, and needs no https there', async () => {
  const { told, read } = await cookieOf(new URL('http://localhost:4545'), 'sekisho-4546=ses_y');
  expect([told.split('=')[0], told.includes('Secure'), read]).toEqual(['sekisho-4545', false, '']);
});
