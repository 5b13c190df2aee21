import { expect, it } from 'vitest';
import { withPackagePaths } from '../../scripts/publish/sekisho/package-paths.ts';

const pack = (code: string, file = '/house/packages/core/src/core.ts') =>
  withPackagePaths('/house', file, code);

it.each(['url', 'dirname', 'filename', 'resolve'])(
  'packs no source that finds its neighbours by import.meta.%s',
  (name) => {
    expect(() => pack(`open(import.meta.${name});`)).toThrow('cannot be packed');
  },
);

it('packs an entry that asks whether Node started it', () => {
  const code = 'if (started === import.meta.filename) begin();';
  expect(pack(code, '/house/apps/server/src/main.ts')).toBe(code);
});
