import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifiedTokens } from './tokens.ts';

const now = Date.parse('2026-05-01T00:00:00Z');
const issuer = 'http://127.0.0.1:4545/practice/github/oidc';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1' }];
const read = verifiedTokens(() => [{ provider: 'token.example', issuer, keys }]);

interface Forged {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: KeyObject;
}

function tokenOf({ header = {}, claims = {}, key = own.privateKey }: Forged = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'RS256', kid: 'k1', ...header });
  const body = `${head}.${part({ iss: issuer, sub: 'job', exp: now / 1000 + 1, ...claims })}`;
  return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`;
}

describe('verifiedTokens', () => {
  it('believes a token that the issuer signed, while it lasts', () => {
    expect(read(tokenOf(), now)).toMatchObject({
      provider: 'token.example',
      claims: { sub: 'job' },
    });
    expect(() => read(tokenOf(), now + 1000)).toThrow('Token expired');
  });

  it('believes nobody else', () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const forged: readonly Forged[] = [
      { key: stranger },
      { header: { alg: 'none' } },
      { header: { kid: 'k2' } },
      { claims: { iss: 'https://other.example' } },
    ];
    for (const one of forged) expect(() => read(tokenOf(one), now)).toThrow(/verify|provider/);
    const [head = '', , seal = ''] = tokenOf().split('.');
    const [, claims = ''] = tokenOf({ claims: { sub: 'other' } }).split('.');
    expect(() => read(`${head}.${claims}.${seal}`, now)).toThrow(/verify/);
    expect(() => read('nonsense', now)).toThrow(/could not be read/);
  });
});
