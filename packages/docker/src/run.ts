import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { At } from './at.ts';

/** What our own commands are told from a holder's by: the name that their shell has. */
const ownName = 'sekisho';

export interface Ran {
  readonly code: number;
  /** Both streams, as they came. */
  readonly output: string;
}

/**
 * Runs a command in a running container and waits for its end.
 * @param user of the container; an empty one is the container's own
 * @param argv of which a script's fourth word is `sekisho`
 */
export async function run(
  { docker, signal }: At,
  container: string,
  user: string,
  argv: readonly string[],
): Promise<Ran> {
  const exec = await docker.getContainer(container).exec({
    ...{ Cmd: [...argv], AttachStdout: true, AttachStderr: true, abortSignal: signal },
    ...(user === '' ? {} : { User: user }),
  });
  const stream = await exec.start({ hijack: true, stdin: false, abortSignal: signal });
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  docker.modem.demuxStream(stream, output, output);
  try {
    await finished(stream, { signal, writable: false });
  } finally {
    stream.destroy();
  }
  const { ExitCode } = await exec.inspect({ abortSignal: signal });
  return { code: ExitCode ?? -1, output: Buffer.concat(chunks).toString('utf8') };
}

/** Whether a process is a command of ours. */
export function isOwn(words: readonly string[]): boolean {
  return words.includes(ownName);
}
