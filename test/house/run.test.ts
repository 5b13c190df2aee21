import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withTree } from './planted-tree.ts';

const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** Runs a program through the runner, sends it `signal` once it speaks, and tells how it ended. */
async function runProgram(text: string, signal?: NodeJS.Signals) {
  return withTree({ 'program.mjs': text }, async (root) => {
    const child = spawn('node', [runner, 'program.mjs', 'given'], { cwd: root });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (signal !== undefined) child.kill(signal);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said: said.trim() };
  });
}

describe('the runner of scripts', () => {
  test('runs a program on the pinned Node with its arguments, and keeps its exit code', async () => {
    const program = 'console.log(process.version, process.argv[2]); process.exitCode = 3;';
    expect(await runProgram(program)).toEqual({
      code: 3,
      said: expect.stringMatching(/^v24.* given$/),
    });
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('hands %s to the program', async (signal) => {
    const program = `process.on('${signal}', () => process.exit(5)); setInterval(() => {}, 1000); console.log('up');`;
    expect((await runProgram(program, signal)).code).toBe(5);
  });

  test('ends the program when the shell that npm started it by is gone', async () => {
    const program =
      "process.on('SIGTERM', () => process.exit(console.log('told'))); setInterval(() => {}, 1000); console.log('up');";
    const said = await withTree({ 'program.mjs': program }, async (root) => {
      const env = { ...process.env, npm_lifecycle_event: 'start' };
      const shell = spawn('sh', ['-c', `node '${runner}' program.mjs; true`], { cwd: root, env });
      let all = '';
      shell.stdout.on('data', (chunk: Buffer) => {
        all += chunk.toString();
        shell.kill('SIGTERM');
      });
      // What it was given as its output is closed only when nothing holds it any more.
      await once(shell, 'close');
      return all;
    });
    expect(said).toBe('up\ntold\n');
  });

  test('says by its exit code which signal ended the program', async () => {
    const program = "console.log('up'); setInterval(() => {}, 1000);";
    expect((await runProgram(program, 'SIGTERM')).code).toBe(143);
  });
});
