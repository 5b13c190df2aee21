import type { InputOf, OutputOf } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { cleanExact } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import type { Job } from './job.ts';
import { showAnswer } from './show-answer.ts';

/**
 * Shows the command that opens a session or a tunnel; with `--exec` runs it in this terminal and
 * answers with its exit code. Errors: `Failure` when it is no session command, or `aws` is missing.
 */
export async function connect(job: Job): Promise<number> {
  const { host, verb, options } = job;
  const name = verb.name as 'ops.connect' | 'ops.forward';
  const answer = await job.connect().call(name, job.input as InputOf<typeof name>);
  if (options.exec !== true) {
    await showAnswer(job, answer);
    return 0;
  }
  return runSession(host, answer);
}

async function runSession(host: Job['host'], { argv }: OutputOf<'ops.connect'>): Promise<number> {
  // A server must not choose what runs on the holder's machine: only this one thing.
  if (!isSessionCommand(argv)) throw new Failure('unavailable', say(host, 'not-a-session'));
  if (host.stderr.isTerminal) await host.stderr.write(`$ ${cleanExact(argv.join(' '))}\n`);
  try {
    return await host.runProgram(argv);
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new Failure('unavailable', say(host, 'no-aws', { detail }));
  }
}

function isSessionCommand(argv: unknown): argv is readonly string[] {
  if (!Array.isArray(argv) || !argv.every((word) => typeof word === 'string')) return false;
  const at = argv.indexOf('ssm');
  const before = argv.slice(1, at);
  const calm = before.every((word) =>
    /^(--(region|profile|endpoint-url|output)(=.*)?|[^-].*)$/.test(word),
  );
  return argv[0] === 'aws' && at > 0 && calm && argv[at + 1] === 'start-session';
}
