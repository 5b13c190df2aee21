import { encode, type Hostile, type Makers, rs256 } from './makers.ts';

/** Tokens that are no tokens, or were changed on their way. */
export function ofShapes({ issuer, stranger }: Makers): readonly Hostile[] {
  const signed = (changes: Readonly<Record<string, unknown>>) =>
    issuer.sign(issuer.claims(changes));
  const body = () => JSON.stringify(issuer.claims());
  return [
    ['that is empty', () => '', 'malformed'],
    ['that is no token', () => 'sekisho', 'malformed'],
    ['of two parts', async () => (await signed({})).split('.').slice(0, 2).join('.'), 'malformed'],
    ['of five parts', () => 'a.b.c.d.e', 'malformed'],
    ['with a line break at its end', async () => `${await signed({})}\n`, 'malformed'],
    ['with padding', async () => `${await signed({})}=`, 'malformed'],
    ['cut short', async () => (await signed({})).slice(0, -9), 'signature'],
    ['whose claims were changed', () => forged(issuer), 'signature'],
    ['signed with another key of the same kid', () => stranger.sign(issuer.claims()), 'signature'],
    ['that is oversized', () => signed({ filler: 'x'.repeat(16_384) }), 'too-long'],
    ['whose claims are a list', () => issuer.sign('[1]'), 'malformed'],
    ['whose claims are null', () => issuer.sign('null'), 'malformed'],
    ['whose claims are cut', () => issuer.sign(body().slice(0, -1)), 'malformed'],
    [
      'nested deeply',
      () => issuer.sign(`{"a":${'['.repeat(4000)}${']'.repeat(4000)}}`),
      'malformed',
    ],
    [
      'with a claim twice',
      () => issuer.sign(body().replace('{', '{"repository_id":"1",')),
      'duplicate-claim',
    ],
    [
      'with a claim twice, once escaped',
      () => issuer.sign(body().replace('{', '{"repository\\u005fid":"1",')),
      'duplicate-claim',
    ],
    [
      'with a claim twice inside another',
      () => issuer.sign(body().replace('{', '{"x":{"y":1,"y":2},')),
      'duplicate-claim',
    ],
    [
      'that is no UTF-8',
      () => `${encode(rs256)}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.c2ln`,
      'malformed',
    ],
    ['that begins with a byte-order mark', () => issuer.sign(`\ufeff${body()}`), 'malformed'],
    [
      'with __proto__ as a claim',
      () => issuer.sign(body().replace('{', '{"__proto__":{"aud":"x"},').replace('"iss"', '"isz"')),
      'claims iss',
    ],
  ];
}

async function forged(issuer: Makers['issuer']): Promise<string> {
  const [head = '', , signature = ''] = (await issuer.sign(issuer.claims())).split('.');
  return `${head}.${encode(issuer.claims({ ref: 'refs/heads/evil' }))}.${signature}`;
}
