import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readOpenslo } from './read.ts';
import { dataOf } from './write.ts';

const root = fileURLToPath(new URL('../../../../../shared/conformance', import.meta.url));
const folder = join(process.env.SEKISHO_CONFORMANCE ?? root, 'openslo');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.yaml'),
    )
  : [];

function objectsOf(text: string): unknown[] {
  return parseAllDocuments(text).flatMap((document) => document.toJS() as unknown);
}

describe.skipIf(files.length === 0)(
  'the documents of OpenSLO itself (skipped where they are absent)',
  () => {
    it.each(files)('%s is read as it stands', (file) => {
      const bytes = readFileSync(join(folder, file));
      const { documents, problems } = readOpenslo(bytes, basename(file));
      expect(problems).toEqual([]);
      const objects = objectsOf(bytes.toString('utf8'));
      expect(documents.map(({ version }) => version)).toEqual(
        objects.map((object) => (object as { apiVersion: string }).apiVersion),
      );
      // v2alpha is read only; its two spellings of `service` become one.
      if (!file.includes('v2alpha')) expect(documents.map((one) => dataOf(one))).toEqual(objects);
    });
  },
);
