/**
 * Ends a process whose embedded database has died: without it nothing works, and only a new process
 * has a new one. `end` is given the line to say.
 */
export function endWhenDead(died: Promise<Error> | undefined, end: (line: string) => void): void {
  void died?.then(({ message, cause }) => {
    const why = cause instanceof Error ? `${message} (${cause.message})` : message;
    end(`Sekisho ends: ${why}. Start it again; nothing that was acknowledged is lost.`);
  });
}
