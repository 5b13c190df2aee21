import { createGraphqlSurvey } from '@sekisho/counting/graphql';
import { judgeGraphql } from '@sekisho/objectives/doctor';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';
import type { Examined } from './examined.ts';
import { readBounded } from './read-bounded.ts';

/** A query that is right, and two that are not: what does the server say in HTTP's words? */
const queries = ['{ __typename }', '{ thisFieldIsNotThere }', '{'];
const mostBytes = 1024 * 1024;

/** What a file of answers (JSON Lines) tells, or a server itself when its address is given. */
export async function examineGraphql(host: Host, name: string): Promise<Examined> {
  const findings = /^https?:\/\//i.test(name) ? await probe(host, name) : await samples(host, name);
  return { name, kind: 'graphql', ...findings, connection: null, targets: new Map() };
}

async function samples(host: Host, name: string) {
  const survey = createGraphqlSurvey();
  survey.push(Buffer.from(await readBounded(host, name)));
  survey.end();
  return judgeGraphql({ ...survey.told(), subject: name });
}

async function probe(host: Host, url: string) {
  const statuses: number[] = [];
  for (const [index, query] of queries.entries()) {
    const { status, isGraphql } = await ask(host, url, query);
    if (index === 0 && !isGraphql) throw unreachable(host, url, `HTTP ${status}, not GraphQL`);
    if (index > 0) statuses.push(status);
  }
  const none = { bad: 0, excluded: 0, withErrors: 0, withoutCode: 0, unnamed: 0, unread: 0 };
  const behind200 = statuses.filter((status) => status < 400).length;
  const { pathname: subject } = new URL(url);
  const probed = { statuses };
  return judgeGraphql({ ...none, subject, operations: queries.length, behind200, probed });
}

async function ask(host: Host, url: string, query: string) {
  const accept = 'application/json, application/graphql-response+json;q=0.5';
  const headers = { 'content-type': 'application/json', accept };
  const body = JSON.stringify({ query });
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await host.fetch(url, { method: 'POST', headers, body, signal });
    const text = await response.text();
    return {
      status: response.status,
      isGraphql: /"(?:data|errors)"/.test(text.slice(0, mostBytes)),
    };
  } catch (error) {
    throw unreachable(host, url, error instanceof Error ? error.name : 'unknown');
  }
}

function unreachable(host: Host, url: string, detail: string): Failure {
  const { origin, pathname } = new URL(url);
  return new Failure(
    'unavailable',
    say(host, 'doctor-unreachable', { url: `${origin}${pathname}`, detail }),
  );
}
