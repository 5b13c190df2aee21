import { CommanderError } from 'commander';
import { buildProgram } from './commands/program.ts';
import { textsFor } from './commands/texts.ts';
import { Failure } from './failure.ts';
import type { Host } from './host.ts';
import { cleanLine } from './print/clean.ts';

/**
 * Does what a command line says.
 * @param argv the words after `sekisho`
 * @returns the exit code: 0 done, 2 bad input, 3 refused, 4 not found or conflict, 5 unavailable
 */
export async function run(host: Host, argv: readonly string[]): Promise<number> {
  try {
    const work = await understand(host, argv);
    return await work();
  } catch (error) {
    const failure = error instanceof Failure ? error : await bug(host, error);
    await host.stderr.write(`${cleanLine(failure.message)}\n`);
    return failure.exitCode;
  }
}

/** Parses the command line; nothing is done before all of it is understood. */
async function understand(host: Host, argv: readonly string[]): Promise<() => Promise<number>> {
  let work: (() => Promise<number>) | null = null;
  let shown = '';
  const asked = withHelp(argv);
  const texts = await textsFor(asked, host.language);
  const program = buildProgram(host, texts, (found) => {
    work = found;
  });
  const show = (text: string) => {
    shown += text;
  };
  // Subcommands were made before this, so they are told one by one.
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().configureOutput({ writeOut: show, writeErr: () => {} });
  }
  const showIt = async () => {
    await host.stdout.write(shown);
    return 0;
  };
  try {
    await program.parseAsync([...texts.withOwnWords(asked)], { from: 'user' });
    return work ?? showIt;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return showIt;
    const { complaint } = await import('./commands/complaint.ts');
    throw complaint(host, error, program, argv);
  }
}

/** Nothing at all asks for help, and so does the word itself: `help ops start` → `ops start --help`. */
function withHelp(argv: readonly string[]): readonly string[] {
  if (argv.length === 0) return ['--help'];
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
}

async function bug(host: Host, error: unknown): Promise<Failure> {
  if (host.env.SEKISHO_DEBUG && error instanceof Error)
    return new Failure('unavailable', error.stack ?? '');
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const { say } = await import('./sentences/say.ts');
  return new Failure('unavailable', say(host, 'own-bug', { detail }));
}
