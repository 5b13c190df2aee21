import { beforeEach, describe, expect, it } from 'vitest';
import { createJobIssuer, type JobIssuer } from '../../../../test/support/job-issuer.ts';
import { createKeySets, type KeySets, TokenRefused } from '../index.ts';

let now: Date;
let issuer: JobIssuer;
let keys: KeySets;
beforeEach(async () => {
  now = new Date('2026-11-02T10:00:00Z');
  issuer = await createJobIssuer(() => now, 'https://sekisho.example.com');
  keys = createKeySets({ issuers: () => [issuer], fetch: issuer.fetch, now: () => now });
});

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const codeOf = async (kid: string, url = issuer.url) =>
  keys.find(url, kid).then(
    () => 'found',
    (error: unknown) => (error instanceof TokenRefused ? error.code : String(error)),
  );

describe('keys of an issuer', () => {
  it('are asked for once, by however many at once', async () => {
    const found = await Promise.all(Array.from({ length: 50 }, () => codeOf('first')));
    expect(new Set(found)).toEqual(new Set(['found']));
    expect(issuer.asked()).toBe(1);
  });

  it('that are new are found at once, and forged ids do not hammer the issuer', async () => {
    expect(await codeOf('first')).toBe('found');
    later(60);
    await issuer.rotate('second');
    expect(await codeOf('second')).toBe('found');
    expect(await codeOf('first')).toBe('unknown-key');
    for (let index = 0; index < 200; index += 1) await codeOf(`forged-${index}`);
    expect(issuer.asked()).toBe(2);
    later(30);
    await codeOf('forged');
    expect(issuer.asked()).toBe(3);
    expect(await codeOf('second')).toBe('found');
  });

  it('that were taken back are believed for ten minutes at most', async () => {
    await codeOf('first');
    await issuer.rotate('second');
    later(599);
    expect(await codeOf('first')).toBe('found');
    later(1);
    expect(await codeOf('first')).toBe('unknown-key');
  });

  it('outlast an hour of the issuer’s silence, not more', async () => {
    await codeOf('first');
    issuer.answer = () => Promise.reject(new Error('unreachable'));
    later(3599);
    expect(await codeOf('first')).toBe('found');
    later(1);
    expect(await codeOf('first')).toBe('keys-unreachable');
    issuer.answer = null;
    later(30);
    expect(await codeOf('first')).toBe('found');
  });

  it.each([
    ['an error', () => new Response('no', { status: 500 })],
    ['no JSON', () => new Response('<html>')],
    ['too much', () => new Response('x'.repeat(300_000))],
    ['too many keys', () => Response.json({ keys: Array.from({ length: 51 }, () => ({})) })],
  ])('answered with %s are none', async (_, answer) => {
    issuer.answer = answer;
    expect(await codeOf('first')).toBe('keys-unreachable');
  });

  it('that are weak, secret or for encryption are left out', async () => {
    const jwk = await issuer.publicJwk();
    const n = Buffer.alloc(128, 0xff).toString('base64url');
    issuer.answer = () =>
      Response.json({
        keys: [
          { ...jwk, kid: 'encryption', use: 'enc' },
          { kty: 'oct', kid: 'secret', k: 'c2VjcmV0', alg: 'HS256' },
          { ...jwk, kid: 'good' },
          { ...jwk, kid: 'broken', n: '!' },
          { ...jwk, kid: 'short', n },
        ],
      });
    const kids = ['encryption', 'secret', 'broken', 'short', 'good'];
    const found = await Promise.all(kids.map((kid) => codeOf(kid)));
    expect(found).toEqual([...Array.from({ length: 4 }, () => 'unknown-key'), 'found']);
  });

  it('of an issuer that nobody named are never asked for', async () => {
    expect(await codeOf('first', 'https://evil.example')).toBe('issuer');
    expect(issuer.asked()).toBe(0);
  });
});
