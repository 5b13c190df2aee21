import { CloudError } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { endFolder, ownCommand, ownScripts } from './own-scripts.ts';
import { run } from './run.ts';

/** Who the container's first process is: neither root nor the holder, who can neither kill nor trace it. */
export const keeperUser = '65532:65532';

/*
 * The dead-man's switch of a container: its first process, with whose end every process in it ends. It needs
 * no Sekisho and no engine, only the host's clock: it looks at the wall clock, and at the clock that nobody
 * sets (/proc/uptime, which goes on while the host sleeps) for whoever sets the first one back. It ends
 * whenever it cannot tell the time, but not when somebody kills its sleep. The end may be moved by writing a
 * file in a folder of its own.
 */
const keep = `umask 077
mkdir -p ${endFolder} && chmod 700 ${endFolder} && ${ownScripts.moveEnd.replace('umask 077; ', '')} || exit 70
trap 'exit 0' TERM INT
last=
while :; do
  read -r until < ${endFolder}/until || exit 71
  now=$(date +%s) || exit 72
  read -r up rest < /proc/uptime || exit 73
  up=\${up%%.*}
  case "$until$now$up" in ''|*[!0-9]*) exit 74;; esac
  if [ "$until" != "$last" ]; then last=$until; end=$((up + until - now)); fi
  if [ "$now" -ge "$until" ] || [ "$up" -ge "$end" ]; then exit 0; fi
  sleep 2 & wait $! || [ $? -gt 128 ] || exit 75
done`;

/** What a container runs first. @param until when it ends by itself, in seconds since 1970 */
export function keeperCommand(until: number): { Entrypoint: string[]; Cmd: string[] } {
  return { Entrypoint: ['/bin/sh', '-c', keep, 'sekisho-keeper'], Cmd: [String(until)] };
}

/** Moves the end of a running container. Errors: `CloudError` `conflict` when its first process cannot be told. */
export async function moveEnd(at: At, container: string, until: number): Promise<void> {
  const command = ownCommand('moveEnd', String(until));
  const { code, output } = await run(at, container, keeperUser, command);
  if (code !== 0) throw new CloudError('conflict', 'EndNotMoved', output.slice(0, 300));
}

/** When a running container ends by itself, in seconds since 1970; null when that does not answer. */
export async function readEnd(at: At, container: string): Promise<number | null> {
  const { code, output } = await run(at, container, keeperUser, ownCommand('readEnd'));
  const until = Number(output.trim());
  return code === 0 && Number.isSafeInteger(until) && until > 0 ? until : null;
}
