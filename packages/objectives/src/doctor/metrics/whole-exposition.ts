import type { Family } from '../exposition/index.ts';
import type { Finding } from '../finding.ts';
import { counted, isCounter, isRequestLike, isTiming, seriesName } from './families.ts';
import type { MetricsLook } from './look.ts';

/** What is wrong with an endpoint as a whole, and with the values of its counters. */
export function wholeExposition(
  { exposition }: MetricsLook,
  families: readonly Family[],
): readonly Finding[] {
  const { bad, seen } = exposition;
  const findings: Finding[] = [];
  const [first] = bad.first;
  if (first !== undefined) {
    const evidence = { bad: bad.count, line: first.line, reason: first.reason, text: first.text };
    findings.push(about('bad-exposition', '', evidence));
  }
  const useful = families.filter((family) => isRequestLike(family) || isTiming(family));
  if (useful.length === 0 && bad.count === 0) {
    const evidence = { metrics: exposition.families.length, series: seen };
    findings.push(about('nothing-about-requests', '', evidence));
  }
  return [...findings, ...families.filter(isCounter).flatMap(notNumbers)];
}

function notNumbers(family: Family): readonly Finding[] {
  const samples = counted(family);
  const wrong = samples.filter(({ value }) => !Number.isFinite(value) || value < 0);
  if (wrong.length === 0) return [];
  const evidence = { wrong: wrong.length, series: samples.length, value: String(wrong[0]?.value) };
  return [about('not-a-number', seriesName(family), evidence)];
}

function about(code: Finding['code'], subject: string, evidence: Finding['evidence']): Finding {
  return { code, severity: 'spoils', about: ['availability', 'latency'], subject, evidence };
}
