import type { AccessLease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { formatSpan } from '@sekisho/words/time';
import type { Part } from './card.ts';
import { type CardOptions, say } from './options.ts';

type Sessions = Pick<AccessLease, 'state' | 'sessionSeconds' | 'liveSessions'>;

/**
 * What becomes of sessions that are open when a lease ends, for whoever agrees to it or looks later: AWS ends
 * none with the assignment, unless policies deny them. Empty where there is nothing to say any more.
 */
export function liveSessionsText(
  { state, sessionSeconds, liveSessions }: Sessions,
  { language }: Pick<CardOptions, 'language'>,
): string {
  const span = formatSpan(sessionSeconds, language);
  switch (liveSessions) {
    case null:
      if (isFinal(state)) return '';
      return say(
        language,
        `Sessions that are open when it ends live on for at most ${span}.`,
        `終了時に開いているセッションは、最長で ${span}残ります。`,
      );
    case 'end':
      return say(
        language,
        'Sessions that are open when it ends are ended with it, within minutes.',
        '終了時に開いているセッションも、数分以内に終わります。',
      );
    case 'ending':
      return say(language, 'Open sessions are being ended.', '開いていたセッションを終了中です。');
    case 'ended':
      return say(
        language,
        'Sessions that were open have been ended.',
        '開いていたセッションも終了しました。',
      );
    case 'stand':
      return say(
        language,
        'Open sessions go on: the access stands beside this lease.',
        'この貸出のほかにも権限があるため、開いているセッションは続きます。',
      );
    case 'no-room':
      return say(
        language,
        `Sessions that were open live on, for at most ${span} after the end: the policy that would end them is full.`,
        `セッションを終わらせるポリシーに空きがないため、終了後も最長で ${span}残ります。`,
      );
  }
}

/** The same as a part of a card; sessions that live on although they should not are a warning. */
export function sessionsParts(lease: Sessions, options: CardOptions): Part[] {
  const text = liveSessionsText(lease, options);
  if (text === '') return [];
  const level = lease.liveSessions === 'no-room' ? 'warning' : 'information';
  return [{ type: 'notice', level, text, detail: null }];
}
