import { describe, expect, test } from 'vitest';
import { runTool, withTree } from './planted-tree.ts';

const path = 'packages/core/src/ops/start.ts';

/** One file that breaks a rule, the same mended, and what the linter says of the first. */
const cases = [
  {
    title: 'a floating promise',
    broken: 'export function begin(): void {\n  Promise.resolve(1);\n}\n',
    sound: 'export async function begin(): Promise<void> {\n  await Promise.resolve(1);\n}\n',
    says: 'no-floating-promises',
  },
  {
    title: 'a switch that forgets a member',
    broken:
      "export function say(state: 'on' | 'off'): number {\n  switch (state) {\n    case 'on':\n      return 1;\n  }\n  return 0;\n}\n",
    sound:
      "export function say(state: 'on' | 'off'): number {\n  switch (state) {\n    case 'on':\n      return 1;\n    case 'off':\n      return 0;\n  }\n}\n",
    says: 'switch-exhaustiveness-check',
  },
  {
    title: 'the environment read outside main.ts',
    broken: 'export const home = process.env.HOME;\n',
    sound: "export const home = '/';\n",
    says: 'no-process-env',
  },
  {
    title: 'a default export',
    broken: 'export default 1;\n',
    sound: 'export const one = 1;\n',
    says: 'no-default-export',
  },
  {
    title: 'a file of more than 200 lines',
    broken: Array.from({ length: 201 }, (_, n) => `export const n${n} = ${n};\n`).join(''),
    sound: Array.from({ length: 200 }, (_, n) => `export const n${n} = ${n};\n`).join(''),
    says: 'max-lines',
  },
];

describe('the linter', () => {
  test.each(cases)('finds $title', async ({ broken, sound, says }) => {
    const found = await withTree({ [path]: broken }, (root) => runTool(root, 'oxlint', []));
    expect(found).toMatchObject({ failed: true, output: expect.stringContaining(says) });
    expect(await withTree({ [path]: sound }, (root) => runTool(root, 'oxlint', []))).toMatchObject({
      failed: false,
    });
  });

  test('lets main.ts read the environment', async () => {
    const files = { 'apps/server/src/main.ts': 'export const home = process.env.HOME;\n' };
    expect((await withTree(files, (root) => runTool(root, 'oxlint', []))).failed).toBe(false);
  });

  test('finds a circle of imports', async () => {
    const files = {
      [path]: "import { two } from './two.ts';\nexport const one = (): number => two();\n",
      'packages/core/src/ops/two.ts':
        "import { one } from './start.ts';\nexport const two = (): number => one();\n",
    };
    const found = await withTree(files, (root) => runTool(root, 'oxlint', []));
    expect(found).toMatchObject({ failed: true, output: expect.stringContaining('no-cycle') });
  });

  test('finds a circle that only a type closes', async () => {
    const files = {
      [path]:
        "import { two } from './two.ts';\nexport type One = number;\nexport const one: One = two;\n",
      'packages/core/src/ops/two.ts':
        "import type { One } from './start.ts';\nexport const two: One = 2;\n",
    };
    const found = await withTree(files, (root) => runTool(root, 'oxlint', []));
    expect(found).toMatchObject({ failed: true, output: expect.stringContaining('no-cycle') });
  });
});

describe('the type checker', () => {
  test('finds an enum', async () => {
    const files = { [path]: 'export enum State {\n  on,\n}\n' };
    const found = await withTree(files, (root) => runTool(root, 'tsc', ['--noEmit']));
    expect(found).toMatchObject({ failed: true, output: expect.stringContaining('TS1294') });
  });
});

describe('the check of dependencies', () => {
  test.each([
    { title: 'fails on a package that is not listed', listed: {}, failed: true },
    { title: 'passes when it is listed', listed: { zod: '4.6.7' }, failed: false },
  ])('$title', async ({ listed, failed }) => {
    const files = {
      'packages/core/package.json': `${JSON.stringify({ name: '@sekisho/core', dependencies: listed }, null, 2)}\n`,
      [path]: "import { z } from 'zod';\n\nexport const text = z.string();\n",
    };
    const found = await withTree(files, (root) => runTool(root, 'biome', ['lint', 'packages']));
    expect(found.failed).toBe(failed);
    if (failed) expect(found.output).toContain('noUndeclaredDependencies');
  });
});
