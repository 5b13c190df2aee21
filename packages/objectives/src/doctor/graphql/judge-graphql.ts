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
  /** They were asked for by the doctor itself, with wrong queries among them: they are no one's traffic. */
  readonly isProbed?: boolean;
}

/** Which SLIs a GraphQL server's answers yield, and why they yield no more. */
export function judgeGraphql(seen: GraphqlSeen): Diagnosis {
  const { subject, operations, bad, behind200, withErrors, withoutCode, unnamed, unread } = seen;
  const isProbed = seen.isProbed === true;
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
