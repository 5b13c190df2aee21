import { type NamedOperation, operationIn } from '../operation/document-operation.ts';
import type { AskedOperation, FinishedOperation } from '../operation/finished-operation.ts';
import { plainMessage } from '../operation/plain-message.ts';
import type { Answer, RequestState } from './request-state.ts';

/** Extensions that Yoga takes out of errors when it writes them: they are for itself. */
export const internals = ['http', 'unexpected'];

/** The operations that one HTTP request was for, each with its answer; none when it was none of GraphQL's. */
export function finishRequest(state: RequestState, answer: Answer): readonly FinishedOperation[] {
  const { result, asked, operations } = state;
  if (result === undefined || answer.isEmpty) {
    return [operation(firstOf(asked), null, state.operations[0], answer)];
  }
  if (!Array.isArray(result)) {
    const messages = [plainMessage(result, internals)];
    return [operation(firstOf(asked), messages, state.operations[0], answer)];
  }
  const succeeded = answer.status >= 200 && answer.status < 300;
  if (result.length === 0) {
    return succeeded ? [] : [operation(undefined, null, undefined, answer)];
  }
  return result.map((member: unknown, index) => {
    const one = Array.isArray(asked) ? (asked as readonly AskedOperation[])[index] : undefined;
    const messages = [plainMessage(member, internals)];
    return operation(one, messages, operations[index], answer);
  });
}

/** The operation of a request that was answered in parts, when the last one was. */
export function finishStream(state: RequestState, answer: Answer): FinishedOperation {
  const messages = state.stream?.messages() ?? [];
  // Events that are yet to come are no failure; parts without a first one are.
  const quiet = answer.isEventStream ? [{ data: {} }] : null;
  const said = messages.length === 0 ? quiet : messages;
  return operation(firstOf(state.asked), said, state.operations[0], answer);
}

function operation(
  asked: AskedOperation | undefined,
  messages: readonly unknown[] | null,
  known: NamedOperation | undefined,
  { status, isEmpty, aborted, durationMs }: Answer,
): FinishedOperation {
  const { name, type } = known ?? operationIn(undefined, nameIn(asked));
  return { status, messages, isEmpty, name, type, asked, aborted, durationMs };
}

/** Anyone may have written the name, so it may be anything. */
function nameIn(asked: AskedOperation | undefined): string | undefined {
  return typeof asked?.operationName === 'string' ? asked.operationName : undefined;
}

function firstOf(asked: RequestState['asked']): AskedOperation | undefined {
  if (asked === null) return undefined;
  return Array.isArray(asked) ? undefined : (asked as AskedOperation);
}
