import type { DoctorCode, Finding } from '@sekisho/contract';
import type { Examination } from './ports.ts';

/** What of an examination somebody asks for. */
export interface Wanted {
  readonly only?: readonly DoctorCode[] | undefined;
  readonly account?: string | undefined;
}

/** Whether any of an examination was asked for: what nobody asked for costs nobody a call. */
export function isWanted({ codes, subject }: Examination, { only, account }: Wanted): boolean {
  if (account !== undefined && subject.account !== account) return false;
  return only === undefined || only.some((code) => codes.includes(code));
}

/** Whether a finding was asked for. */
export function isAsked({ code }: Finding, { only }: Wanted): boolean {
  return only === undefined || only.includes(code);
}
