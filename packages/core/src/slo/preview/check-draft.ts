import {
  checkConfig,
  type Problem,
  type ServiceFile,
  type SloConfig,
  type SourceConfig,
} from '@sekisho/config';
import type { Language, PreviewFinding } from '@sekisho/contract';

/** The texts of the configuration in force, as they were read; names as seen from sekisho.yaml. */
export interface DefinitionTexts {
  readonly config: string;
  readonly files: readonly ServiceFile[];
}

/** A file of definitions as it would be, held to all others. */
export interface Draft {
  readonly findings: readonly PreviewFinding[];
  /** Findings beyond those. */
  readonly more: number;
  /** What the file defines; empty while anything is wrong. */
  readonly slos: readonly SloConfig[];
  /** Sources as they would be then. */
  readonly sources: Readonly<Record<string, SourceConfig>>;
}

const configFile = 'sekisho.yaml';
const mostFindings = 100;

/** Checks a draft as `sekisho check` would once it is saved, with every other file as it is in force. */
export function checkDraft(
  { config, files }: DefinitionTexts,
  draft: { readonly file: string; readonly text: string },
  language: Language,
): Draft {
  const others = files.filter(({ file }) => file !== draft.file);
  const all = [...others, draft].toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const checked = checkConfig(config, configFile, all);
  // Without a sekisho.yaml there is nothing to be said of it.
  const problems = checked.problems.filter(({ file }) => config !== '' || file !== configFile);
  // What is odd elsewhere was odd before.
  const warnings = checked.warnings.filter(({ file }) => file === draft.file);
  const findings = [
    ...problems.map((one) => findingOf(one, 'problem', language)),
    ...warnings.map((one) => findingOf(one, 'warning', language)),
  ].toSorted((a, b) => Number(b.file === draft.file) - Number(a.file === draft.file));
  return {
    findings: findings.slice(0, mostFindings),
    more: Math.max(findings.length - mostFindings, 0),
    slos: checked.config?.slos.filter(({ place }) => place.file === draft.file) ?? [],
    sources: checked.config?.sources ?? {},
  };
}

/** Values are left out: those of another file need not be this reader's. */
function findingOf(
  { file, line, column, path, code, text }: Problem,
  severity: PreviewFinding['severity'],
  language: Language,
): PreviewFinding {
  return { severity, file, line, column, path, code, ...text[language] };
}
