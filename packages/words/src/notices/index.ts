import { agreementNotices } from './agreements.ts';
import type { NoticeFacts, NoticeName } from './facts.ts';
import { houseNotices } from './house.ts';
import { keepingNotices } from './keeping.ts';
import { lifeNotices, requestNotices } from './leases.ts';
import { liveSessionsNotices } from './live-sessions.ts';
import { troubleNotices } from './trouble.ts';
import type { Notice, NoticeWordsOf, Reader } from './words.ts';

export type { NoticeFacts, NoticeName } from './facts.ts';
export type { Notice, Reader } from './words.ts';

const noticeWords: NoticeWordsOf<NoticeName> = {
  ...requestNotices,
  ...lifeNotices,
  ...troubleNotices,
  ...houseNotices,
  ...keepingNotices,
  ...liveSessionsNotices,
  ...agreementNotices,
};

/** Tells a message that Sekisho sends by itself: what happened, and what to do next. */
export function noticeText<Name extends NoticeName>(
  name: Name,
  facts: NoticeFacts[Name],
  reader: Reader,
): Notice {
  return noticeWords[name][reader.language](facts, reader);
}
