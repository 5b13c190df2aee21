/*
 * What a step says to its runner: lines on standard output, and files.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

export type Said =
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'nothing' };

/** What one line of standard output means. */
export function readLine(line: string): Said {
  const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line);
  if (command === null) return { kind: 'line', text: line };
  const [, name = '', given = ''] = command;
  const text = unescaped(given);
  if (name === 'add-mask') return { kind: 'mask', value: text };
  if (name === 'error' || name === 'warning' || name === 'notice')
    return { kind: 'line', text: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${text}` };
  return name === 'group' ? { kind: 'line', text } : { kind: 'nothing' };
}

/** The lines without what was masked. */
export function masked(text: string, masks: ReadonlySet<string>): string {
  let shown = text;
  for (const mask of masks) if (mask !== '') shown = shown.replaceAll(mask, '***');
  return shown;
}

/** Names and values of an environment, output or state file: `NAME=value`, or a heredoc. */
export function readFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '');
      const value = lines.splice(0, end < 0 ? lines.length : end + 1);
      found[heredoc[1] ?? ''] = (end < 0 ? value : value.slice(0, -1)).join('\n');
      continue;
    }
    const plain = /^([^=]+)=(.*)$/.exec(line);
    if (plain !== null) found[plain[1] ?? ''] = plain[2] ?? '';
  }
  return found;
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
