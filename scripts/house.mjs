// Where things are in this tree, and how a program of ours is run.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the tree, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The Node that package.json pins; the machine's own may be older. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

/** The environment in which `node` means the pinned one and our tools are found by name. */
export function houseEnvironment() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  // What Node compiled once it need not compile at the next start.
  const cache = join(root, 'node_modules', '.cache', 'node-compile');
  return { NODE_COMPILE_CACHE: cache, ...process.env, PATH: path };
}

/**
 * The command line for a tool of node_modules, or for a file of sources, on the pinned Node.
 * @param {string} program a tool's name (`vitest`) or a path to a .ts, .mjs or .js file
 * @param {string[]} args
 */
export function commandLine(program, args) {
  return /\.(ts|mts|mjs|js)$/.test(program)
    ? { command: pinnedNode, args: [program, ...args] }
    : { command: join(root, 'node_modules', '.bin', program), args };
}

/**
 * Runs a program in the foreground and ends this process as it ended: same code, same signal.
 * @param {string} program
 * @param {string[]} args
 */
export function become(program, args) {
  const line = commandLine(program, args);
  const child = spawn(line.command, line.args, { stdio: 'inherit', env: houseEnvironment() });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: forwarding it too would say it twice.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // npm hands a signal to its shell alone, which ends without a word to us: nobody would hold the program.
  if (process.env.npm_lifecycle_event !== undefined) whenAlone(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
  });
}

/** Looks twice a second whether the process that started this one is still there. */
function whenAlone(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

/**
 * Runs a program quietly and answers with its exit code and everything it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, input?: string }} [options] `input` is given on standard input
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function capture(program, args, options = {}) {
  const line = commandLine(program, args);
  return new Promise((resolve) => {
    const child = spawn(line.command, line.args, {
      cwd: options.cwd ?? root,
      env: { ...houseEnvironment(), NO_COLOR: '1' },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const all = [];
    const out = [];
    child.stdout.on('data', (chunk) => {
      all.push(chunk);
      out.push(chunk);
    });
    child.stderr.on('data', (chunk) => all.push(chunk));
    child.stdin?.on('error', () => {}); // the exit code tells what went wrong
    child.stdin?.end(options.input);
    const text = (chunks) => Buffer.concat(chunks).toString('utf8');
    child.on('error', (error) => resolve({ code: 1, output: error.message, stdout: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: text(all), stdout: text(out) }));
  });
}
