import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** An open pull request as GitHub lists it. */
export interface FakePull {
  readonly number: number;
  readonly head: string;
  readonly updatedAt: Date;
  readonly labels?: readonly string[];
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, string>> | null;
  /** Of the answer. */
  readonly status: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** GitHub over HTTP, as far as pull requests and commit statuses go; emptied before each test. */
export interface FakeGithub {
  /** Address of its API. */
  readonly api: string;
  /** What it was asked, the first first. */
  readonly asked: Asked[];
  /** The statuses that were set. */
  readonly statuses: () => readonly Asked[];
  /** Answers to give first, before it answers as itself. */
  readonly answers: Answer[];
  /** Open pull requests by repository, those that changed last first; others do not exist. */
  readonly pulls: Map<string, readonly FakePull[]>;
}

const perPage = 100;

export function useFakeGithub(): FakeGithub {
  const asked: Asked[] = [];
  const answers: Answer[] = [];
  const pulls = new Map<string, readonly FakePull[]>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += String(piece);
    const given = answers.shift() ?? answerAs(request, pulls);
    asked.push({
      ...{ method: request.method ?? '', path: request.url ?? '', status: given.status },
      authorization: request.headers.authorization,
      body: text === '' ? null : JSON.parse(text),
    });
    give(response, given);
  };
  const server = createServer((request, response) => void answer(request, response));
  let api = '';
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
    answers.length = 0;
    pulls.clear();
  });
  return {
    ...{ asked, answers, pulls },
    statuses: () => asked.filter(({ method }) => method === 'POST'),
    get api() {
      return api;
    },
  };
}

function give(response: ServerResponse, { status, headers = {}, body = '{}' }: Answer): void {
  response.writeHead(status, headers).end(status === 304 ? undefined : body);
}

function answerAs(
  request: IncomingMessage,
  pulls: ReadonlyMap<string, readonly FakePull[]>,
): Answer {
  if (request.method === 'POST') return { status: 201 };
  const url = new URL(request.url ?? '', 'http://github.invalid');
  const [, repository = ''] = /^\/api\/v3\/repos\/(.+)\/pulls$/.exec(url.pathname) ?? [];
  const all = pulls.get(repository);
  if (all === undefined) return { status: 404 };
  const page = Number(url.searchParams.get('page'));
  const body = JSON.stringify(all.slice((page - 1) * perPage, page * perPage).map(listed));
  const etag = `W/"${Buffer.from(JSON.stringify(all)).toString('base64url').slice(-40)}-${page}"`;
  if (request.headers['if-none-match'] === etag) return { status: 304 };
  const link = `<http://elsewhere.invalid/?page=${page + 1}>; rel="next"`;
  return { status: 200, headers: { etag, ...(page * perPage < all.length ? { link } : {}) }, body };
}

function listed({ number, head, updatedAt, labels = [] }: FakePull) {
  return {
    ...{ number, state: 'open', updated_at: updatedAt.toISOString(), title: 'x' },
    head: { sha: head, ref: 'topic' },
    labels: labels.map((name) => ({ id: 1, name })),
  };
}
