import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));

/** Runs a tool of node_modules in a folder. Errors: throws with the tool's own words when it fails. */
export function runTool(folder: string, tool: string, args: readonly string[]): void {
  try {
    execFileSync(join(tools, tool), args, {
      ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
