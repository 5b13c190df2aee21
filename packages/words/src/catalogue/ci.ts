import type { LeaseState, MissingPiece } from '@sekisho/contract';
import type { Language } from '../language.ts';
import { missingText } from './missing.ts';
import { stateLockBriefly } from './state-lock.ts';

/** How a job's lease stands. */
export interface CiStanding {
  readonly id: string;
  readonly state: LeaseState;
  /** Its page; null where nobody said what the console’s address is. */
  readonly url: string | null;
  /** Id of the Slack channel that has its card; null without one. */
  readonly channel: string | null;
  /** Names of those who may approve it now. */
  readonly approvers: readonly string[];
  /** How many of them must still agree. */
  readonly approvalsLeft: number;
  readonly purpose: string;
  readonly missing: MissingPiece | null;
  /** Until the deadline; null before there is one. */
  readonly secondsLeft: number | null;
  /** For how long what it was given is let run on after the deadline; null, as without it, where it is not. */
  readonly drainSecondsLeft?: number | null;
  readonly approach: 'broker' | 'window';
}

/** One line for the log of a job: how its asking stands, and what happens next. */
export function ciMessage(standing: CiStanding, language: Language): string {
  return language === 'ja' ? inJapanese(standing) : inEnglish(standing);
}

/** From here on a job is told that its time runs out. */
const soonSeconds = 10 * 60;

/** Names that one line tells. */
const mostNames = 6;

function inEnglish(standing: CiStanding): string {
  const { id, state, url, purpose, missing, secondsLeft, approach } = standing;
  const where = url === null ? id : url;
  switch (state) {
    case 'requested':
      return `Waiting for approval of "${purpose}" by ${whoInEnglish(standing)}. Approve: ${placesOf(standing, 'in Slack channel ', ', or ')}`;
    case 'approved':
    case 'granting':
      return missing === null
        ? `Approved; ${approach === 'window' ? 'the window is being opened' : 'the role is being lent'}.`
        : missingText(missing, 'en').why;
    case 'active': {
      const minutes = Math.ceil((secondsLeft ?? 0) / 60);
      const soon = (secondsLeft ?? Infinity) <= soonSeconds;
      return soon
        ? `The role ends in ${minutes} min, also in mid-apply. Extend it: ${where}`
        : `The role is lent for ${minutes} min more.`;
    }
    case 'revoking':
    case 'ended':
      if (standing.drainSecondsLeft)
        return `The deadline has passed: nothing more is lent. What the job has works for ${minutesOf(standing.drainSecondsLeft)} min more at most.`;
      return `The role was taken back. ${stateLockBriefly.en}`;
    case 'denied':
      return `Denied: ${where}`;
    case 'withdrawn':
      return 'Withdrawn, or replaced by a newer run.';
    case 'lapsed':
      return 'Nobody answered in time.';
    case 'failed':
      return missing === null ? `It could not be lent: ${where}` : missingText(missing, 'en').why;
  }
}

function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60);
}

function whoInEnglish({ approvers, approvalsLeft }: CiStanding): string {
  if (approvers.length === 0) return 'somebody, but nobody may approve it now';
  const names = approvers.slice(0, mostNames).join(', ');
  const more = approvers.length - mostNames;
  return `${approvalsLeft} of: ${names}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Where a lease can be approved: its page, or its card and the command line where nobody knows that. */
function placesOf({ id, url, channel }: CiStanding, inSlack: string, or: string): string {
  if (url !== null) return url;
  const card = channel === null ? [] : [`${inSlack}${channel}`];
  return [...card, `sekisho lease approve ${id}`].join(or);
}

function inJapanese(standing: CiStanding): string {
  const { id, state, url, purpose, missing, secondsLeft, approach } = standing;
  const where = url === null ? id : url;
  switch (state) {
    case 'requested':
      return `「${purpose}」の承認を待っています（${whoInJapanese(standing)}）。承認: ${placesOf(standing, 'Slack チャンネル ', '、または ')}`;
    case 'approved':
    case 'granting':
      return missing === null
        ? `承認されました。${approach === 'window' ? 'ウィンドウを開いています。' : 'ロールを準備しています。'}`
        : missingText(missing, 'ja').why;
    case 'active': {
      const minutes = Math.ceil((secondsLeft ?? 0) / 60);
      const soon = (secondsLeft ?? Infinity) <= soonSeconds;
      return soon
        ? `あと ${minutes} 分でロールが使えなくなります(apply の途中でも打ち切られます)。延長: ${where}`
        : `ロールはあと ${minutes} 分使えます。`;
    }
    case 'revoking':
    case 'ended':
      if (standing.drainSecondsLeft)
        return `期限を過ぎたため、これ以上は貸し出せません。ジョブに渡した権限は、最長であと ${minutesOf(standing.drainSecondsLeft)} 分使えます。`;
      return `ロールは返却されました。${stateLockBriefly.ja}`;
    case 'denied':
      return `却下されました: ${where}`;
    case 'withdrawn':
      return '取り下げられたか、新しい実行に置き換えられました。';
    case 'lapsed':
      return '時間内に回答がありませんでした。';
    case 'failed':
      return missing === null ? `貸し出せませんでした: ${where}` : missingText(missing, 'ja').why;
  }
}

function whoInJapanese({ approvers, approvalsLeft }: CiStanding): string {
  if (approvers.length === 0) return '今承認できる人がいません';
  const names = approvers.slice(0, mostNames).join('、');
  const more = approvers.length - mostNames;
  return `${names}${more > 0 ? `、ほか ${more} 人` : ''}のうち ${approvalsLeft} 人`;
}
