import {
  commonOutcomes,
  type DoctorCode,
  type Finding,
  type FindingSubject,
  found,
} from '@sekisho/contract';
import { scrub } from '../platform/scrub.ts';
import type { Examination } from './ports.ts';

/** How many are made at a time, and how long all of them may take. */
export interface RunLimits {
  readonly atOnce: number;
  readonly milliseconds: number;
}

const usual: RunLimits = { atOnce: 12, milliseconds: 45_000 };

/**
 * Makes all examinations, some at a time and within one bound: what failed or was not come to is told
 * of as skipped. Never throws.
 */
export async function runExaminations(
  examinations: readonly Examination[],
  limits: RunLimits = usual,
): Promise<readonly Finding[]> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const findings = new Map<Examination, readonly Finding[]>();
  const waiting = [...examinations];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      findings.set(one, await bounded(one, signal, limits.milliseconds));
  };
  await Promise.all(Array.from({ length: limits.atOnce }, work));
  return examinations.flatMap((one) => findings.get(one) ?? []);
}

async function bounded(
  examination: Examination,
  signal: AbortSignal,
  milliseconds: number,
): Promise<readonly Finding[]> {
  const seconds = Math.ceil(milliseconds / 1000);
  const unfinished = { outcome: 'unfinished', facts: { seconds } } as const;
  if (signal.aborted) return skipped(examination, unfinished);
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const answers = await Promise.race([promise, examination.examine(signal)]);
    return answers.map(withoutSecrets);
  } catch (error) {
    if (signal.aborted) return skipped(examination, unfinished);
    const detail = error instanceof Error ? error.message : String(error);
    return skipped(examination, { outcome: 'unread', facts: { detail: scrub(detail) } });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

type Skipping =
  | { readonly outcome: 'unfinished'; readonly facts: { readonly seconds: number } }
  | { readonly outcome: 'unread'; readonly facts: { readonly detail: string } };

function skipped(
  { codes, subject }: { readonly codes: readonly DoctorCode[]; readonly subject: FindingSubject },
  { outcome, facts }: Skipping,
): Finding[] {
  return codes.map((code) => ({
    ...found(code, 'unread', subject, { detail: '' }),
    ...{ outcome, facts, level: commonOutcomes[outcome][0] },
  }));
}

/** Facts are others' words too: of services, of files. */
export function withoutSecrets(finding: Finding): Finding {
  const facts = Object.entries(finding.facts).map(([name, value]) => [
    name,
    typeof value === 'string' ? scrub(value).slice(0, 500) : value,
  ]);
  return { ...finding, facts: Object.fromEntries(facts) as Finding['facts'] };
}
