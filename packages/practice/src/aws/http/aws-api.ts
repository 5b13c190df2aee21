import type { Call, Outcome } from '../call.ts';
import type { Service } from '../operation.ts';
import type { OperationName } from '../operations.ts';
import type { Practice } from '../practice.ts';
import { Refusal } from '../world/refusal.ts';
import { identify, serviceOf } from './identify.ts';
import { jsonAnswer, jsonError, readSchedulerCall, readSsmCall } from './json-protocols.ts';
import { queryAnswer, queryError, readQueryCall } from './query-protocol.ts';
import { jsonReply, type Reply, type Request } from './reply.ts';

/** Answers a request in the protocol of its service; null means the answer is lost. */
export function answerAws(
  practice: Practice,
  request: Request,
  requestId: string,
  defaultAccount: string,
): Reply | null {
  const service = serviceOf(request);
  if (service === null) {
    return jsonReply(400, { message: 'Not signed for ec2, sts, ssm or scheduler.' });
  }
  try {
    const { operation, input } = readCall(service, request);
    const caller = identify(practice.world, request, service, defaultAccount);
    // Narrowed by the operation's own schema just now.
    const call = { ...caller, operation, input } as Call<OperationName>;
    const outcome: Outcome<unknown> = practice.call(call);
    if (outcome.kind === 'lost') return null;
    if (outcome.kind === 'refusal') return refuse(service, outcome.refusal, requestId);
    if (service === 'ec2' || service === 'sts') {
      return queryAnswer(service, operation, outcome.output, requestId);
    }
    return jsonAnswer(service, outcome.output);
  } catch (error) {
    if (error instanceof Refusal) return refuse(service, error, requestId);
    throw error;
  }
}

function readCall(
  service: Service,
  request: Request,
): { operation: OperationName; input: unknown } {
  switch (service) {
    case 'ec2':
    case 'sts':
      return readQueryCall(request, service);
    case 'ssm':
      return readSsmCall(request);
    case 'scheduler':
      return readSchedulerCall(request);
  }
}

function refuse(service: Service, refusal: Refusal, requestId: string): Reply {
  return service === 'ec2' || service === 'sts'
    ? queryError(service, refusal, requestId)
    : jsonError(service, refusal);
}
