import { createRequire } from 'node:module';
import { dirname, join } from 'node:path/posix';
import type { Import } from './source-file.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Named {
  readonly importName: { readonly name?: string | null };
}

interface ParsedModule {
  readonly staticImports: readonly {
    readonly moduleRequest: Span & { readonly value: string };
    readonly entries: readonly Named[];
  }[];
  readonly staticExports: readonly {
    readonly entries: readonly (Named & {
      readonly moduleRequest?: (Span & { readonly value: string }) | null;
    })[];
  }[];
  readonly dynamicImports: readonly { readonly moduleRequest: Span }[];
}

type Parse = (path: string, text: string) => { module: ParsedModule; errors: readonly unknown[] };

// TypeScript 7 has no JavaScript API; knip brings this parser.
const fromKnip = createRequire(import.meta.resolve('knip'));
const { parseSync } = fromKnip('oxc-parser') as { parseSync: Parse };

/**
 * Everything that a source file imports.
 *
 * Errors: when the file is no valid TypeScript, for then nothing could be said about it.
 */
export function parseImports(path: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed`);
  const found = (request: Span, from: string, entries: readonly Named[]): Import => ({
    from,
    names: entries.flatMap((entry) => entry.importName.name ?? []),
    line: text.slice(0, request.start).split('\n').length,
    path: from.startsWith('.') ? join(dirname(path), from) : undefined,
  });
  return [
    ...module.staticImports.map((one) =>
      found(one.moduleRequest, one.moduleRequest.value, one.entries),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, ...entry }) =>
        moduleRequest ? [found(moduleRequest, moduleRequest.value, [entry])] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const written = /^(['"`])(.+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
      return written?.[2] ? [found(moduleRequest, written[2], [])] : [];
    }),
  ];
}
