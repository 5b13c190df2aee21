import { chat } from '@sekisho/core';
import { answer } from '../answer.ts';
import { formFor } from '../at-once.ts';
import type { Incoming } from '../come-in/incoming.ts';
import { explain, explainCode } from '../failure.ts';
import { textMessage } from '../message.ts';
import type { Parts } from '../parts.ts';
import { contextOf, type People } from '../people.ts';
import { readerOf } from '../reader.ts';
import { say } from '../words.ts';
import { work } from './work.ts';

const width = 8;
/** How long one piece of work lets others be taken in first. */
const patienceMs = 100;
/** Tries at answering before an event is given up; they are half a minute apart. */
const mostAttempts = 20;

/** Works on what was acknowledged: at once when woken, and after a restart what the last process left. */
export async function workOnInbox(parts: Parts, people: People, limit = 50): Promise<number> {
  const events = await chat.claimChatEvents(parts.house, limit);
  const queue = [...events];
  const take = async () => {
    for (let event = queue.shift(); event; event = queue.shift()) {
      await parts.rush.calm(patienceMs);
      await attempt(parts, people, event);
    }
  };
  await Promise.all(Array.from({ length: width }, take));
  return events.length;
}

async function attempt(parts: Parts, people: People, event: chat.ChatEvent): Promise<void> {
  const incoming = event.payload as unknown as Incoming;
  try {
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
    const { code, facts, language } = admission.refused;
    const message = explainCode(code, facts, { language, timeZone: 'UTC', people: [] });
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
