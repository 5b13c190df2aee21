import type { LeaseState, MissingPiece } from '@sekisho/contract';
import type { Language } from '../language.ts';
import { missingText } from './missing.ts';

/** How a job's lease stands. */
export interface CiStanding {
  readonly id: string;
  readonly state: LeaseState;
  /** Where it is approved; null where nobody knows. */
  readonly url: string | null;
  readonly purpose: string;
  readonly missing: MissingPiece | null;
  /** Until the deadline; null before there is one. */
  readonly secondsLeft: number | null;
  readonly approach: 'broker' | 'window';
}

/** One line for the log of a job: how its asking stands, and what happens next. */
export function ciMessage(standing: CiStanding, language: Language): string {
  return language === 'ja' ? inJapanese(standing) : inEnglish(standing);
}

/** From here on a job is told that its time runs out. */
const soonSeconds = 10 * 60;

function inEnglish({
  id,
  state,
  url,
  purpose,
  missing,
  secondsLeft,
  approach,
}: CiStanding): string {
  const where = url === null ? id : url;
  switch (state) {
    case 'requested':
      return `Waiting for approval of "${purpose}": ${where}`;
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
      return 'The role was taken back. Terraform may have left a lock on its state: "terraform plan" shows who holds it, "terraform force-unlock" removes it.';
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

function inJapanese({
  id,
  state,
  url,
  purpose,
  missing,
  secondsLeft,
  approach,
}: CiStanding): string {
  const where = url === null ? id : url;
  switch (state) {
    case 'requested':
      return `「${purpose}」の承認を待っています: ${where}`;
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
      return 'ロールは返却されました。Terraform の state ロックが残ることがあります。terraform plan で確認し、terraform force-unlock で解除できます。';
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
