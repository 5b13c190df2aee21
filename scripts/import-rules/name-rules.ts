import type { Tree, Violation } from './source-file.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'misc']);

/** Folders and files are named in kebab-case after the one idea they hold. */
export function namesSayTheIdea(tree: Tree): readonly Violation[] {
  return tree.files.flatMap(({ path }) => {
    const words = path.split('/').map((part) => part.split('.')[0] ?? '');
    const unlike = words.find((word) => !kebab.test(word));
    const drawer = words.find((word) => word.split('-').some((piece) => drawers.has(piece)));
    return [
      ...(unlike === undefined
        ? []
        : [{ path, line: 1, message: `"${unlike}" is not kebab-case` }]),
      ...(drawer === undefined
        ? []
        : [{ path, line: 1, message: `"${drawer}" says nothing: name the idea it holds` }]),
    ];
  });
}

/** Only main.ts reads the environment: this finds what the linter's rule on `process.env` does not see. */
export function environmentInMainOnly(tree: Tree): readonly Violation[] {
  return tree.files.flatMap((file) =>
    file.isTest || file.path.endsWith('/main.ts')
      ? []
      : file.imports
          .filter(({ from, names }) => /^(node:)?process$/.test(from) && names.includes('env'))
          .map(({ line }) => ({
            path: file.path,
            line,
            message: 'only main.ts reads the environment: take the value as an option',
          })),
  );
}
