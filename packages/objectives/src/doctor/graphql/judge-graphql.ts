import type { Diagnosis, Finding } from '../finding.ts';

/** What samples of a GraphQL server's answers were found to be. */
export interface GraphqlSeen {
  readonly subject: string;
  readonly operations: number;
  /** Operations that failed by the server, and those of them whose HTTP status was below 400. */
  readonly bad: number;
  /** Operations that count for nothing. */
  readonly excluded: number;
  readonly behind200: number;
  /** Answers with errors of which none has a code, so that nobody can tell whose fault it was. */
  readonly withErrors: number;
  readonly withoutCode: number;
  readonly unnamed: number;
  /** Samples that could not be read. */
  readonly unread: number;
  /** The HTTP statuses of wrong queries, when the doctor itself asked: they are no one's traffic. */
  readonly probed?: { readonly statuses: readonly number[] };
}

/** Which SLIs a GraphQL server's answers yield, and why they yield no more. */
export function judgeGraphql(seen: GraphqlSeen): Diagnosis {
  const { subject, operations, bad, behind200, withErrors, withoutCode, unnamed, unread } = seen;
  const isProbed = seen.probed !== undefined;
  const findings: Finding[] = [];
  const add = (
    code: Finding['code'],
    severity: Finding['severity'],
    evidence: Finding['evidence'],
  ) => findings.push({ code, severity, about: ['availability'], subject, evidence });
  if (unread > 0)
    add('bad-samples', operations === 0 ? 'spoils' : 'weakens', { unread, operations });
  if (behind200 > 0)
    add('graphql-behind-200', isProbed ? 'spoils' : 'weakens', {
      events: operations,
      failed: behind200,
      share: behind200 / operations,
      routes: subject,
    });
  // A server that refuses wrong queries by status still says 200 to what fails in a resolver.
  // Source: GraphQL over HTTP, "application/json" and "application/graphql-response+json".
  else if (seen.probed !== undefined)
    add('graphql-by-status', 'spoils', {
      routes: subject,
      statuses: [...new Set(seen.probed.statuses)].join(', '),
    });
  if (!isProbed && withoutCode > 0)
    add('errors-without-code', 'weakens', { withoutCode, withErrors });
  if (!isProbed && operations > 0 && unnamed === operations)
    add('unnamed-operations', 'notes', { operations });
  if (operations === 0 || isProbed) return { slis: [], findings };
  const counted = { good: operations - bad - seen.excluded, bad };
  const sli = {
    kind: 'availability',
    subject,
    query: { kind: 'graphql' },
    counted,
    within: null,
  } as const;
  return { slis: [sli], findings };
}
