import type { Finding, FindingLevel } from '@sekisho/contract';
import { levelWords } from '@sekisho/words/doctor';
import type { DoctorSearch } from './search.ts';

/** From worst to best. */
export const levels = Object.keys(levelWords) as readonly FindingLevel[];

/** How bad it is; what a newer server calls otherwise is not taken for well. */
export function levelOf({ level }: Pick<Finding, 'level'>): FindingLevel {
  return levels.includes(level) ? level : 'warning';
}

/** Whether a finding is at least as bad as was asked for. */
export function fits(finding: Finding, { level }: DoctorSearch): boolean {
  const bound = levels.indexOf(level as FindingLevel);
  return bound < 0 || levels.indexOf(levelOf(finding)) <= bound;
}

/** Whether somebody has to do something about it. */
export function isWrong(finding: Finding): boolean {
  return ['error', 'warning'].includes(levelOf(finding));
}

/** How many findings there are of each level that has any, the worst first. */
export function countsOf(
  findings: readonly Finding[],
): readonly (readonly [FindingLevel, number])[] {
  const count = (level: FindingLevel) => findings.filter((one) => levelOf(one) === level).length;
  return levels.map((level) => [level, count(level)] as const).filter(([, many]) => many > 0);
}
