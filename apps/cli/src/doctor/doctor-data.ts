import { type Finding, type FindingLevel, findingLevels } from '@sekisho/contract';
import { findingText } from '@sekisho/words/doctor';
import type { Host } from '../host.ts';
import type { ServerSaid } from './ask-server.ts';

/** What was found in all. */
export interface Examined {
  readonly said: Pick<ServerSaid, 'url' | 'answer'>;
  readonly findings: readonly Finding[];
  readonly worst: FindingLevel;
}

/** The document of `--json`: one whatever was found, with its texts in the reader's language. */
export function doctorData({ said, findings, worst }: Examined, { language, now }: Host) {
  const { url, answer } = said;
  return {
    worst,
    counts: countsOf(findings),
    server: url,
    installation: answer?.installation ?? null,
    practice: answer?.practice ?? null,
    examinedAt: answer?.examinedAt ?? new Date(now()).toISOString(),
    findings: findings.map((finding) => {
      const { code, level, subject, outcome, facts } = finding;
      return { code, level, subject, ...findingText(finding, language), outcome, facts };
    }),
  };
}

/** How many there are of each level. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<FindingLevel, number>> {
  const count = (level: FindingLevel) => findings.filter((one) => one.level === level).length;
  return Object.fromEntries(findingLevels.map((level) => [level, count(level)])) as Record<
    FindingLevel,
    number
  >;
}
