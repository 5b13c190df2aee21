import { judgeError } from './error-class.ts';
import { dataErrors } from './errors-as-data.ts';
import type { Outcome } from './outcome.ts';
import { isCritical, pathOf } from './paths.ts';
import { readBody } from './read-body.ts';
import { defaultRules, type ErrorClass, type GraphqlRules } from './rules.ts';
import type { BatchVerdict, Counts, GraphqlClass, GraphqlExchange, Verdict } from './verdict.ts';

/**
 * Judges one HTTP exchange of a GraphQL endpoint by its body, and by its status where the body
 * cannot say. A body that answers several operations gives a verdict on each. Never throws.
 *
 * The order of judgement: the client went away → no response or 5xx → the body (data × errors) →
 * the status of a body that is not GraphQL's. 294 (Partial Success) and 422 of GraphQL over HTTP
 * are statuses like others: the body decides, and an error without a code takes that of a 4xx.
 */
export function classifyGraphql(
  exchange: GraphqlExchange,
  rules: GraphqlRules = defaultRules,
): Verdict | BatchVerdict {
  const body = readBody(exchange);
  const { operation } = exchange;
  if (body.kind === 'several' && (body.outcomes.length > 0 || isPlain(exchange))) {
    const results = body.outcomes.map((outcome, index) =>
      judge(
        exchange,
        outcome,
        typeof operation === 'string' ? operation : operation?.[index],
        rules,
      ),
    );
    return { results };
  }
  const outcome = body.kind === 'single' ? body.outcome : null;
  const name = typeof operation === 'string' ? operation : operation?.[0];
  return judge(exchange, outcome, name, rules);
}

/** An empty batch says nothing of any operation, unless the exchange itself failed. */
function isPlain({ status, aborted }: GraphqlExchange): boolean {
  return aborted !== true && status !== null && status >= 200 && status < 300;
}

function judge(
  { status, body, aborted }: GraphqlExchange,
  outcome: Outcome | null,
  operation: string | undefined,
  rules: GraphqlRules,
): Verdict {
  // 499 is nginx's, 460 the AWS load balancer's name for a client that closed the connection.
  if (aborted === true || status === 499 || status === 460)
    return verdict('aborted', rules.aborted);
  if (status === null || status === 0 || status >= 500) return verdict('server', 'bad');
  if (outcome === null) return withoutGraphql(status, body, rules);
  return judgeOutcome(outcome, status, operation, rules);
}

function withoutGraphql(status: number, body: string, rules: GraphqlRules): Verdict {
  // A WebSocket's answers are not in this response; a 304 has no body, and its answer was good.
  if (status < 200) return verdict('protocol', 'excluded');
  if (status === 304) return verdict('ok', 'good');
  if (rules.clientStatuses.has(status)) {
    return status === 429 ? rateLimited(rules) : verdict('client', 'good');
  }
  if (status === 294 && body === '') return partial(true, rules);
  return verdict('not-graphql', 'bad');
}

function judgeOutcome(
  outcome: Outcome,
  status: number,
  operation: string | undefined,
  rules: GraphqlRules,
): Verdict {
  const found = foundErrors(outcome, status, operation, rules);
  const classes = new Set(found.map((error) => error.class));
  if (classes.has('server') || outcome.cutOff) {
    if (outcome.data !== 'present') return verdict('failed', 'bad');
    const faults = found.filter((error) => error.class === 'server');
    const critical =
      outcome.cutOff || faults.some(({ path }) => isCritical(path, operation, rules));
    return partial(critical, rules);
  }
  if (classes.has('user')) return verdict('client', 'good');
  if (classes.has('rate-limited')) return rateLimited(rules);
  if (classes.has('protocol')) return verdict('protocol', 'excluded');
  // Null without a reason: the specification allows it only with errors.
  return outcome.data === 'present' ? verdict('ok', 'good') : verdict('failed', 'bad');
}

interface Found {
  readonly class: ErrorClass;
  readonly path: readonly string[] | null;
}

function foundErrors(
  outcome: Outcome,
  status: number,
  operation: string | undefined,
  rules: GraphqlRules,
): readonly Found[] {
  const trusted =
    rules.trustedDocuments && operation !== undefined && rules.operations.has(operation);
  const declared = outcome.errors.map((error): Found => {
    const judged = judgeError(error, { status, data: outcome.data }, rules);
    // A document that was valid when it was registered: the schema broke under it.
    const broke = trusted && judged.document && judged.class === 'user';
    const blame = broke ? 'server' : judged.class;
    return { class: asRuled(blame, rules), path: pathOf(error) };
  });
  return [...declared, ...dataErrors(outcome.results, operation, rules)];
}

/** Being rate limited is the server's fault where a rule says so. */
function asRuled(blame: ErrorClass, rules: GraphqlRules): ErrorClass {
  return blame === 'rate-limited' && rules.rateLimited === 'server' ? 'server' : blame;
}

function rateLimited({ rateLimited: ruled }: GraphqlRules): Verdict {
  if (ruled === 'server') return verdict('server', 'bad');
  return verdict('client', ruled === 'excluded' ? 'excluded' : 'good');
}

function partial(critical: boolean, { partialGoodPerMille: good }: GraphqlRules): Verdict {
  if (critical || good === 0) return verdict('partial', 'bad');
  if (good === 1000) return verdict('partial', 'good');
  return { ...verdict('partial', 'bad'), badPerMille: 1000 - good };
}

function verdict(name: GraphqlClass, counts: Counts): Verdict {
  return { class: name, counts };
}
