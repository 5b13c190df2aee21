import type { Diagnosis, Finding, SliKind, Wanted } from '../finding.ts';
import { isGraphqlPath, isHealthPath } from '../routes.ts';
import { tooLittleTraffic } from '../too-little-traffic.ts';
import { availability, countedOf, latency } from './log-slis.ts';
import { type LogsSeen, sumOfStatuses as sum } from './logs-seen.ts';

const both: readonly SliKind[] = ['availability', 'latency'];
/** More unparsed lines than this are no accident of a rotation. */
const fewUnparsed = 0.001;

/** Which SLIs logs yield, and why they yield no more. */
export function judgeLogs(seen: LogsSeen, wanted: Wanted): Diagnosis {
  const events = sum(seen.statuses, () => true);
  const findings = [
    ...unparsedLines(seen),
    ...(events === 0 ? [] : [...aboutEvents(seen, events), ...aboutTimes(seen, events)]),
    ...traffic(seen, events, wanted),
  ];
  const isHad = (kind: SliKind) =>
    countedOf(seen, events) > 0 &&
    !findings.some(({ severity, about }) => severity === 'spoils' && about.includes(kind));
  const slis = [
    ...(isHad('availability') ? [availability(seen, events)] : []),
    ...(isHad('latency') ? [latency(seen, wanted)] : []),
  ];
  return { slis, findings };
}

function unparsedLines({ subject, lines, unparsed }: LogsSeen): readonly Finding[] {
  const count = unparsed.reduce((all, one) => all + one.count, 0);
  if (count === 0) return [];
  const share = count / lines;
  const reasons = unparsed.map((one) => `${one.reason} ${one.count}`).join(', ');
  const severity = share > 0.5 ? 'spoils' : share > fewUnparsed ? 'weakens' : 'notes';
  return [
    {
      code: 'unparsed-lines',
      severity,
      about: both,
      subject,
      evidence: { count, lines, share, reasons },
    },
  ];
}

function aboutEvents(seen: LogsSeen, events: number): readonly Finding[] {
  const { subject, statuses, health, sampled } = seen;
  const good = sum(statuses, (status) => status < 400);
  const left = sum(statuses, (status) => status === 499 || status === 460);
  const findings: (Finding | null)[] = [
    good === 0 && events >= 20
      ? {
          code: 'only-failures-logged',
          severity: 'spoils',
          about: both,
          subject,
          evidence: { events, lowest: Math.min(...statuses.keys()) },
        }
      : null,
    sampled < 1
      ? {
          code: 'sampled-logs',
          severity: 'weakens',
          about: both,
          subject,
          evidence: { sampled, events },
        }
      : null,
    health / events >= 0.5
      ? {
          code: 'health-checks',
          severity: 'weakens',
          about: both,
          subject,
          evidence: { share: health / events, events, routes: healthRoutes(seen), label: 'path' },
        }
      : null,
    left / events >= 0.01
      ? {
          code: 'clients-left',
          severity: 'notes',
          about: ['availability'],
          subject,
          evidence: { left, share: left / events },
        }
      : null,
    graphqlBehind200(seen, events),
  ];
  return findings.filter((finding) => finding !== null);
}

function graphqlBehind200(seen: LogsSeen, events: number): Finding | null {
  const graphql = seen.paths.filter(({ path }) => isGraphqlPath(path));
  const asked = graphql.reduce((all, one) => all + one.events, 0);
  const failed = graphql.reduce((all, one) => all + one.failed, 0);
  if (asked === 0 || failed > asked * 0.001) return null;
  const routes = graphql.map(({ path }) => path).join(', ');
  const severity = asked / (events - seen.health) >= 0.5 ? 'spoils' : 'weakens';
  return {
    code: 'graphql-behind-200',
    severity,
    // Who is answered fast is not answered well: where there is nothing else, neither can be had.
    about: countedOf(seen, events) === 0 ? both : ['availability'],
    subject: seen.subject,
    evidence: { events: asked, failed, share: asked / events, routes },
  };
}

function aboutTimes(
  { subject, timed, wholeSeconds }: LogsSeen,
  events: number,
): readonly Finding[] {
  if (timed / events < 0.9) {
    const evidence = { timed, events };
    return [
      { code: 'logs-without-latency', severity: 'spoils', about: ['latency'], subject, evidence },
    ];
  }
  if (wholeSeconds < timed || timed < 20) return [];
  return [
    {
      code: 'coarse-latency',
      severity: 'spoils',
      about: ['latency'],
      subject,
      evidence: { timed },
    },
  ];
}

function traffic(seen: LogsSeen, events: number, wanted: Wanted): readonly Finding[] {
  const { from, to, subject, health } = seen;
  if (from === null || to === null) return [];
  const seconds = (to - from + 1) * 60;
  return tooLittleTraffic({ events: events - health, seconds, about: both, subject }, wanted);
}

function healthRoutes({ paths }: LogsSeen): string {
  const routes = paths.filter(({ path }) => isHealthPath(path)).map(({ path }) => path);
  return routes.slice(0, 5).join(', ') || '–';
}
