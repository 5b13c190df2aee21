import type { PracticeService } from './happenings.ts';
import type { PracticeRequest } from './requests.ts';

/** The logs of practice, each a folder; of the shop what its users met as well, of the GraphQL service what it says itself. */
export const practiceLogs = {
  'shop-alb': { service: 'shop', line: albLine },
  'shop-users': { service: 'shop', line: userLine },
  'catalog-alb': { service: 'catalog', line: albLine },
  'catalog-graphql': { service: 'catalog', line: graphqlLine },
  'reports-access': { service: 'reports', line: ltsvLine },
} as const satisfies Record<
  string,
  { service: PracticeService; line: (request: PracticeRequest, service: PracticeService) => string }
>;

export type PracticeLog = keyof typeof practiceLogs;

const agent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36';

/**
 * As an AWS Application Load Balancer writes it; the GraphQL server answered 200 whatever became of it.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
 */
function albLine(request: PracticeRequest, service: PracticeService): string {
  if (!request.arrived) return '';
  const { at, method, path, status, took, client, id } = request;
  const end = new Date(at).toISOString().replace('Z', '000Z');
  const target = `10.0.${id & 3}.${16 + (id & 15)}:8080`;
  const hex = id.toString(16).padStart(8, '0');
  const seconds = (took / 1000).toFixed(3);
  const answered = status === 502 ? '-' : String(status);
  return (
    `https ${end} app/${service}/50dc6c495c0c9188 ${client}:${1024 + (id & 0x7fff)} ${target} ` +
    `0.000 ${status === 502 ? '-1' : seconds} 0.000 ${status} ${answered} ${300 + (id & 255)} ${900 + (id & 4095)} ` +
    `"${method} https://${service}.example.com:443${path} HTTP/2.0" "${agent}" ` +
    'ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ' +
    `arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:targetgroup/${service}/73e2d6bc24d8a067 ` +
    `"Root=1-${Math.floor(at / 1000).toString(16)}-${hex}${hex}${hex}" "${service}.example.com" ` +
    `"arn:aws:acm:ap-northeast-1:111111111111:certificate/0ddba11" 0 ${end} "forward" "-" "-" ` +
    `"${target}" "${answered}" "-" "-" TID_${hex}${hex}\n`
  );
}

/** As a web server writes it that was told to write LTSV. http://ltsv.org */
function ltsvLine({ at, method, path, status, took, client }: PracticeRequest): string {
  const time = new Date(at).toISOString();
  return `time:${time}\thost:${client}\tmethod:${method}\turi:${path}\tstatus:${status}\treqtime:${(took / 1000).toFixed(3)}\n`;
}

/** Of so many answers one is lost on its way to the browser, on any day. */
const lostOneOf = 400;

/** What the beacon in a user's browser reports of a request; no answer is status 599, as it counts it. */
function userLine({ at, path, status, took, id }: PracticeRequest): string {
  // What probes ask for, no browser does.
  if (path === '/healthz') return '';
  const met = id % lostOneOf === 0 ? 599 : status;
  const line = {
    time: new Date(at).toISOString(),
    path,
    status: met,
    duration: (took + 40) / 1000,
  };
  return `${JSON.stringify(line)}\n`;
}

const statusOfOutcome = { ok: 200, client: 400, partial: 500, failed: 500 } as const;

/** As a GraphQL server's own log: what became of the operation, which the status on the wire does not say. */
function graphqlLine({ at, operation, outcome, took, status }: PracticeRequest): string {
  const line = {
    time: new Date(at).toISOString(),
    path: `/graphql#${operation ?? 'unnamed'}`,
    status: statusOfOutcome[outcome],
    httpStatus: status,
    class: outcome,
    duration: took / 1000,
  };
  return `${JSON.stringify(line)}\n`;
}
