import type { Config } from '@sekisho/config';
import { type DoctorCode, type Finding, found, subjectOf } from '@sekisho/contract';
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

/**
 * What of the findings was asked for, and what is wrong with what kept it from being looked at; that
 * the question itself is wrong is told of whatever was asked.
 */
export function askedOf(
  findings: readonly Finding[],
  { only }: Pick<Wanted, 'only'>,
): readonly Finding[] {
  if (only === undefined) return findings;
  const asked = new Set<string>(only);
  const blocked = findings.filter((one) => asked.has(one.code) && one.outcome === 'blocked');
  const blocking = new Set(blocked.map(({ facts }) => facts['by']));
  const isWrong = ({ level }: Finding) => level === 'error' || level === 'warning';
  return findings.filter(
    (one) =>
      asked.has(one.code) ||
      one.outcome === 'no-account' ||
      (isWrong(one) && blocking.has(one.code)),
  );
}

/** That no environment is in the account that was asked about; null when one is, or none was asked for. */
export function noSuchAccount(
  { environments }: Pick<Config, 'environments'>,
  { account }: Pick<Wanted, 'account'>,
): Finding | null {
  const all = Object.values(environments).map((one) => one.account);
  const known = [...new Set(all.filter((one) => one !== ''))].sort().join(', ') || 'none';
  if (account === undefined || all.includes(account)) return null;
  return found('config-file', 'no-account', subjectOf('aws'), { account, known });
}
