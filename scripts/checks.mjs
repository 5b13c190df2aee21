/**
 * What `npm run check` looks at, each a program that fails when it finds something.
 * @type {readonly { name: string, program: string, args: string[] }[]}
 */
export const checks = [
  { name: 'types', program: 'tsc', args: ['--noEmit', '--pretty', 'false'] },
  { name: 'lint', program: 'oxlint', args: ['--deny-warnings', '--format=unix'] },
  { name: 'import rules', program: 'scripts/import-rules/main.ts', args: [] },
  { name: 'format and dependencies', program: 'biome', args: ['check', '--max-diagnostics=200'] },
  { name: 'dead code', program: 'knip', args: ['--no-config-hints', '--no-progress'] },
  { name: 'generated files', program: 'scripts/generate.mjs', args: ['--check'] },
];
