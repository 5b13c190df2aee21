import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readSloth } from '../sloth/index.ts';
import { makeRules } from './make-rules.ts';
import { writeRules } from './write-rules.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = join(
  process.env['SEKISHO_CONFORMANCE'] ?? join(root, '../shared/conformance'),
  'sloth',
);
const absent = !existsSync(join(folder, 'in'));
const files = absent ? [] : readdirSync(join(folder, 'in')).filter((name) => name.endsWith('.yml'));

describe.skipIf(absent)(
  'the sloth dialect, against what Sloth wrote (skipped without ../shared/conformance)',
  () => {
    it.each(files)('writes the groups, names, labels and expressions of %s', (name) => {
      const { documents, problems } = readSloth(readFileSync(join(folder, 'in', name)), name);
      expect(problems).toEqual([]);
      const options = { dialect: 'sloth', period: null, windows: [] } as const;
      const made = makeRules(documents, {
        ...options,
        // Their examples were written with this label for every SLO.
        extraLabels: { cmd: 'examplesgen.sh' },
        withoutRecordings: false,
        withoutAlerts: false,
      });
      expect(made.problems).toEqual([]);
      const written = readBack(writeRules(made.documents, 'sloth'));
      expect(written).toEqual(readBack(readFileSync(join(folder, 'out', name), 'utf8')));
    });
  },
);

/** The documents as data, but for the label that says which program wrote them. */
function readBack(text: string): unknown {
  return parseAllDocuments(text).map((document) =>
    JSON.parse(
      JSON.stringify(document.toJS(), (key, value: unknown) =>
        key === 'sloth_version' ? undefined : value,
      ),
    ),
  );
}
