import { judgeError } from './error-class.ts';
import { dataErrors } from './errors-as-data.ts';
import type { Outcome } from './outcome.ts';
import { isCritical, pathOf } from './paths.ts';
import { readBody } from './read-body.ts';
import { defaultRules, type ErrorClass, type GraphqlRules } from './rules.ts';
import type { BatchVerdict, Counts, GraphqlClass, GraphqlExchange, Verdict } from './verdict.ts';

/** What became of one operation, for those who have the response before it is text. */
export interface AnsweredOperation {
  /** HTTP status of the response it came in; null when none came. */
  readonly status: number | null;
  /** From `outcomeOf` on the messages that answered it; null when they are not GraphQL's. */
  readonly outcome: Outcome | null;
  /** The response had no body at all. */
  readonly isEmpty?: boolean | undefined;
  readonly operation?: string | undefined;
  readonly aborted?: boolean | undefined;
  /** Whether its document is a trusted one; as the rules' registry says when unsaid. */
  readonly isTrusted?: boolean | undefined;
}

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
  const { operation, status, aborted } = exchange;
  const about = { status, aborted, isEmpty: exchange.body === '' };
  if (body.kind === 'several' && (body.outcomes.length > 0 || isPlain(exchange))) {
    const results = body.outcomes.map((outcome, index) =>
      classifyOutcome(
        {
          ...about,
          outcome,
          operation: typeof operation === 'string' ? operation : operation?.[index],
        },
        rules,
      ),
    );
    return { results };
  }
  const outcome = body.kind === 'single' ? body.outcome : null;
  const name = typeof operation === 'string' ? operation : operation?.[0];
  return classifyOutcome({ ...about, outcome, operation: name }, rules);
}

/** An empty batch says nothing of any operation, unless the exchange itself failed. */
function isPlain({ status, aborted }: GraphqlExchange): boolean {
  return aborted !== true && status !== null && status >= 200 && status < 300;
}

/** Judges one operation by its outcome, as `classifyGraphql` judges the text of a response. Never throws. */
export function classifyOutcome(
  answered: AnsweredOperation,
  rules: GraphqlRules = defaultRules,
): Verdict {
  const { status, outcome, aborted } = answered;
  // 499 is nginx's, 460 the AWS load balancer's name for a client that closed the connection.
  if (aborted === true || status === 499 || status === 460)
    return verdict('aborted', rules.aborted);
  if (status === null || status === 0 || status >= 500) return verdict('server', 'bad');
  if (outcome === null) return withoutGraphql(status, answered.isEmpty === true, rules);
  return judgeOutcome(outcome, status, answered, rules);
}

function withoutGraphql(status: number, isEmpty: boolean, rules: GraphqlRules): Verdict {
  // A WebSocket's answers are not in this response; a 304 has no body, and its answer was good.
  if (status < 200) return verdict('protocol', 'excluded');
  if (status === 304) return verdict('ok', 'good');
  if (rules.clientStatuses.has(status)) {
    return status === 429 ? rateLimited(rules) : verdict('client', 'good');
  }
  if (status === 294 && isEmpty) return partial(true, rules);
  return verdict('not-graphql', 'bad');
}

function judgeOutcome(
  outcome: Outcome,
  status: number,
  answered: AnsweredOperation,
  rules: GraphqlRules,
): Verdict {
  const { operation } = answered;
  if (outcome.errors.length === 0 && !outcome.cutOff && rules.errorsAsData.length === 0) {
    return withoutErrors(outcome);
  }
  const found = foundErrors(outcome, status, answered, rules);
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
  return withoutErrors(outcome);
}

/** Null without a reason is a failure: the specification allows it only with errors. */
function withoutErrors({ data }: Outcome): Verdict {
  return data === 'present' ? verdict('ok', 'good') : verdict('failed', 'bad');
}

interface Found {
  readonly class: ErrorClass;
  readonly path: readonly string[] | null;
}

function foundErrors(
  outcome: Outcome,
  status: number,
  { operation, isTrusted }: AnsweredOperation,
  rules: GraphqlRules,
): readonly Found[] {
  const registered =
    rules.trustedDocuments && operation !== undefined && rules.operations.has(operation);
  const trusted = isTrusted ?? registered;
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
