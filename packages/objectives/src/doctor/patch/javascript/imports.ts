/** What a file imports, and how one more is written there. */
export interface Imports {
  /** Each with the line's end. */
  readonly lines: readonly { readonly text: string; readonly from: number; readonly to: number }[];
  /** Behind the last of them. */
  readonly end: number;
  /** `import`, or `require` where that is all that it uses. */
  line(names: string, from: string): string;
}

const expression =
  /^(?:import\b[^;]*?from\s*['"][^'"]+['"]|(?:const|let|var)\b[^;\n]*=\s*require\([^)]*\))\s*?;?[ \t]*\n/gm;

/** @see Imports */
export function importsOf(text: string): Imports {
  const lines = [...text.matchAll(expression)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isModule = lines.length === 0 || lines.some((line) => line.text.startsWith('import'));
  return {
    lines,
    end: lines.at(-1)?.to ?? 0,
    line: (names, from) =>
      isModule ? `import ${names} from '${from}';\n` : `const ${names} = require('${from}');\n`,
  };
}
