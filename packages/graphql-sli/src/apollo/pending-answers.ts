import type { HTTPGraphQLHead } from '@apollo/server';
import type { FinishedOperation } from '../operation/finished-operation.ts';

/** An answer without the status, which is known only when every member of its batch is done. */
export type StatuslessAnswer = Omit<FinishedOperation, 'status'>;

/** One operation on its way. What it says after its first end is heard only if it is a failure. */
export interface PendingAnswer {
  /** Its answer is ready; null when it is counted elsewhere. */
  ended(answer: StatuslessAnswer | null): void;
  /** The response will be an error of the server's (500), whatever was answered. */
  failed(answer: StatuslessAnswer): void;
}

interface Pending {
  running: number;
  /** In the order of the batch. */
  readonly answers: (StatuslessAnswer | null)[];
  hasFailed: boolean;
}

/**
 * Waits until all operations of a response have ended, and a turn longer: Apollo Server may still
 * find that another plug-in failed, after which the answer is an error. Members of a batch share
 * the head of their response, and so its status; they all begin before the first one ends.
 * @param settle gets every operation with the status that the response has
 * @returns what is called when an operation begins whose answer goes into the response of a head
 */
export function pendingAnswers(
  settle: (finished: FinishedOperation) => void,
): (head: HTTPGraphQLHead) => PendingAnswer {
  const pending = new WeakMap<HTTPGraphQLHead, Pending>();

  function settleAll(head: HTTPGraphQLHead, { answers, hasFailed }: Pending): void {
    pending.delete(head);
    const status = hasFailed ? 500 : (head.status ?? 200);
    for (const answer of answers) if (answer !== null) settle({ ...answer, status });
  }

  return (head) => {
    const one = pending.get(head) ?? { running: 0, answers: [], hasFailed: false };
    pending.set(head, one);
    one.running += 1;
    const place = one.answers.push(null) - 1;
    let isOver = false;
    const end = (answer: StatuslessAnswer | null): void => {
      if (isOver) return;
      isOver = true;
      one.answers[place] = answer;
      one.running -= 1;
      if (one.running === 0) setImmediate(() => settleAll(head, one));
    };
    return {
      ended: end,
      failed(answer) {
        one.hasFailed = true;
        end(answer);
      },
    };
  };
}
