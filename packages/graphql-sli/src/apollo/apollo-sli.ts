import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContext,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import { operationIn } from '../operation/document-operation.ts';
import { gatherMessages } from '../operation/gather-messages.ts';
import { plainMessage } from '../operation/plain-message.ts';
import { createRecorder, type Recorder, type SliOptions } from '../operation/recorder.ts';
import { watchStream } from '../operation/watch-stream.ts';
import { clientIsGone } from './client-gone.ts';
import { type PendingAnswer, pendingAnswers, type StatuslessAnswer } from './pending-answers.ts';
import { refusedRequest } from './refused-request.ts';
import { isRefusedType } from './refused-type.ts';

export interface ApolloSliOptions extends SliOptions {
  /**
   * Whether the client had gone when the answer was ready, from the context that your server
   * makes; when unsaid, `res`, `reply` and `request` of the context are looked at, so let your
   * context carry one of them.
   */
  readonly isAborted?: (context: unknown) => boolean;
}

type Context = GraphQLRequestContext<BaseContext>;
type Sending = GraphQLRequestContextWillSendResponse<BaseContext>;

/**
 * A plug-in for Apollo Server 5 that judges every operation that comes over HTTP by what Apollo
 * Server answers, and tells the sinks.
 *
 * - Seen: syntax and validation errors, persisted queries that are not known yet, resolvers,
 *   failures of the context and of other plug-ins, requests that are none of GraphQL's, each
 *   member of a batch. Not seen: what your HTTP framework answers itself (a body that is no
 *   JSON), and results that cannot be written as JSON.
 * - Apollo Server has no hook after the HTTP response, so an answer counts when it is ready, and
 *   its duration is that of the operation. One malformed member makes Apollo Server refuse its
 *   whole batch: that counts once, and the other members, which were run, count as well.
 * - `@defer` and `@stream` are judged when the last part was made. Apollo Server 5 has them only
 *   with `legacyExperimentalExecuteIncrementally` or an alpha of graphql 17.
 *
 * Errors: throws at once when the rules are wrong; never after that.
 */
export function apolloSli(options: ApolloSliOptions): ApolloServerPlugin {
  const recorder = createRecorder(options);
  const begin = pendingAnswers((finished) => recorder.record(finished));
  const begun = new WeakMap<object, { readonly at: number; readonly pending: PendingAnswer }>();
  const isAborted = options.isAborted ?? clientIsGone;

  function wasAborted(contextValue: BaseContext): boolean {
    let aborted = false;
    recorder.guard(() => {
      aborted = isAborted(contextValue);
    });
    return aborted;
  }

  function answerOf(context: Context, messages: readonly unknown[]): StatuslessAnswer {
    const { request, document, contextValue } = context;
    const durationMs = performance.now() - (begun.get(context)?.at ?? Number.NaN);
    const operation = operationIn(document, request.operationName);
    return {
      messages,
      ...operation,
      asked: request,
      aborted: wasAborted(contextValue),
      durationMs,
    };
  }

  return {
    async requestDidStart(context) {
      // Without HTTP it is a call of the server's own, not a user's.
      if (context.request.http === undefined) return undefined;
      const pending = begin(context.response.http);
      begun.set(context, { at: performance.now(), pending });
      return {
        async willSendResponse(sending) {
          recorder.guard(() =>
            willSend(sending, pending, recorder, (messages) => answerOf(sending, messages)),
          );
        },
      };
    },
    async unexpectedErrorProcessingRequest({ requestContext: context }) {
      const pending = begun.get(context)?.pending;
      recorder.guard(() => pending?.failed(answerOf(context, [])));
    },
    async contextCreationDidFail({ error }) {
      recorder.guard(() => recorder.record(refusedRequest(error)));
    },
    async invalidRequestWasReceived({ error }) {
      recorder.guard(() => recorder.record(refusedRequest(error)));
    },
    async serverWillStart() {
      return { serverWillStop: () => recorder.stop() };
    },
  };
}

function willSend(
  { request, response }: Sending,
  pending: PendingAnswer,
  { rules, guard }: Recorder,
  answerOf: (messages: readonly unknown[]) => StatuslessAnswer,
): void {
  const { http, body } = response;
  const accept = request.http?.headers.get('accept');
  if (isRefusedType(body.kind, accept, http.headers.get('content-type'))) {
    pending.ended(null);
    return;
  }
  if (body.kind === 'single') {
    pending.ended(answerOf([plainMessage(body.singleResult)]));
    return;
  }
  const gathered = gatherMessages(rules.errorsAsData.length > 0);
  gathered.add(plainMessage(body.initialResult));
  const rest = watchStream<unknown>(
    body.subsequentResults,
    (message) => guard(() => gathered.add(plainMessage(message))),
    (wasLeft) =>
      guard(() => {
        const answer = answerOf(gathered.messages());
        pending.ended({ ...answer, aborted: answer.aborted || wasLeft });
      }),
  );
  Object.assign(body, { subsequentResults: rest });
}
