import type { Plugin } from 'graphql-yoga';
import { operationIn } from '../operation/document-operation.ts';
import { gatherMessages } from '../operation/gather-messages.ts';
import { plainMessage } from '../operation/plain-message.ts';
import { createRecorder, type Recorder, type SliOptions } from '../operation/recorder.ts';
import { watchStream } from '../operation/watch-stream.ts';
import { finishRequest, finishStream, internals } from './finish-request.ts';
import {
  type Answer,
  addMember,
  createState,
  keepState,
  memberOf,
  type RequestState,
  stateOf,
} from './request-state.ts';

/**
 * A plug-in for GraphQL Yoga 5 that judges every operation by what Yoga answers, and tells the
 * sinks. Put it first: what another plug-in answers before this one is asked is not seen.
 *
 * - Seen: everything that reaches GraphQL, answered or not (bad JSON, a wrong method, syntax,
 *   validation, context, resolvers), each member of a batch, and a POST that another plug-in
 *   refused (a rate limit) unless with 404. Not seen: preflights, health checks, pages, and
 *   a request whose resolvers never end.
 * - A result in parts (`@defer`, `@stream`, subscriptions) is judged when the last part was
 *   made. A subscription that its client ends has come to its ordinary end; any other answer
 *   that its client left is `aborted`.
 * - With plain Envelop, without Yoga, there is no HTTP to judge: this plug-in does nothing there.
 *
 * Errors: throws at once when the rules are wrong; never after that.
 */
export function yogaSli(options: SliOptions): Plugin {
  const recorder = createRecorder(options);
  return {
    // Yoga makes a dozen objects for each hook of each request, so there are as few as will do.
    onRequest({ serverContext, requestHandler, setRequestHandler }) {
      const state = createState(performance.now());
      keepState(serverContext, state);
      setRequestHandler((request, context) => {
        state.isGraphql = true;
        return requestHandler(request, context);
      });
    },
    onParams({ context, params }) {
      addMember(context, params);
    },
    // After parsing and before anything else: what could be read comes by here, also from a cache.
    onValidate({ context, params }) {
      const member = memberOf(context);
      if (member === undefined) return;
      member.operation = operationIn(params.documentAST, context.params?.operationName);
    },
    onResultProcess({ request, result, setResult, serverContext }) {
      const state = stateOf(serverContext);
      if (state === undefined) return;
      if (isStream(result)) setResult(watched(result, request, state, recorder));
      else state.result = result;
    },
    onResponse({ request, response, serverContext }) {
      const state = stateOf(serverContext);
      if (state === undefined || !isCounted(state, request, response)) return;
      recorder.guard(() => {
        const answer = answerOf(state, request, response);
        if (state.stream !== null && isStreaming(response)) {
          state.answer = answer;
          settleStream(state, recorder);
          return;
        }
        for (const finished of finishRequest(state, answer)) recorder.record(finished);
      });
    },
    onDispose: () => recorder.stop(),
  };
}

function watched<Result>(
  source: AsyncIterable<Result>,
  request: Request,
  state: RequestState,
  recorder: Recorder,
): AsyncIterable<Result> {
  const stream = gatherMessages(recorder.rules.errorsAsData.length > 0);
  state.stream = stream;
  return watchStream(
    source,
    (message) => recorder.guard(() => stream.add(plainMessage(message, internals))),
    (wasLeft) =>
      recorder.guard(() => {
        const left = wasLeft || request.signal.aborted;
        const aborted = left && state.members[0]?.operation?.type !== 'subscription';
        state.ended = { aborted, durationMs: performance.now() - state.startedAt };
        settleStream(state, recorder);
      }),
  );
}

/** Records a stream when it has ended and its response is known, whichever comes last. */
function settleStream(state: RequestState, { record }: Recorder): void {
  if (state.ended === null || state.answer === null) return;
  record(finishStream(state, { ...state.answer, ...state.ended }));
}

function isStream<Input>(result: Input): result is Extract<Input, AsyncIterable<unknown>> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

/**
 * Whether a response answers operations: GraphQL's own do, and those that refused a POST before it came
 * there. What another plug-in answers well in its place (a cache, a REST route) is not ours to judge.
 */
function isCounted(
  { isGraphql }: RequestState,
  { method }: Request,
  { status }: Response,
): boolean {
  return isGraphql || (method === 'POST' && status >= 400 && status !== 404);
}

/** Whether a response is written in parts; one that refuses to (406) is not. */
function isStreaming({ headers }: Response): boolean {
  return /^\s*(?:multipart\/mixed|text\/event-stream)/i.test(headers.get('content-type') ?? '');
}

function answerOf(state: RequestState, request: Request, response: Response): Answer {
  const isEventStream =
    state.stream !== null && (response.headers.get('content-type') ?? '').includes('event-stream');
  return {
    status: response.status,
    isEmpty: isEmpty(response),
    isEventStream,
    aborted: request.signal.aborted,
    durationMs: performance.now() - state.startedAt,
  };
}

/** Whether a response that may be without a body is: Partial Success, and Not Acceptable, which Yoga answers in place of a result. */
function isEmpty(response: Response): boolean {
  const { status } = response;
  // Asking for the body makes a stream of it, which costs.
  return (status === 294 || status === 406) && response.body === null;
}
