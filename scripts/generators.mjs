/**
 * Files that are written from sources. A generator is a .ts file that prints the file's content on standard
 * output; `npm run generate` formats and writes it, `npm run check` fails when the file in git is another.
 * @type {readonly { file: string, generator: string }[]}
 */
export const generators = [
  {
    file: 'packages/contract/src/manifest.json',
    generator: 'packages/contract/scripts/manifest.ts',
  },
];
