import type { Finding, ObtainableSli, SliQuery } from '../finding.ts';
import { isGraphqlPath, isHealthPath, isRouteLabel } from '../routes.ts';
import { tooLittleTraffic } from '../too-little-traffic.ts';
import { type FailureLabel, failureLabelOf } from './failure-label.ts';
import { isJudgedGraphql, seriesName } from './families.ts';
import { type LabelSums, labelSums, sumOf } from './labels.ts';
import type { Counting, MetricsLook } from './look.ts';
import { anyOf, fits, type Matcher, selectorOf } from './matcher.ts';

/** What a metric that counts events says of availability. */
export interface CountingJudged {
  readonly sli: ObtainableSli | null;
  readonly findings: readonly Finding[];
  /** Series that are not about users: health checks, and GraphQL behind its 200. */
  readonly leftOut: readonly Matcher[];
}

const mostly = 0.5;

/** What @sekisho/graphql-sli counts beside its events. */
const graphqlClients = 'graphql_sli_client_errors_total';

/** Judges one metric that counts events. */
export function judgeCounting(counting: Counting, look: MetricsLook): CountingJudged {
  const sums = labelSums(counting.samples);
  const failure = failureLabelOf(sums);
  const health = routesOf(sums, isHealthPath);
  const users = health === null ? [] : [health.matcher];
  const hidden = failure?.isStatus === true ? hiddenGraphql(counting, sums, failure, users) : null;
  const leftOut = hidden === null ? users : [...users, hidden.matcher];
  const findings: Finding[] = [];
  const total = sumOf(counting.samples);
  if (health !== null && total > 0) {
    const share = sumOf(counting.samples, fits([{ ...health.matcher, op: '=~' }])) / total;
    if (share >= mostly) {
      const evidence = {
        share,
        events: total,
        routes: health.routes.join(', '),
        label: health.matcher.label,
      };
      findings.push(aboutBoth('health-checks', 'weakens', counting.name, evidence));
    }
  }
  if (hidden !== null) findings.push(hidden.finding);
  const sli =
    failure === null || hidden?.isAll === true ? null : sliOf(counting, failure, leftOut, look);
  if (failure === null) findings.push(noFailureLabel(counting, sums, total));
  if (sli !== null) findings.push(...doubtsOf(sli, look));
  return { sli, findings, leftOut };
}

function sliOf(
  counting: Counting,
  { marks, matcher, excluded }: FailureLabel,
  leftOut: readonly Matcher[],
  { exposition: { families } }: MetricsLook,
): ObtainableSli {
  const { name, samples } = counting;
  const scope = excluded === null ? leftOut : [...leftOut, excluded];
  const marked = [...scope, matcher];
  const total = sumOf(samples, fits(scope));
  const part = sumOf(samples, fits(marked));
  const bad = marks === 'bad' ? part : total - part;
  const query: SliQuery = {
    kind: 'counters',
    total: selectorOf(name, scope),
    ...(marks === 'bad' ? { bad: selectorOf(name, marked) } : { good: selectorOf(name, marked) }),
    ...(isJudgedGraphql(counting.family) &&
    families.some((each) => seriesName(each) === graphqlClients)
      ? { clientErrors: graphqlClients }
      : {}),
  };
  return {
    kind: 'availability',
    subject: name,
    query,
    counted: { good: total - bad, bad },
    within: null,
  };
}

/** What is to be doubted of an SLI of counters: that it counts enough, and that it can fail. */
export function doubtsOf(sli: ObtainableSli, look: MetricsLook): readonly Finding[] {
  const { good, bad } = sli.counted ?? { good: 0, bad: 0 };
  const traffic = tooLittleTraffic(
    { events: good + bad, seconds: look.seconds, about: [sli.kind], subject: sli.subject },
    look.wanted,
  );
  const unseen: Finding = {
    code: 'no-failure-seen',
    severity: 'notes',
    about: ['availability'],
    subject: sli.subject,
    evidence: { events: good },
  };
  return [...traffic, ...(bad === 0 && good > 0 ? [unseen] : [])];
}

function noFailureLabel({ name, samples }: Counting, sums: LabelSums, events: number): Finding {
  return {
    code: 'no-failure-label',
    severity: 'spoils',
    about: ['availability'],
    subject: name,
    evidence: { labels: [...sums.keys()].join(', '), series: samples.length, events },
  };
}

/** GraphQL that answers 200 whatever happened: by status it can only be good. */
function hiddenGraphql(
  { name, samples }: Counting,
  sums: LabelSums,
  failure: FailureLabel,
  users: readonly Matcher[],
) {
  const found = routesOf(sums, isGraphqlPath);
  if (found === null) return null;
  const at: Matcher = { ...found.matcher, op: '=~' };
  const events = sumOf(samples, fits([at]));
  const failed = sumOf(samples, fits([at, { label: failure.label, op: '=~', value: '[45]..' }]));
  // A server that says 4xx or 5xx at GraphQL's path tells something; a gateway's own few 5xx do not.
  if (events === 0 || failed > events * 0.001) return null;
  const all = sumOf(samples, fits(users));
  const share = events / all;
  const isAll = share >= mostly;
  const evidence = { events, failed, share, routes: found.routes.join(', ') };
  const severity = isAll ? 'spoils' : 'weakens';
  const finding: Finding = {
    code: 'graphql-behind-200',
    severity,
    about: ['availability'],
    subject: name,
    evidence,
  };
  return { matcher: found.matcher, isAll, finding };
}

/** The values of a route label that a test finds, and the matcher that leaves them out. */
function routesOf(sums: LabelSums, test: (path: string) => boolean) {
  for (const [label, values] of sums) {
    const routes = isRouteLabel(label) ? [...values.keys()].filter(test).slice(0, 10) : [];
    if (routes.length === 0) continue;
    const matcher: Matcher = { label, op: '!~', value: anyOf(routes) };
    return { routes, matcher };
  }
  return null;
}

function aboutBoth(
  code: Finding['code'],
  severity: Finding['severity'],
  subject: string,
  evidence: Finding['evidence'],
): Finding {
  return { code, severity, about: ['availability', 'latency'], subject, evidence };
}
