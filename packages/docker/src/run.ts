import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { At } from './at.ts';

export interface Ran {
  readonly code: number;
  /** Both streams, as they came. */
  readonly output: string;
}

/**
 * Runs a command in a running container and waits for its end.
 * @param user of the container; an empty one is the container's own
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
  const code = await exitCode(() => exec.inspect({ abortSignal: signal }), signal);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

const stepMs = 50;

/** An engine may answer before it has noted that a command is over. */
async function exitCode(
  inspect: () => Promise<{ readonly Running: boolean; readonly ExitCode: number | null }>,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const { Running, ExitCode } = await inspect();
    if (!Running) return ExitCode ?? -1;
    await sleep(stepMs, undefined, { signal });
  }
}
