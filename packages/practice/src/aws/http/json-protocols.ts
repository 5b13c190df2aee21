import { isOperation, type OperationName, operations } from '../operations.ts';
import { Refusal } from '../world/refusal.ts';
import { readInput } from './read-input.ts';
import { header, jsonReply, type Reply, type Request } from './reply.ts';

/** The services that speak AWS JSON 1.1, by the name that goes before the operation's in `X-Amz-Target`. */
const targetPrefixes = {
  AmazonSSM: 'ssm',
  SWBExternalService: 'sso',
  AWSIdentityStore: 'identitystore',
  AWSOrganizationsV20161128: 'organizations',
  Logs_20140328: 'logs',
  ServiceQuotasV20190624: 'servicequotas',
} as const;

type TargetService = (typeof targetPrefixes)[keyof typeof targetPrefixes];
/** A service that speaks JSON in one way or the other. */
export type JsonService = TargetService | 'scheduler';

const targetType = 'application/x-amz-json-1.1';

/** The service that a request's target names, or null. */
export function targetService(request: Request): TargetService | null {
  const [prefix = ''] = (header(request, 'x-amz-target') ?? '').split('.');
  return Object.hasOwn(targetPrefixes, prefix)
    ? targetPrefixes[prefix as keyof typeof targetPrefixes]
    : null;
}

/** What a request in AWS JSON 1.1 asks. Errors: `UnknownOperationException`, `SerializationException`. */
export function readTargetCall(
  request: Request,
  service: TargetService,
): { operation: OperationName; input: unknown } {
  const [, name = ''] = (header(request, 'x-amz-target') ?? '').split('.');
  if (!isOperation(name) || operations[name].service !== service) {
    throw new Refusal('UnknownOperationException', `Practice does not know ${name}.`);
  }
  return { operation: name, input: readInput(name, readJson(request.body)) };
}

/** What a Scheduler request (REST JSON) asks. Errors: `UnknownOperationException`, `SerializationException`. */
export function readSchedulerCall(request: Request): { operation: OperationName; input: unknown } {
  const { pathname, searchParams } = request.url;
  const query = Object.fromEntries(searchParams);
  const Name = scheduleName(pathname);
  if (Name === '' && request.method === 'GET') {
    return { operation: 'ListSchedules', input: readInput('ListSchedules', query) };
  }
  const { groupName, clientToken, ...others } = query;
  const named = {
    ...others,
    Name,
    ...(groupName === undefined ? {} : { GroupName: groupName }),
    ...(clientToken === undefined ? {} : { ClientToken: clientToken }),
  };
  const operation = methodsOfSchedule[request.method];
  if (operation === undefined || Name === '' || Name === null) {
    const message = `Practice does not know ${request.method} ${pathname}.`;
    throw new Refusal('UnknownOperationException', message, 404);
  }
  const body = operation === 'CreateSchedule' || operation === 'UpdateSchedule';
  const raw = body ? { ...readJson(request.body), ...named } : named;
  return { operation, input: readInput(operation, raw) };
}

/** The name in a schedule's path, empty for all of them; null for other paths, such as those of groups. */
function scheduleName(pathname: string): string | null {
  const encoded = /^\/schedules(?:\/([^/]*))?$/.exec(pathname);
  if (encoded === null) return null;
  try {
    return decodeURIComponent(encoded[1] ?? '');
  } catch {
    throw new Refusal('ValidationException', `${pathname} is not percent-encoded UTF-8.`);
  }
}

const methodsOfSchedule: Readonly<Record<string, OperationName>> = {
  GET: 'GetSchedule',
  POST: 'CreateSchedule',
  PUT: 'UpdateSchedule',
  DELETE: 'DeleteSchedule',
};

/** An answer in JSON; times are seconds. */
export function jsonAnswer(service: JsonService, output: unknown): Reply {
  const type = service === 'scheduler' ? 'application/json' : targetType;
  return jsonReply(200, toSeconds(output), type);
}

/** An error in JSON. */
export function jsonError(service: JsonService, { code, message, status }: Refusal): Reply {
  if (service !== 'scheduler') return jsonReply(status, { __type: code, message }, targetType);
  const reply = jsonReply(status, { Message: message });
  return { ...reply, headers: { ...reply.headers, 'x-amzn-errortype': code } };
}

/** A body that is a JSON object. Errors: `SerializationException`. */
export function readJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, in the protocol's own words.
  }
  throw new Refusal('SerializationException', 'The body is not a JSON object.');
}

function toSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(toSeconds);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toSeconds(each)]));
}
