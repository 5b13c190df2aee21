import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutputOf } from '@sekisho/contract';
import { freePort } from '../../../support/free-port.ts';
import { createJobIssuer } from '../../../support/job-issuer.ts';
import type { Installation } from '../installation.ts';

type Answer = OutputOf<'ci.exchange'>;
type Purpose = 'apply' | 'open';

/** Jobs of one repository: an issuer of tokens that answers, and what a job asks with them. */
export interface Jobs {
  /** Practice's configuration, believing this issuer, with a purpose `open` that is lent by a window. */
  edit(yaml: string): string;
  /** Makes practice AWS believe the issuer. */
  introduce(house: Installation): Promise<void>;
  /** What a run is answered; repeated with a fresh token until somebody answers. */
  exchange(house: Installation, run: string, purpose: Purpose): Promise<Answer>;
  finish(house: Installation, run: string, lease: string): Promise<Answer>;
  /** A token of a run for this audience. */
  token(house: Installation, run: string, audience?: string): Promise<string>;
  close(): void;
}

const ours = 'https://sekisho.practice.invalid';
const plan = {
  sha256: '1'.repeat(64),
  json: { format_version: '1.2', terraform_version: '1.9.0', resource_changes: [] },
};
/** Claims that practice's configuration and trust policies want. */
const claims = {
  ...{ repository: 'acme/infra', repository_id: '7001', repository_owner_id: '9001' },
  ...{ sub: 'repo:acme/infra:environment:production', environment: 'production' },
  actor: 'taro-suzuki',
};

/** Opens an issuer on a port of its own. */
export async function openJobs(): Promise<Jobs> {
  const issuer = await createJobIssuer(() => new Date(0), ours);
  const keys = [await issuer.publicJwk()];
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${port}`;
  const prefix = `${process.pid}-${Date.now()}`;
  let tokens = 0;

  async function token({ sky }: Installation, run: string, audience = ours): Promise<string> {
    const iat = Math.floor(Date.parse((await sky.state()).now) / 1000);
    const times = { iat, nbf: iat - 5, exp: iat + 300, jti: `${prefix}-${++tokens}` };
    const job = { ...claims, ...times, iss: url, aud: audience, run_id: run };
    return issuer.sign(issuer.claims(job));
  }
  return {
    edit: (yaml) => withWindow(yaml.replace('https://github.practice.invalid', url)),
    introduce: ({ sky }) => sky.believe(url, keys),
    exchange: (house, run, purpose) =>
      ask(house, 'exchange', async () => ({ token: await token(house, run), purpose, plan })),
    finish: (house, run, lease) =>
      ask(house, 'finish', async () => ({ token: await token(house, run), lease })),
    token,
    close: () => void server.close(),
  };
}

/** The same repository may open a window on practice's other strong role as well. */
function withWindow(yaml: string): string {
  const apply = /\n {8}apply:\n(?: {10}.*\n)+/.exec(yaml)?.[0] ?? '';
  const open = apply
    .replace('apply:', 'open:\n          approach: window')
    .replace('role/sekisho-ci-apply', 'role/sekisho-ci-window')
    .replace(/ {10}externalId: .*\n/, '');
  return yaml
    .replace(apply, apply + open.slice(1))
    .replace('purposes: [apply]', 'purposes: [apply, open]');
}

const pauseMs = 200;
const answerMs = 20_000;
const patienceMs = 240_000;

/** Asks again, with a token that nobody used, until the server that is there answers. */
async function ask(
  house: Installation,
  verb: 'exchange' | 'finish',
  body: () => Promise<object>,
): Promise<Answer> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await send(`${house.url()}/api/v1/ci/${verb}`, await body());
    if (answer?.ok === true) return (await answer.json()) as Answer;
    const isOver = answer !== null && ![502, 503, 504].includes(answer.status);
    if (isOver || Date.now() > end) {
      throw new Error(
        `ci.${verb}: ${answer?.status ?? 'no answer'} ${(await answer?.text()) ?? ''}`,
      );
    }
    await sleep(pauseMs);
  }
}

function send(url: string, body: object): Promise<Response | null> {
  const signal = AbortSignal.timeout(answerMs);
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
    () => null,
  );
}
