import { classifyGraphql } from '../graphql/classify.ts';
import type { JsonObject } from '../graphql/record.ts';
import { defaultRules, type GraphqlRules } from '../graphql/rules.ts';
import type { Verdict as GraphqlVerdict } from '../graphql/verdict.ts';
import { clearFields, createLogEvent, type LogEvent, setField } from '../lines/log-event.ts';
import { compileSli } from '../sli/compile.ts';
import type { Sli } from '../sli/declaration.ts';
import type { UserEvent } from './user-event.ts';

/** What users met in one UTC minute: exact integers. */
export interface UserMinute {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly minute: number;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
  /** Good for the budget, but the client's own error. */
  readonly clientErrors: number;
}

export interface UserCounter {
  /** Counts what arrived at an instant, in milliseconds since 1970. */
  add(events: readonly UserEvent[], now: number): void;
  /** In the order of time. */
  minutes(): readonly UserMinute[];
}

type Slot = { -readonly [Key in keyof UserMinute]: UserMinute[Key] };

/** Statuses that stand for what a user met where HTTP has no word for it. */
const noAnswer = 599;
const serverFault = 500;
const clientFault = 400;

/**
 * Counts what users met, by an SLI: the same declaration as of logs, so that both can be compared.
 *
 * No answer is judged as status 599; a GraphQL answer by what was in it: the server's failure as 500,
 * the client's own error as 400, and an operation is the path `/graphql#NAME`.
 */
export function createUserCounter(sli: Sli, rules: GraphqlRules = defaultRules): UserCounter {
  const { judge } = compileSli(sli);
  const event = createLogEvent();
  const slots = new Map<number, Slot>();

  function count(user: UserEvent, now: number): void {
    const answer = user.graphql === null ? null : judgeAnswer(user, rules);
    fill(event, user, statusOf(user, answer));
    const verdict = judge(event);
    if (verdict === 'outside') return;
    const minute = Math.floor((now - user.ageMs) / 60_000);
    const empty = { minute, good: 0, bad: 0, excluded: 0, clientErrors: 0 };
    const slot = slots.get(minute) ?? empty;
    slots.set(minute, slot);
    const left = user.excluded || answer?.counts === 'excluded';
    slot[left ? 'excluded' : verdict] += user.weight;
    if (!left && verdict === 'good' && answer?.class === 'client') slot.clientErrors += user.weight;
  }

  return {
    add: (events, now) => {
      for (const user of events) count(user, now);
    },
    minutes: () => [...slots.values()].toSorted((a, b) => a.minute - b.minute),
  };
}

function statusOf({ status }: UserEvent, answer: GraphqlVerdict | null): number {
  if (status === null) return noAnswer;
  if (answer?.counts === 'bad') return Math.max(status, serverFault);
  return answer?.class === 'client' ? Math.max(status, clientFault) : status;
}

/** The page saw less than the server wrote: what it saw is put as an answer, and judged as any other. */
function judgeAnswer({ status, graphql }: UserEvent, rules: GraphqlRules): GraphqlVerdict | null {
  if (graphql === null) return null;
  const { data, codes } = graphql;
  const errors = codes.map(errorOf);
  const given = data === 'absent' ? {} : { data: data === 'null' ? null : {} };
  const body = data === 'not-graphql' ? '' : JSON.stringify({ ...given, errors });
  const verdict = classifyGraphql({ status, contentType: 'application/json', body }, rules);
  return 'results' in verdict ? null : verdict;
}

/** An error that is judged as the one that the page saw: its codes and statuses, wherever they stood. */
function errorOf(said: string): JsonObject {
  const parts = said.split('|').filter((part) => part !== '');
  const statuses = parts.filter((part) => /^\d{3}$/.test(part)).map(Number);
  const [code, errorType, classification, ...others] = parts.filter(
    (part) => part !== '@' && !/^\d+$/.test(part),
  );
  const [type] = others;
  return {
    extensions: { code, errorType, classification, status: statuses[0] },
    type,
    ...(parts.includes('@') ? { locations: [{}] } : {}),
  };
}

function fill(event: LogEvent, { method, path, host, latencyMs }: UserEvent, status: number): void {
  event.status = status;
  event.latency = latencyMs === null ? -1 : latencyMs * 1000;
  event.bytes = Buffer.from(method + path + host, 'utf8');
  clearFields(event);
  const [a, b] = [Buffer.byteLength(method), Buffer.byteLength(method + path)];
  setField(event, 'method', 0, a);
  setField(event, 'path', a, b);
  setField(event, 'host', b, event.bytes.length);
}
