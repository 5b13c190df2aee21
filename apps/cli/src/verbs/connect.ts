import type { InputOf, OutputOf } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { cleanExact } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import type { Job } from './job.ts';
import { sessionProgram } from './session-command.ts';
import { showAnswer } from './show-answer.ts';

/**
 * Shows the command that opens a session or a tunnel; with `--exec` runs it in this terminal and
 * answers with its exit code. Errors: `Failure` when it is no session command, or its program is missing.
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
  const program = sessionProgram(argv);
  if (program === null) throw new Failure('unavailable', say(host, 'not-a-session'));
  if (host.stderr.isTerminal) await host.stderr.write(`$ ${cleanExact(argv.join(' '))}\n`);
  try {
    return await host.runProgram(argv);
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new Failure('unavailable', say(host, `no-${program}`, { detail }));
  }
}
