import { awsNames } from '../aws-environments.ts';
import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';
import { recordingSchema } from './schema.ts';

/** Environments and readers that are named exist. */
export function checkRecording(raw: unknown, parts: Parts, report: Report): void {
  const read = recordingSchema.safeParse(raw);
  if (!read.success) return;
  const { environments, readers } = read.data;
  const { names } = parts;
  // Nothing is ever recorded of containers.
  const known = awsNames(parts);
  for (const name of Object.keys(environments)) {
    if (known.includes(name)) continue;
    const facts = { value: name, known };
    report('unknown-environment', ['recording', 'environments', name], facts);
  }
  for (const [index, reader] of readers.entries()) {
    const at = ['recording', 'readers', index];
    const [kind, name = ''] = reader.split(':', 2);
    if (kind === 'on-call' && !names.rota) report('no-rota', at, {});
    if (kind === 'group' && !names.groups.includes(name))
      report('unknown-group', at, { value: name, known: names.groups });
    if (kind === 'person' && !names.people.includes(name))
      report('unknown-person', at, { value: name, known: names.people });
  }
}
