/** Where a container's first process reads when it ends; a folder of its keeper's. */
export const endFolder = '/dev/shm/sekisho';

/** What we run in a container, by what each does. */
export const ownScripts = {
  moveEnd: `umask 077; echo "$1" > ${endFolder}/next && mv -f ${endFolder}/next ${endFolder}/until`,
  readEnd: `cat ${endFolder}/until`,
  /** Ends every process of the user that runs it. */
  killAll: 'kill -9 -1',
} as const;

/** The command that runs one of ours. */
export function ownCommand(script: keyof typeof ownScripts, ...words: string[]): string[] {
  return ['/bin/sh', '-c', ownScripts[script], 'sekisho', ...words];
}

/** Whether a command in a container is one of ours: told by all that it does, which is of no use to copy. */
export function isOwn(entrypoint: string, words: readonly string[]): boolean {
  const [flag, script = ''] = words;
  const ours: readonly string[] = Object.values(ownScripts);
  return entrypoint === '/bin/sh' && flag === '-c' && ours.includes(script);
}
