import type { Service } from '../operation.ts';
import { isOperation, type OperationName, operations } from '../operations.ts';
import { Refusal } from '../world/refusal.ts';
import { readQuery } from './query.ts';
import { readInput } from './read-input.ts';
import type { Reply, Request } from './reply.ts';
import { escapeXml, toXml } from './xml.ts';

/** The services of the query protocol. */
export type QueryService = 'ec2' | 'sts' | 'iam';

/** Whether a service speaks the query protocol. */
export function isQueryService(service: Service): service is QueryService {
  return service === 'ec2' || service === 'sts' || service === 'iam';
}

const namespaces = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  ec2: 'http://ec2.amazonaws.com/doc/2016-11-15/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};
const headers = { 'content-type': 'text/xml;charset=UTF-8' };

/** What a query request asks. Errors: `InvalidAction` and those of parameters. */
export function readQueryCall(request: Request, service: QueryService) {
  const query = request.method === 'GET' ? request.url.search.slice(1) : request.body;
  const { Action, Version: _version, DryRun, ...parameters } = readQuery(query);
  const operation = actionOf(Action, service);
  const input = readInput(operation, parameters);
  return { operation, input, ...(DryRun === 'true' ? { dryRun: true } : {}) };
}

function actionOf(action: unknown, service: Service): OperationName {
  if (typeof action !== 'string') {
    throw new Refusal('MissingAction', 'The request must contain the parameter Action');
  }
  if (isOperation(action) && operations[action].service === service) return action;
  throw new Refusal('InvalidAction', `The action ${action} is not valid for this web service.`);
}

/** An EC2, STS or IAM answer. */
export function queryAnswer(
  service: QueryService,
  operation: OperationName,
  output: unknown,
  requestId: string,
): Reply {
  const name = `${operation}Response`;
  const opening = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${namespaces[service]}">`;
  const inside =
    service === 'ec2'
      ? `<requestId>${requestId}</requestId>${toXml(output, 'item')}`
      : `<${operation}Result>${toXml(output, 'member')}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return { status: 200, headers, body: `${opening}${inside}</${name}>` };
}

/** An EC2, STS or IAM error. */
export function queryError(
  service: QueryService,
  { code, message, status }: Refusal,
  requestId: string,
): Reply {
  const words = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const body =
    service === 'ec2'
      ? `<Response><Errors><Error>${words}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
      : `<ErrorResponse xmlns="${namespaces[service]}"><Error><Type>${type}</Type>${words}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, headers, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}
