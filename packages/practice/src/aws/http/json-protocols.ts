import { isOperation, type OperationName, operations } from '../operations.ts';
import { Refusal } from '../world/refusal.ts';
import { readInput } from './read-input.ts';
import { header, jsonReply, type Reply, type Request } from './reply.ts';

const ssmType = 'application/x-amz-json-1.1';

/** What an SSM request (AWS JSON 1.1) asks. Errors: `UnknownOperationException`, `SerializationException`. */
export function readSsmCall(request: Request): { operation: OperationName; input: unknown } {
  const name = header(request, 'x-amz-target')?.slice('AmazonSSM.'.length) ?? '';
  if (!isOperation(name) || operations[name].service !== 'ssm') {
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

/** An SSM or Scheduler answer; times are seconds. */
export function jsonAnswer(service: 'ssm' | 'scheduler', output: unknown): Reply {
  return jsonReply(200, toSeconds(output), service === 'ssm' ? ssmType : 'application/json');
}

/** An SSM or Scheduler error. */
export function jsonError(service: 'ssm' | 'scheduler', { code, message, status }: Refusal): Reply {
  if (service === 'ssm') return jsonReply(status, { __type: code, message }, ssmType);
  const reply = jsonReply(status, { Message: message });
  return { ...reply, headers: { ...reply.headers, 'x-amzn-errortype': code } };
}

function readJson(body: string): Record<string, unknown> {
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
