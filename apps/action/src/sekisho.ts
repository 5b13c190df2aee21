import { HttpClient } from '@actions/http-client';
import type { Directories } from './changed-folders.ts';
import { Failure, Refused } from './failure.ts';
import { codeOf } from './job-token.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import type { Language } from './texts.ts';

/** Sekisho did not answer, or asked to be left alone: the same call is worth another try. */
export class Later extends Error {
  readonly afterSeconds: number | null;
  constructor(why: string, afterSeconds: number | null = null) {
    super(why);
    this.afterSeconds = afterSeconds;
  }
}

export interface Plan {
  /** Of the saved plan file, lower-case hex. */
  readonly sha256: string;
  /** What `terraform show -json` says; null once Sekisho has it. */
  readonly json: string | null;
  /** Where the change is; null when that is not known, or was said already. */
  readonly directories: Directories | null;
}

/** What is asked for; the same question again is answered with how it stands. */
export interface Question {
  readonly purpose: string;
  readonly plan: Plan | null;
}

/** Sekisho's HTTP API, as far as a job needs it. Every call takes a token of its own. */
export interface Sekisho {
  /**
   * Errors: `Later`, `Refused`, `Failure` `bad-answer`.
   * @param wait seconds that Sekisho may keep the answer back until there is news
   */
  exchange(token: string, question: Question, wait: number): Promise<Answer>;
  /** Errors: `Later`, `Refused`. */
  finish(token: string, lease: string): Promise<void>;
}

const timeoutMs = 60_000;

/** @param url without a trailing slash */
export function openSekisho(url: string, language: Language): Sekisho {
  async function post(path: string, body: object): Promise<string> {
    const client = new HttpClient('sekisho-action', [], {
      ...{ socketTimeout: timeoutMs, allowRedirects: false },
    });
    try {
      const headers = { 'content-type': 'application/json', 'accept-language': language };
      const answer = await client.post(`${url}/api/v1/${path}`, JSON.stringify(body), headers);
      const text = await answer.readBody();
      const { statusCode = 0, headers: said } = answer.message;
      if (statusCode === 200) return text;
      throw refusal(statusCode, text, said['retry-after'], url);
    } catch (error) {
      if (error instanceof Refused || error instanceof Later || error instanceof Failure)
        throw error;
      throw new Later(codeOf(error));
    } finally {
      client.dispose();
    }
  }
  return {
    async exchange(token, { purpose, plan }, wait) {
      const body = { token, purpose, wait, ...(plan === null ? {} : { plan: withoutNull(plan) }) };
      const answer = readAnswer(await post('ci/exchange', body));
      if (answer === null) throw new Failure('bad-answer', { url });
      return answer;
    },
    async finish(token, lease) {
      await post('ci/finish', { token, lease });
    },
  };
}

function withoutNull({ sha256, json, directories }: Plan): object {
  return { sha256, ...(json === null ? {} : { json }), ...(directories && { directories }) };
}

/** Problem documents (RFC 9457) bear a code and a sentence in the reader's language. */
function refusal(status: number, text: string, retryAfter: string | undefined, url: string): Error {
  // 408: what was sent did not arrive in time.
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return new Later(`HTTP ${status}`, Number.isFinite(seconds) && seconds > 0 ? seconds : null);
  }
  try {
    const { code, detail, title } = JSON.parse(text) as Record<string, unknown>;
    const message = [detail, title].find((value) => typeof value === 'string');
    if (typeof code === 'string' && typeof message === 'string')
      return new Refused(code, status, message);
  } catch {}
  return new Failure('bad-answer', { url });
}
