import { closeSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** The terminal that a person sits at, whatever became of this process's own input and output. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** A line that the person types; null when they give up (Ctrl-C, Ctrl-D). @param hidden not shown */
  readonly ask: (question: string, hidden: boolean) => Promise<string | null>;
  readonly close: () => void;
}

const device = '/dev/tty';

/** Opens it; null where there is none (a job, a service) or the system knows no such thing. */
export function openTerminal(): Terminal | null {
  let output: number;
  try {
    output = openSync(device, 'w');
  } catch {
    return null;
  }
  const write = (text: string) => void writeSync(output, text);
  return {
    write,
    ask: async (question, hidden) => {
      write(question);
      const answer = await readLine(new ReadStream(openSync(device, 'r')), hidden ? null : write);
      write('\n');
      return answer;
    },
    close: () => closeSync(output),
  };
}

const enter = /[\r\n]/;
const givingUp = /[\u0003\u0004]/;

/** Reads keys one by one, so that nothing is shown that was not meant to be. */
function readLine(
  input: ReadStream,
  echo: ((text: string) => void) | null,
): Promise<string | null> {
  let line = '';
  input.setRawMode(true).setEncoding('utf8');
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const end = (answer: string | null) => {
    input.setRawMode(false).destroy();
    resolve(answer);
  };
  input.on('error', () => end(null));
  input.on('data', (typed: string) => {
    for (const key of typed) {
      if (enter.test(key)) return end(line);
      if (givingUp.test(key)) return end(null);
      if (key === '\u007f' || key === '\b') {
        if (line !== '') echo?.('\b \b');
        line = Array.from(line).slice(0, -1).join('');
      } else if (key >= ' ') {
        line += key;
        echo?.(key);
      }
    }
  });
  return promise;
}
