import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeRules, writeRules } from '../src/rules/index.ts';
import { readSloth } from '../src/sloth/index.ts';
import { checkRules, withoutPromtool } from './promtool.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const conformance = process.env['SEKISHO_CONFORMANCE'] ?? join(root, '../shared/conformance');
const folder = join(conformance, 'sloth', 'in');
const absent = !existsSync(folder);
// MetricsQL is not PromQL, and promtool does not take it.
const files = absent ? [] : readdirSync(folder).filter((name) => !name.startsWith('victoria'));
const reason = 'Sloth’s examples (skipped without ../shared/conformance or promtool)';

describe.skipIf(absent || withoutPromtool)(reason, () => {
  it.each(files)(
    'give rules that Prometheus loads, in each dialect that they can have: %s',
    (name) => {
      const { documents } = readSloth(readFileSync(join(folder, name)), name);
      for (const dialect of ['sloth', 'exact'] as const) {
        const options = { period: null, windows: [], extraLabels: {} };
        const switches = { withoutAlerts: false, withoutRecordings: false };
        const made = makeRules(documents, { dialect, ...options, ...switches });
        const codes = new Set(made.problems.map(({ code }) => code));
        const isRaw = dialect === 'exact' && name.startsWith('raw');
        expect([...codes]).toEqual(isRaw ? ['raw-not-exact'] : []);
        for (const one of isRaw ? [] : made.documents) {
          const groups = 'groups' in one ? one.groups : one.spec.groups;
          expect(checkRules(writeRules([{ groups }], dialect))).toBe('');
        }
      }
    },
  );
});
