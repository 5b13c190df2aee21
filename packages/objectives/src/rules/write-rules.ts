import { Document } from 'yaml';
import type { RuleDocument } from './make-rules.ts';
import type { Dialect } from './sli-rules.ts';

/** Rules as a file that Prometheus loads: expressions of several lines stay readable. */
export function writeRules(documents: readonly RuleDocument[], dialect: Dialect): string {
  const header = [
    '---',
    `# Written by "sekisho slo rules --dialect ${dialect}" from SLOs.`,
    '# Change those and write it again, instead of changing this.',
    '',
    '',
  ].join('\n');
  return documents.map((document) => `${header}${asYaml(document)}`).join('\n');
}

function asYaml(document: RuleDocument): string {
  // Readers of YAML 1.1, as Go's are, would take a bare `on` or `yes` for true.
  const yaml = new Document(document, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  return yaml.toString({ lineWidth: 0 });
}
