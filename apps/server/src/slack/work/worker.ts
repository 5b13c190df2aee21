import { chat } from '@sekisho/core';
import { answer } from '../answer.ts';
import { formFor } from '../at-once.ts';
import { coalesce } from '../coalesce.ts';
import type { Incoming } from '../come-in/incoming.ts';
import { explain, explainCode } from '../failure.ts';
import { textMessage } from '../message.ts';
import type { Parts } from '../parts.ts';
import { contextOf, type People } from '../people.ts';
import { readerOf } from '../reader.ts';
import { say } from '../words.ts';
import { work } from './work.ts';

/** Pieces of work at once: more would only be in the way of what is being taken in. */
const width = 8;
/** Whoever takes longer than this waits for somebody else, and holds up nobody here. */
const slowMs = 1000;
/** So many at once with those that wait. */
const most = 32;
/** How long one piece of work lets others be taken in first. */
const patienceMs = 100;
/** Between looks for what others left behind; what this process took in wakes it at once. */
const idleMs = 5_000;
/** How long stopping waits for what is being worked on; the inbox keeps the rest. */
const farewellMs = 10_000;
/** Tries at answering before an event is given up; they are half a minute apart. */
const mostAttempts = 20;

export interface Worker {
  /** Works on what is due now and waits for it; answers how many there were. */
  once(): Promise<number>;
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

/** Works on what was acknowledged: at once when woken, and after a restart what the last process left. */
export function createWorker(parts: Parts, people: People): Worker {
  const working = new Map<string, Promise<void>>();
  const slow = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const begin = (event: chat.ChatEvent, full: boolean): Promise<void> => {
    // Claimed again while it is still being worked on: it is slow, not lost.
    const before = working.get(event.key);
    if (before !== undefined) return before;
    const late = setTimeout(() => {
      slow.add(event.key);
      if (full) wake();
    }, slowMs);
    const mine = attempt(parts, people, event).finally(() => {
      clearTimeout(late);
      slow.delete(event.key);
      working.delete(event.key);
      if (full) wake();
    });
    working.set(event.key, mine);
    return mine;
  };
  const claim = async (): Promise<Promise<void>[]> => {
    const free = Math.min(width + slow.size, most) - working.size;
    if (free <= 0) return [];
    const events = await chat.claimChatEvents(parts.house, free);
    return events.map((event) => begin(event, events.length === free));
  };
  const look = coalesce(claim);
  const wake = () =>
    void look().catch((error: unknown) =>
      parts.logger.error({ err: error }, 'the inbox could not be read'),
    );
  return {
    wake,
    async once() {
      const begun = await claim();
      await Promise.all(begun);
      return begun.length;
    },
    start() {
      wake();
      timer = setInterval(wake, idleMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      const patience = Promise.withResolvers<void>();
      const late = setTimeout(patience.resolve, farewellMs);
      await Promise.race([Promise.allSettled([...working.values()]), patience.promise]);
      clearTimeout(late);
    },
  };
}

async function attempt(parts: Parts, people: People, event: chat.ChatEvent): Promise<void> {
  const incoming = event.payload as unknown as Incoming;
  try {
    await parts.rush.calm(patienceMs);
    const done = await workOn(parts, people, incoming, event.attempts);
    if (done) await chat.finishChatEvent(parts.house, event.key);
  } catch (error) {
    parts.logger.warn({ err: error, key: event.key }, 'Slack could not be answered; tried again');
    if (event.attempts >= mostAttempts) await chat.finishChatEvent(parts.house, event.key);
  }
}

/** Answers whether it is done. What a verb says is an answer; what Slack refuses is tried again. */
async function workOn(
  parts: Parts,
  people: People,
  incoming: Incoming,
  attempts: number,
): Promise<boolean> {
  const { house, logger, baseUrl } = parts;
  const admission = await people.admit(incoming);
  if ('refused' in admission) {
    const { code, facts, language, link } = admission.refused;
    const message = explainCode(code, facts, { language, timeZone: 'UTC', people: [], link });
    await answer(parts, incoming, message);
    return true;
  }
  const { person } = admission;
  const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
  if (formFor(incoming, Object.keys(house.config().environments)) !== null) {
    // Whoever acknowledged it is opening the form. Found again, they died, and its trigger is spent.
    if (attempts <= 1) return false;
    await answer(parts, incoming, tryAgain(reader.language));
    return true;
  }
  const context = contextOf(person, incoming);
  const message = await work(parts, { incoming, person, reader, context }).catch(
    (error: unknown) => {
      if (isOfSlack(error)) throw error;
      const { requestId } = context;
      const failure = explain(error, reader, requestId);
      logger.info(
        { err: error, requestId, person: person.id },
        'a request from Slack was not done',
      );
      return failure;
    },
  );
  if (message !== null) await answer(parts, incoming, message);
  return true;
}

function tryAgain(language: 'en' | 'ja') {
  return textMessage(
    say(
      language,
      'Sekisho was restarted just then, so the form did not open. Please do it once more.',
      '再起動のため、フォームを開けませんでした。もう一度お願いします。',
    ),
  );
}

/** Failures of Slack's Web API carry its own codes. */
function isOfSlack(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' && code.startsWith('slack_webapi_');
}
