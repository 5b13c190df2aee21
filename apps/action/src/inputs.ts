import { resolve } from 'node:path';
import { Failure } from './failure.ts';
import type { Language } from './texts.ts';

/** What the workflow asks for. */
export interface Inputs {
  /** Without a trailing slash. */
  readonly url: string;
  readonly purpose: string;
  readonly plan: null | {
    /** Absolute. */
    readonly path: string;
    readonly jsonPath: string | null;
    readonly binary: string;
    readonly folder: string;
    /** The commit before the change; null when nobody said. */
    readonly base: string | null;
  };
  readonly waitSeconds: number;
  readonly mode: 'env' | 'profile' | 'credential_process';
  readonly profile: string;
  readonly region: string | null;
  readonly audience: string;
  readonly sessionSeconds: number;
  readonly outputCredentials: boolean;
  readonly language: Language;
}

/** Reads an input by its name, trimmed; empty when it is not given. */
export type GetInput = (name: string) => string;

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Errors: `Failure` `bad-input`, naming the first that cannot be used. */
export function readInputs(get: GetInput, cwd: string): Inputs {
  const url = urlOf(get('url'));
  const folder = resolve(cwd, get('working-directory') || '.');
  const path = get('plan');
  const jsonPath = get('plan-json');
  return {
    ...{ url, purpose: matching(get, 'purpose', /^[\w.-]{1,100}$/, 'a name like apply') },
    plan:
      path === ''
        ? null
        : {
            ...{ path: resolve(folder, path), folder, binary: get('binary') || 'terraform' },
            jsonPath: jsonPath === '' ? null : resolve(folder, jsonPath),
            base: baseOf(get),
          },
    waitSeconds: secondsOf(get('wait') || '1h'),
    mode: modeOf(get('mode')),
    profile: matching(get, 'profile', /^[\w.-]{1,60}$/, 'letters, digits, . _ -', 'sekisho'),
    region: matching(get, 'region', /^([a-z0-9-]{5,30})?$/, 'a region like eu-west-1') || null,
    audience: get('audience') || url,
    sessionSeconds: Number(
      matching(get, 'role-duration-seconds', /^(9\d\d|[1-9]\d{3,4})$/, '900 to 43200', '3600'),
    ),
    outputCredentials: get('output-credentials') === 'true',
    language: languageOf(get),
  };
}

/** Anything that is not Japanese is told in English. */
export function languageOf(get: GetInput): Language {
  return get('language') === 'ja' ? 'ja' : 'en';
}

/** Tokens go there: only over TLS, but for one's own machine. */
function urlOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const own = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const good = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && own));
  if (!good || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Failure('bad-input', { name: 'url', value, needed: 'https://…' });
  return value.replace(/\/+$/, '');
}

/** A branch that is new has no commit before it: GitHub then names zeros. */
function baseOf(get: GetInput): string | null {
  const base = matching(get, 'base', /^([0-9a-f]{40}|[0-9a-f]{64})?$/, 'a commit’s whole SHA');
  return /^0*$/.test(base) ? null : base;
}

function matching(
  get: GetInput,
  name: string,
  shape: RegExp,
  needed: string,
  fallback = '',
): string {
  const value = get(name) || fallback;
  if (shape.test(value)) return value;
  throw new Failure('bad-input', { name, value, needed });
}

function secondsOf(value: string): number {
  const parts = [...value.matchAll(/(\d{1,6})([smh])/g)];
  const whole = parts.map(([text]) => text).join('') === value && parts.length > 0;
  const seconds = parts.reduce(
    (sum, [, n, unit = 's']) => sum + Number(n) * (unitSeconds[unit] ?? 0),
    0,
  );
  // A job's own end at GitHub; more would be a typing error.
  if (whole && seconds <= 35 * 24 * 3600) return seconds;
  throw new Failure('bad-input', { name: 'wait', value, needed: '30m, 1h30m' });
}

function modeOf(value: string): Inputs['mode'] {
  const mode = value || 'credential_process';
  if (mode === 'env' || mode === 'profile' || mode === 'credential_process') return mode;
  throw new Failure('bad-input', {
    ...{ name: 'mode', value, needed: 'env, profile, credential_process' },
  });
}
