/**
 * Prompts as Debian's and Amazon's shells come with them. The first that a session shows says which
 * of them its lines are read by: a file that is shown and has lines such as `$ make` begins no command.
 */
const prompts = [
  // bash, or sh of Red Hat's family, without a start-up file: `sh-5.2$ `.
  /^(?:ba|da|z)?sh-\d[\w.]*[$#] (.*)$/,
  // `hanako@ip-10-0-0-1:~/work$ `, `[hanako@ip-10-0-0-1 work]$ `, perhaps after `(venv) `.
  /^(?:\([^()]{1,60}\) )?\[?[\w.-]{1,64}@[\w.-]{1,64}[: ][^$#]{0,300}?\]?[$#] (.*)$/,
  // dash, which is what `sh` is on Debian.
  /^\$ (.*)$/,
];

/** Reads commands out of lines; it learns the prompt from the first line that has one. */
export function createCommandReader(): (line: string) => string | null {
  let known: RegExp | null = null;
  return (line) => {
    // A longer one is no line that somebody typed, and costs only time.
    const head = line.slice(0, 4096);
    // A prompt without a command has lost its last blank.
    known ??= prompts.find((prompt) => prompt.test(`${head} `)) ?? null;
    const command = known?.exec(`${head} `)?.[1]?.trim() ?? '';
    return command === '' ? null : command;
  };
}
