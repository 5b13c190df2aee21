import {
  type Finding,
  type ObtainableSli,
  snippetOf,
  unifiedDiff,
} from '@sekisho/objectives/doctor';
import type { Language } from '@sekisho/words/language';
import type { Diagnosed, Examined } from './examined.ts';
import { findingText } from './words/words-of.ts';

/** A diagnosis as `slo doctor --json` prints it; shares 0 to 1, durations in seconds. */
export function doctorData(diagnosed: Diagnosed, language: Language) {
  const { service, sources, drafted, document } = diagnosed;
  return {
    service,
    sources: sources.map((source) => sourceData(source, diagnosed, language)),
    patch: drafted.patches.map(unifiedDiff).join('') || null,
    document,
  };
}

function sourceData(
  { name, kind, slis, standing, findings, targets }: Examined,
  { drafted }: Diagnosed,
  language: Language,
) {
  return {
    name,
    kind,
    ...(standing && { slos: standing.map(({ id, coverage }) => ({ id, coverage })) }),
    slis: slis.map((sli) => ({ ...sliData(sli), suggestedTarget: targets.get(sli) ?? null })),
    findings: findings.map((finding) =>
      findingData(finding, drafted.mended.get(finding), language),
    ),
  };
}

function sliData({ kind, subject, query, counted, within }: ObtainableSli) {
  return { kind, subject, query, counted, within };
}

function findingData(finding: Finding, mendedIn: string | undefined, language: Language) {
  const { code, severity, about, subject, evidence } = finding;
  const text = findingText(finding, language);
  const snippet = snippetOf(code);
  return { code, severity, about, subject, evidence, ...text, mendedIn: mendedIn ?? null, snippet };
}
