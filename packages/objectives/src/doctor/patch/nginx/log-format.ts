import type { Edit, SourceFile } from '../source-file.ts';

const declared =
  /(?<=^|[\n;{}])[ \t]*log_format\s+([\w-]+)((?:\s+(?:escape=\w+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s;'"]+))+)\s*;/g;
const used = /(?<=^|[\n;{}])[ \t]*access_log\s+([^\s;]+)(\s+[\w-]+(?=[\s;]))?[^;]*;/g;

/** nginx's own `combined`. Source: ngx_http_log_module, log_format. */
const combinedParts = [
  `'$remote_addr - $remote_user [$time_local] '`,
  `'"$request" $status $body_bytes_sent '`,
  `'"$http_referer" "$http_user_agent" $request_time'`,
];

/**
 * Lets nginx write how long each request took: `$request_time`, in seconds with milliseconds, the
 * last field of its log format, or a field of its own in LTSV and JSON.
 * @returns null when the file writes no access log, or its formats tell the time already
 */
export function logRequestTime({ text }: SourceFile): readonly Edit[] | null {
  const logs = [...text.matchAll(used)].filter(([, path]) => path !== 'off');
  const formats = [...text.matchAll(declared)];
  if (logs.length === 0) return null;
  const names = new Set(logs.map(([, , name]) => name?.trim() ?? 'combined'));
  const lacking = formats.filter(
    ([, name = '', parts = '']) => names.has(name) && !parts.includes('$request_time'),
  );
  const edits = lacking.flatMap((match) => withTime(match) ?? []);
  if (!names.has('combined')) return edits.length === 0 ? null : edits;
  return [...edits, ...ownFormat(text, logs)];
}

/** Puts the field at the end of the format's last part, whichever way it is laid out. */
function withTime(match: RegExpExecArray): readonly Edit[] | null {
  const [whole, , parts = ''] = match;
  const last = [...parts.matchAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g)].at(-1);
  if (last === undefined) return null;
  const begin = match.index + whole.lastIndexOf(parts) + last.index;
  const [quoted] = last;
  const end = begin + quoted.length - 1;
  const isLtsv = /\\t\w+:\$|\w+:\$\w+\\t/.test(parts);
  if (!/escape=json/.test(parts) && !/^\s*['"]\s*\{/.test(parts))
    return [{ from: end, to: end, text: isLtsv ? '\\treqtime:$request_time' : ' $request_time' }];
  const brace = quoted.lastIndexOf('}');
  if (brace < 0) return null;
  const before = (parts.slice(0, last.index) + quoted.slice(0, brace)).replace(/['"\s]+$/, '');
  // A number needs no quotes, and `-` is never its value.
  const text = `${before.endsWith(',') ? '' : ','}"request_time":$request_time`;
  return [{ from: begin + brace, to: begin + brace, text }];
}

/** A format of our own before the first log, which all logs of nginx's `combined` then use. */
function ownFormat(text: string, logs: readonly RegExpExecArray[]): readonly Edit[] {
  const http = /(^|\n)([ \t]*)http\s*\{[^\n]*\n/.exec(text);
  // `log_format` stands in `http` only; a file without it is included there.
  const at = http === null ? 0 : http.index + http[0].length;
  const indent = http === null ? '' : `${http[2] ?? ''}    `;
  const space = `\n${indent}${' '.repeat('log_format timed '.length)}`;
  const format = `${indent}log_format timed ${combinedParts.join(space)};\n`;
  const plain = logs.filter(([, , name]) => (name?.trim() ?? 'combined') === 'combined');
  return [
    { from: at, to: at, text: format },
    ...plain.map(({ 0: whole, 1: path = '', 2: name = '', index }): Edit => {
      const from = index + whole.indexOf(path, whole.indexOf('access_log') + 10) + path.length;
      return { from, to: from + name.length, text: ' timed' };
    }),
  ];
}

/** Lets nginx log every request, not only those that a condition chooses (`if=$failed`). */
export function logEveryRequest({ text }: SourceFile): readonly Edit[] | null {
  const edits = [...text.matchAll(used)].flatMap((match): readonly Edit[] => {
    const condition = /\s+if=[^\s;]+/.exec(match[0]);
    if (condition === null) return [];
    const from = match.index + condition.index;
    return [{ from, to: from + condition[0].length, text: '' }];
  });
  return edits.length === 0 ? null : edits;
}
