import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** A lease as the door knows it. */
interface Lease {
  readonly id: string;
  readonly key: string;
  readonly plan: { sha256: string; json: unknown } | null;
  state: string;
  finished: boolean;
}

/** A server that keeps the contract of `ci.exchange` and `ci.finish`: tokens are verified, each is good once. */
export interface Door {
  readonly url: string;
  readonly leases: readonly Lease[];
  /** Secrets that it gave, oldest first. */
  readonly given: readonly string[];
  /** State of leases from now on. */
  become(state: string): void;
  /** So many calls answer 503. */
  fail(times: number): void;
  /** Refuses with this problem from now on. */
  refuse: null | { readonly status: number; readonly code: string; readonly detail: string };
  approach: 'broker' | 'window';
  /** When leases end, ISO 8601. */
  deadline: string;
  close(): void;
}

const region = 'ap-northeast-1';

/** @param issuer whose tokens it believes */
export async function openDoor(issuer: string): Promise<Door> {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`));
  const seen = new Set<string>();
  const leases: Lease[] = [];
  const given: string[] = [];
  let state = 'requested';
  let failures = 0;
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => answer(response, 500, String(error)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (failures > 0) {
      failures -= 1;
      return answer(response, 503, 'down');
    }
    const { refuse } = door;
    if (refuse !== null) return answer(response, refuse.status, refuse);
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
    const { payload } = await jwtVerify(String(body['token']), keys, { issuer, audience: url });
    if (seen.has(String(payload.jti))) {
      return answer(response, 401, { code: 'token-refused', detail: 'used before' });
    }
    seen.add(String(payload.jti));
    if (request.url === '/api/v1/ci/exchange')
      return answer(response, 200, exchange(payload, body));
    const lease = leases.find(({ id }) => id === body['lease']);
    if (lease !== undefined) [lease.finished, lease.state] = [true, 'ended'];
    answer(response, 200, { lease: body['lease'] });
  }

  function exchange(claims: Record<string, unknown>, body: Record<string, unknown>): object {
    const plan = (body['plan'] ?? null) as Lease['plan'];
    const { repository_id: id, run_id: run, run_attempt: attempt } = claims;
    const key = JSON.stringify([id, run, attempt, body['purpose'], plan?.sha256]);
    let lease = leases.find((known) => known.key === key);
    if (lease !== undefined && plan?.json !== undefined) throw new Error('the plan was sent twice');
    if (lease === undefined)
      leases.push(
        (lease = { ...{ id: `L-${leases.length + 1}`, key, plan }, state, finished: false }),
      );
    const active = lease.state === 'active';
    const lent = active && door.approach === 'broker';
    const role = { arn: 'arn:aws:iam::111111111111:role/apply', sessionName: lease.id, region };
    return {
      ...{
        lease: lease.id,
        state: lease.state,
        url: `${url}/leases/${lease.id}`,
        retryAfterSeconds: 0.3,
      },
      message: active
        ? 'Lent.'
        : lease.state === 'denied'
          ? 'Ken said no.'
          : 'Waits for an approver.',
      deadline: active ? door.deadline : null,
      credentials: lent ? newCredentials() : null,
      role: active && !lent ? role : null,
    };
  }

  function newCredentials() {
    const secretAccessKey = createHash('sha256').update(randomUUID()).digest('hex').slice(0, 40);
    given.push(secretAccessKey);
    const expiresAt = '2030-01-01T00:15:00Z';
    return {
      accessKeyId: 'ASIATEST0000000000',
      secretAccessKey,
      sessionToken: `session-${secretAccessKey}`,
      expiresAt,
    };
  }

  const door: Door = {
    ...{ url, leases, given, refuse: null, approach: 'broker' },
    deadline: '2030-01-01T01:00:00Z',
    become(next) {
      state = next;
      for (const lease of leases) lease.state = next;
    },
    fail: (times) => void (failures = times),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return door;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
