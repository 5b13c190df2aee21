import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = fileURLToPath(new URL('../..', import.meta.url));
const settings = ['.oxlintrc.json', '.gitignore', 'biome.json', 'tsconfig.json'];

/** What a checking program said of a tree. */
export interface Verdict {
  readonly failed: boolean;
  readonly output: string;
}

/** Makes a tree of these files with the house's own settings, and removes it when `look` has looked. */
export async function withTree<T>(
  files: Readonly<Record<string, string>>,
  look: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'sekisho-planted-'));
  try {
    await Promise.all(settings.map((name) => copyFile(join(house, name), join(root, name))));
    await symlink(join(house, 'node_modules'), join(root, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await look(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Runs a tool of node_modules in a planted tree. */
export function runTool(root: string, tool: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    const program = join(house, 'node_modules', '.bin', tool);
    execFile(program, args, { cwd: root }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
  });
}
