import { open } from 'node:fs/promises';
import type { OutputOf } from '@sekisho/contract';
import { recordingPhrases } from '@sekisho/words/recordings';
import { Failure } from '../failure.ts';
import { cleanJson, cleanLine } from '../print/clean.ts';
import { fill } from '../print/fill.ts';
import { say } from '../sentences/say.ts';
import type { Job } from './job.ts';

/** Nobody waits out the pauses of a recording. */
const longestPauseSeconds = 1;
/**
 * The screen as it was before, whatever a recording that was cut left: lines that scroll (which moves
 * the cursor), inserting, line feeds, wrapping, the other screen, colours, the cursor and its blinking.
 */
export const restored =
  '\u001b7\u001b[r\u001b8\u001b[4l\u001b[20l\u001b[?7h\u001b[?47l\u001b[?1047l\u001b[?1049l\u001b[0m\u001b[?12l\u001b[?25h\r\n';

/**
 * Plays a recording in the terminal. Where the output goes elsewhere, or to `--output`, it is the file
 * that players of asciicast read. Errors: `Failure` when the file cannot be written.
 */
export async function replay(job: Job): Promise<number> {
  const { host, options } = job;
  if (options.output !== undefined) return writeFile(job, String(options.output));
  const { stdout } = host;
  if (!stdout.isTerminal || options.json === true) {
    for await (const line of linesOf(job)) await stdout.write(line);
    return 0;
  }
  const callOff = host.endWith(restored);
  try {
    await play(job);
  } finally {
    callOff();
    await stdout.write(restored);
  }
  return 0;
}

async function play(job: Job): Promise<void> {
  const { host } = job;
  const { stdout } = host;
  let last = 0;
  for await (const { session, events, timing } of pagesOf(job)) {
    if (last === 0) {
      const note = timing === 'by-line' ? ` · ${recordingPhrases.byLine[host.language]}` : '';
      await stdout.write(`${cleanLine(`${session.id} · ${session.environment}${note}`)}\r\n`);
    }
    for (const [at, , text] of events) {
      await host.sleep(Math.min(longestPauseSeconds, Math.max(0, at - last)) * 1000);
      last = at;
      await stdout.write(text);
    }
  }
}

/** Writes page by page: a recording may be larger than memory. */
async function writeFile(job: Job, file: string): Promise<number> {
  const { host, options } = job;
  const unwritable = (error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    return new Failure('bad-input', say(host, 'report-unwritable', { file, detail }));
  };
  const lines = linesOf(job);
  // Asked for before anything of the name is overwritten.
  const first = await lines.next();
  // What people did is nobody else's to read.
  const handle = await open(file, 'w', 0o600).catch((error: unknown) => {
    throw unwritable(error);
  });
  const write = (text: string) =>
    handle.write(text).catch((error: unknown) => {
      throw unwritable(error);
    });
  try {
    // Also where the file was there already.
    if ((await handle.stat()).isFile()) await handle.chmod(0o600);
    if (first.done !== true) await write(first.value);
    for await (const line of lines) await write(line);
  } finally {
    await handle.close();
  }
  const told = fill(recordingPhrases.written[host.language], { file: cleanLine(file) });
  await host.stdout.write(options.json === true ? `${cleanJson({ file })}\n` : `${told}\n`);
  return 0;
}

async function* linesOf(job: Job): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { header, events } of pagesOf(job)) {
    const head = isFirst ? `${JSON.stringify(header)}\n` : '';
    isFirst = false;
    yield head + events.map((event) => `${JSON.stringify(event)}\n`).join('');
  }
}

async function* pagesOf({ connect, input }: Job): AsyncGenerator<OutputOf<'ops.sessions.replay'>> {
  const { call } = connect();
  const { id, after: from } = input as { id: string; after?: string };
  let after = from;
  do {
    const page = await call('ops.sessions.replay', {
      id,
      ...(after === undefined ? {} : { after }),
    });
    yield page;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
