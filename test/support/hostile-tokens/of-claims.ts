import { audience, type Hostile, type Makers } from './makers.ts';

/** Tokens that their issuer signed, and that say something else than they should. */
export function ofClaims({ issuer, now }: Makers): readonly Hostile[] {
  const at = now.getTime() / 1000;
  const { url } = issuer;
  const signed = (changes: Readonly<Record<string, unknown>>) =>
    issuer.sign(issuer.claims(changes));
  return [
    ['for another audience', () => signed({ aud: 'sts.amazonaws.com' }), 'audience aud'],
    ['for our address with a slash', () => signed({ aud: `${audience}/` }), 'audience aud'],
    [
      'for our address in other letters',
      () => signed({ aud: audience.toUpperCase() }),
      'audience aud',
    ],
    ['for several audiences, one of them us', () => signed({ aud: [audience] }), 'audience aud'],
    ['for a look-alike of us', () => signed({ aud: audience.replace('e', 'е') }), 'audience aud'],
    ['of another issuer', () => signed({ iss: 'https://evil.example' }), 'issuer iss'],
    ['of a path below the issuer', () => signed({ iss: `${url}/acme` }), 'issuer iss'],
    ['of a look-alike of the issuer', () => signed({ iss: url.replace('a', 'а') }), 'issuer iss'],
    ['that expired', () => signed({ iat: at - 600, nbf: at - 600, exp: at - 31 }), 'expired exp'],
    ['that is not yet valid', () => signed({ nbf: at + 31 }), 'not-yet-valid nbf'],
    ['issued in the future', () => signed({ iat: at + 31 }), 'not-yet-valid iat'],
    [
      'that was kept too long',
      () => signed({ iat: at - 931, nbf: at - 931, exp: at + 9000 }),
      'too-old iat',
    ],
    ['whose expiry is a text', () => signed({ exp: '99999999999' }), 'claims exp'],
    ['whose expiry is before its beginning', () => signed({ exp: at, nbf: at + 5 }), 'claims exp'],
    ['without an expiry', () => signed({ exp: undefined }), 'claims exp'],
    ['that expires never', () => signed({ exp: 1e300 }), 'claims exp'],
    ['without a jti', () => signed({ jti: undefined }), 'claims jti'],
    ['whose jti is a list', () => signed({ jti: ['a'] }), 'claims jti'],
    ['whose jti is empty', () => signed({ jti: '' }), 'claims jti'],
    [
      'whose repository id is a number',
      () => signed({ repository_id: 123456 }),
      'claims repository_id',
    ],
    [
      'whose repository id has a sign',
      () => signed({ repository_id: '+123456' }),
      'claims repository_id',
    ],
    [
      'whose repository holds a look-alike',
      () => signed({ repository: 'acme/infrа' }),
      'claims repository',
    ],
    [
      'whose ref holds an invisible letter',
      () => signed({ ref: 'refs/heads/\u200bmain' }),
      'claims ref',
    ],
    ['whose ref holds a line break', () => signed({ ref: 'refs/heads/main\nx' }), 'claims ref'],
    ['whose sha is short', () => signed({ sha: 'abc' }), 'claims sha'],
    [
      'whose runner is of no known kind',
      () => signed({ runner_environment: 'toaster' }),
      'claims runner_environment',
    ],
    [
      'without a workflow',
      () => signed({ job_workflow_ref: undefined }),
      'claims job_workflow_ref',
    ],
    [
      'whose subject is of another repository',
      () => signed({ sub: 'repo:evil/infra:ref:refs/heads/main' }),
      'claims sub',
    ],
    [
      'whose immutable subject has another id',
      () => signed({ sub: 'repo:acme@99/infra@654321:ref:x' }),
      'claims sub',
    ],
  ];
}
