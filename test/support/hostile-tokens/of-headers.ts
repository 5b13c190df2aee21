import { createHmac } from 'node:crypto';
import { encode, type Hostile, type Makers, rs256, unsigned } from './makers.ts';

/** Tokens whose header lies. */
export function ofHeaders({ issuer, stranger }: Makers): readonly Hostile[] {
  return [
    [
      'without a signature (alg none)',
      () => unsigned({ ...rs256, alg: 'none' }, issuer.claims()),
      'algorithm alg',
    ],
    ['with alg NoNe', () => unsigned({ ...rs256, alg: 'NoNe' }, issuer.claims()), 'algorithm alg'],
    ['with an empty signature', () => `${encode(rs256)}.${encode(issuer.claims())}.`, 'malformed'],
    ['signed with the public key as a shared secret', () => hs256(issuer), 'algorithm alg'],
    [
      'whose alg is a list',
      () => unsigned({ ...rs256, alg: ['RS256'] }, issuer.claims()),
      'algorithm alg',
    ],
    [
      'whose alg is not that of its key',
      () => unsigned({ ...rs256, alg: 'PS256' }, issuer.claims()),
      'algorithm alg',
    ],
    [
      'that brings its own key (jwk)',
      async () => stranger.sign(issuer.claims(), { jwk: await stranger.publicJwk() }),
      'header jwk',
    ],
    [
      'that says where its keys are (jku)',
      () => stranger.sign(issuer.claims(), { jku: 'https://evil.example/jwks' }),
      'header jku',
    ],
    [
      'that says where its certificate is (x5u)',
      () => stranger.sign(issuer.claims(), { x5u: 'https://evil.example/x' }),
      'header x5u',
    ],
    [
      'that brings a certificate (x5c)',
      () => stranger.sign(issuer.claims(), { x5c: ['AAAA'] }),
      'header x5c',
    ],
    [
      'with critical headers',
      () => unsigned({ ...rs256, crit: ['b64'], b64: false }, issuer.claims()),
      'header crit',
    ],
    ['with b64=false', () => unsigned({ ...rs256, b64: false }, issuer.claims()), 'header b64'],
    [
      'whose kid is a path',
      () => unsigned({ ...rs256, kid: '../../etc/passwd\u0000' }, issuer.claims()),
      'header kid',
    ],
    [
      'whose kid is no text',
      () => unsigned({ ...rs256, kid: { $ne: 1 } }, issuer.claims()),
      'header kid',
    ],
    ['without a kid', () => unsigned({ typ: 'JWT', alg: 'RS256' }, issuer.claims()), 'header kid'],
    ['of another type', () => unsigned({ ...rs256, typ: 'at+jwt' }, issuer.claims()), 'header typ'],
    [
      'with alg twice',
      () =>
        `${encode('{"alg":"none","alg":"RS256","kid":"first"}')}.${encode(issuer.claims())}.c2ln`,
      'duplicate-claim',
    ],
  ];
}

/** Signed with the public key as if it were a shared secret. */
async function hs256(issuer: Makers['issuer']): Promise<string> {
  const text = `${encode({ ...rs256, alg: 'HS256' })}.${encode(issuer.claims())}`;
  const secret = JSON.stringify(await issuer.publicJwk());
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
