import { errorBudget } from '../budget/index.ts';
import type { Finding, ObtainableSli, Wanted } from './finding.ts';

/**
 * Says that the target which is wanted of an SLI would be spent soon, where history kept only less.
 * @param keeps the highest target that history kept; 0 when it kept none that promises anything
 */
export function judgePromise(
  { kind, subject, counted, within }: ObtainableSli,
  keeps: number,
  { target, windowMinutes }: Wanted,
): readonly Finding[] {
  const { good, bad } = counted ?? { good: 0, bad: 0 };
  const events = good + bad;
  if (bad === 0) return [];
  const evidence = {
    ...{ events, seen: good / events, target, keeps, windowMinutes },
    lastsMinutes: Math.min((windowMinutes * errorBudget(target) * events) / bad, windowMinutes),
  };
  const common = { severity: 'weakens', about: [kind], subject } as const;
  if (within === null)
    return [{ code: keeps === 0 ? 'mostly-failing' : 'fails-too-often', ...common, evidence }];
  const code = keeps === 0 ? 'mostly-slow' : 'too-slow';
  return [{ code, ...common, evidence: { ...evidence, within } }];
}
