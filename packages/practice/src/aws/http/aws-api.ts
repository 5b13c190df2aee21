import type { Call, Outcome } from '../call.ts';
import type { OperationName } from '../operations.ts';
import type { Practice } from '../practice.ts';
import { Refusal } from '../world/refusal.ts';
import { identify, type SignedService, serviceOf } from './identify.ts';
import { jsonAnswer, jsonError, readSchedulerCall, readTargetCall } from './json-protocols.ts';
import { isQueryService, queryAnswer, queryError, readQueryCall } from './query-protocol.ts';
import { jsonReply, type Reply, type Request } from './reply.ts';
import { readS3Call, s3Answer } from './s3-protocol.ts';
import { s3Error } from './s3-xml.ts';
import { answerSignIn, signInOperation } from './sign-in-services.ts';

/** Answers a request in the protocol of its service; null means the answer is lost. */
export function answerAws(
  practice: Practice,
  request: Request,
  requestId: string,
  defaultAccount: string,
): Reply | null {
  const signIn = signInOperation(request);
  if (signIn !== null) return answerSignIn(practice, request, signIn);
  const service = serviceOf(request);
  if (service === null) {
    return jsonReply(400, { message: 'Not signed for a service that practice knows.' });
  }
  try {
    const asked = readCall(service, request);
    const caller = identify(practice.world, request, service, defaultAccount);
    // Narrowed by the operation's own schema just now.
    const call = { ...caller, ...asked } as Call<OperationName>;
    const outcome: Outcome<unknown> = practice.call(call);
    if (outcome.kind === 'lost') return null;
    if (outcome.kind === 'refusal') return refuse(service, outcome.refusal, requestId, request);
    if (service === 's3') return s3Answer(asked.operation, outcome.output, requestId);
    if (isQueryService(service)) {
      return queryAnswer(service, asked.operation, outcome.output, requestId);
    }
    return jsonAnswer(service, outcome.output);
  } catch (error) {
    if (error instanceof Refusal) return refuse(service, error, requestId, request);
    throw error;
  }
}

function readCall(
  service: SignedService,
  request: Request,
): { operation: OperationName; input: unknown; dryRun?: boolean } {
  if (isQueryService(service)) return readQueryCall(request, service);
  if (service === 's3') return readS3Call(request);
  return service === 'scheduler' ? readSchedulerCall(request) : readTargetCall(request, service);
}

function refuse(
  service: SignedService,
  refusal: Refusal,
  requestId: string,
  request: Request,
): Reply {
  if (service === 's3') return s3Error(refusal, requestId, request);
  return isQueryService(service)
    ? queryError(service, refusal, requestId)
    : jsonError(service, refusal);
}
