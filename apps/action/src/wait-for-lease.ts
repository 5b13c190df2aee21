import { Failure } from './failure.ts';
import type { Answer } from './read-answer.ts';
import { Later } from './sekisho.ts';

/** States in which somebody or something is still to act. */
const underWay = new Set(['requested', 'approved', 'granting']);
const usualPollSeconds = 5;
const longestBackoffSeconds = 30;
/** Proxies hang up on what is silent for a minute; with the pause after it, two of them are a minute. */
const longestPollSeconds = 28;
/** A log that says nothing for longer looks like one of a job that hangs. */
const silenceSeconds = 60;

interface Waiting {
  /** Asks once, with a token of its own; the answer may be kept back so many seconds. */
  readonly ask: (seconds: number) => Promise<Answer>;
  readonly url: string;
  readonly waitSeconds: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Told of every answer whose state or message is new, and about once a minute of one that is not. */
  readonly onNews: (answer: Answer, waitedSeconds: number) => void;
  readonly onTrouble: (why: string) => void;
}

/**
 * Asks until the lease is active and gives what it has to give.
 * Errors: `Failure` `over` when it ended some other way, `wait-over`, `unreachable`; `Refused`.
 */
export async function waitForLease(waiting: Waiting): Promise<Answer> {
  const { waitSeconds, now, random } = waiting;
  const begun = now();
  const until = begun + waitSeconds * 1000;
  let told = '';
  let toldAt = begun;
  let failures = 0;
  let answered = false;
  for (;;) {
    let delay: number;
    let why = '';
    try {
      const left = Math.floor((until - now()) / 1000);
      // At first at once: the log says where to approve, and the post step knows what to give back.
      const longest = answered ? Math.max(0, Math.min(left, longestPollSeconds)) : 0;
      const answer = await waiting.ask(longest);
      [failures, answered] = [0, true];
      const news = `${answer.state} ${answer.message}`;
      if (news !== told || now() - toldAt >= silenceSeconds * 1000) {
        waiting.onNews(answer, Math.round((now() - begun) / 1000));
        [told, toldAt] = [news, now()];
      }
      if (isGiven(answer, waiting.url)) return answer;
      delay = answer.retryAfterSeconds ?? usualPollSeconds;
    } catch (error) {
      why = whyLater(error);
      if (failures === 0) waiting.onTrouble(why);
      const given = error instanceof Later ? error.afterSeconds : null;
      delay = given ?? Math.min(2 ** failures, longestBackoffSeconds);
      failures += 1;
    }
    // Jobs that were begun at one moment must not all come back at one moment.
    const pause = Math.max(delay, 0.2) * (1 + 0.25 * random()) * 1000;
    if (now() + pause >= until) throw endOf(waiting, answered && failures === 0, why);
    await waiting.sleep(pause);
  }
}

function isGiven(answer: Answer, home: string): boolean {
  const { lease, state, message, url } = answer;
  if (state === 'active') return answer.credentials !== null || answer.role !== null;
  if (underWay.has(state)) return false;
  throw new Failure('over', { lease, state, message, url: url ?? home });
}

/** What is worth another try. Errors: everything else, as it came. */
function whyLater(error: unknown): string {
  if (error instanceof Later) return error.message;
  if (error instanceof Failure && error.key === 'token-refused') return error.message;
  throw error;
}

function endOf({ url, waitSeconds }: Waiting, answered: boolean, why: string): Failure {
  const wait = waitSeconds % 60 === 0 ? `${waitSeconds / 60}m` : `${waitSeconds}s`;
  return answered
    ? new Failure('wait-over', { wait })
    : new Failure('unreachable', { url, wait, why });
}
