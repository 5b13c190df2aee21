import type { Finding } from '../finding.ts';

/** How a running server sees one of its sources; shares 0 to 1. */
export interface SourceSeen {
  readonly subject: string;
  /** Why it could not be read the last times; null when it could. */
  readonly failure: {
    readonly code: string;
    readonly message: string;
    readonly times: number;
  } | null;
  readonly isRead: boolean;
  /** Minutes later than it may be by its declared lateness; null when that is not known. */
  readonly behindMinutes: number | null;
  readonly latenessMinutes: number;
  /** Log objects that were damaged, and that were gone or given up. */
  readonly damaged: number;
  readonly lost: number;
  readonly slos: readonly { readonly id: string; readonly coverage: number }[];
  readonly lines: {
    readonly total: number;
    readonly unparsed: number;
    readonly reasons: readonly { readonly reason: string; readonly lines: number }[];
  } | null;
}

const both: Finding['about'] = ['availability', 'latency'];
/** Less than this of the last day was not measured: a restart, not a gap. */
const nearlyWhole = 0.99;

/** What keeps a source of a running server from telling the truth. */
export function judgeSource(seen: SourceSeen): readonly Finding[] {
  const { subject, failure, isRead, damaged, lost, slos } = seen;
  const about = { about: both, subject };
  const findings: (Finding | null)[] = [
    failing(seen),
    failure === null && !isRead
      ? { code: 'source-waiting', severity: 'spoils', ...about, evidence: {} }
      : null,
    late(seen),
    gaps(seen),
    damaged + lost > 0
      ? { code: 'source-lost', severity: 'weakens', ...about, evidence: { damaged, lost } }
      : null,
    unparsed(seen),
    slos.length === 0 ? { code: 'source-unused', severity: 'notes', ...about, evidence: {} } : null,
  ];
  return findings.filter((finding) => finding !== null);
}

function failing({ subject, failure }: SourceSeen): Finding | null {
  if (failure === null) return null;
  const { code, message, times } = failure;
  const evidence = { code, message, times };
  return { code: 'source-failing', severity: 'spoils', about: both, subject, evidence };
}

function late({ subject, behindMinutes, latenessMinutes }: SourceSeen): Finding | null {
  if (behindMinutes === null || behindMinutes <= 0) return null;
  const evidence = { behindMinutes, latenessMinutes };
  return { code: 'source-late', severity: 'weakens', about: both, subject, evidence };
}

/** Of the SLOs that count on it the one that was measured least. */
function gaps({ subject, slos, isRead }: SourceSeen): Finding | null {
  const [least] = slos.toSorted((a, b) => a.coverage - b.coverage);
  if (!isRead || least === undefined || least.coverage >= nearlyWhole) return null;
  const severity = least.coverage < 0.5 ? 'spoils' : 'weakens';
  const evidence = { coverage: least.coverage, slo: least.id, missing: 1 - least.coverage };
  return { code: 'source-gaps', severity, about: both, subject, evidence };
}

function unparsed({ subject, lines }: SourceSeen): Finding | null {
  if (lines === null || lines.unparsed === 0 || lines.total === 0) return null;
  const share = lines.unparsed / lines.total;
  const reasons = lines.reasons.map((one) => `${one.reason} ${one.lines}`).join(', ');
  const severity = share > 0.5 ? 'spoils' : share > 0.001 ? 'weakens' : 'notes';
  const evidence = { count: lines.unparsed, lines: lines.total, share, reasons };
  return { code: 'unparsed-lines', severity, about: both, subject, evidence };
}
