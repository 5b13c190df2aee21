import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from './contents.ts';
import { withPackagePaths } from './package-paths.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

interface Chunk {
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

// Ours is written in; what others wrote stays theirs, under their licences and seen by `npm audit`.
const isForeign = (id: string) =>
  !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('@sekisho/');

export default {
  input: Object.fromEntries(
    Object.entries(entries).map(([name, source]) => [name, join(root, source)]),
  ),
  platform: 'node',
  external: (id: string) => isForeign(id),
  transform: { target: 'node22' },
  output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  plugins: [
    {
      name: 'package-paths',
      transform: (code: string, id: string) =>
        id.startsWith(root) && code.includes('import.meta.')
          ? withPackagePaths(root, id, code)
          : null,
    },
    {
      name: 'foreign-packages',
      generateBundle(
        this: { emitFile(file: object): void },
        _: object,
        bundle: Readonly<Record<string, Chunk>>,
      ) {
        const files = new Set(Object.keys(bundle));
        const imported = Object.values(bundle).flatMap(({ imports = [], dynamicImports = [] }) => [
          ...imports,
          ...dynamicImports,
        ]);
        const foreign = [...new Set(imported)].filter((id) => !files.has(id)).toSorted();
        this.emitFile({ type: 'asset', fileName: 'foreign.json', source: JSON.stringify(foreign) });
      },
    },
  ],
};
