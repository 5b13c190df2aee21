import { operationIn } from '../operation/document-operation.ts';
import type { FinishedOperation } from '../operation/finished-operation.ts';
import { plainMessage } from '../operation/plain-message.ts';
import type { Answer, Member, RequestState } from './request-state.ts';

/** Extensions that Yoga takes out of errors when it writes them: they are for itself. */
export const internals = ['http', 'unexpected'];

/** The operations that one HTTP request was for, each with its answer; none when it was none of GraphQL's. */
export function finishRequest(state: RequestState, answer: Answer): readonly FinishedOperation[] {
  const { result, members } = state;
  if (result === undefined || answer.isEmpty) return [operation(onlyOf(members), null, answer)];
  if (!Array.isArray(result)) {
    return [operation(onlyOf(members), [plainMessage(result, internals)], answer)];
  }
  if (result.length === 0) {
    const succeeded = answer.status >= 200 && answer.status < 300;
    return succeeded ? [] : [operation(undefined, null, answer)];
  }
  // Should another plug-in have answered some before this one was asked, nobody knows which.
  const known = members.length === result.length ? members : [];
  return result.map((member: unknown, index) =>
    operation(known[index], [plainMessage(member, internals)], answer),
  );
}

/** The operation of a request that was answered in parts, when the last one was. */
export function finishStream({ stream, members }: RequestState, answer: Answer): FinishedOperation {
  const messages = stream?.messages() ?? [];
  // Events that are yet to come are no failure; parts without a first one are.
  const quiet = answer.isEventStream ? [{ data: {} }] : null;
  const said = messages.length === 0 ? quiet : messages;
  return operation(onlyOf(members), said, answer);
}

function operation(
  member: Member | undefined,
  messages: readonly unknown[] | null,
  { status, isEmpty, aborted, durationMs }: Answer,
): FinishedOperation {
  const asked = member?.asked;
  const { name, type } = member?.operation ?? operationIn(undefined, nameIn(member));
  return { status, messages, isEmpty, name, type, asked, aborted, durationMs };
}

/** Anyone may have written the name, so it may be anything. */
function nameIn(member: Member | undefined): string | undefined {
  const name: unknown = member?.asked?.operationName;
  return typeof name === 'string' ? name : undefined;
}

function onlyOf(members: readonly Member[]): Member | undefined {
  return members.length === 1 ? members[0] : undefined;
}
