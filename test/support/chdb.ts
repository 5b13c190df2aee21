import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Row = Readonly<Record<string, unknown>>;

/** An engine that answers SQL, in the process or beside it. */
export interface RunningEngine {
  ask(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

const program = `
  const { createRequire } = require('node:module');
  const { query } = createRequire(process.argv[1])('chdb');
  const answer = (sql) => {
    try { return { rows: query(sql, 'JSONEachRow') }; } catch (error) { return { error: String(error) }; }
  };
  // Base64: JSON may hold what readline takes for the end of a line.
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64');
  const lines = require('node:readline').createInterface({ input: process.stdin });
  lines.on('line', (line) => process.stdout.write(encoded(answer(JSON.parse(Buffer.from(line, 'base64')))) + '\\n'));
`;

export interface RunningClickhouse extends RunningEngine {
  /** What it answers as text, in the format that the statement names. */
  text(sql: string): Promise<string>;
}

/**
 * ClickHouse's own engine, in a process of its own: it is large, and should it fall over, it falls alone.
 * @param folder that `chdb` of npm was installed into
 */
export async function openClickhouse(folder: string): Promise<RunningClickhouse> {
  const child = spawn(process.execPath, ['-e', program, join(folder, 'any.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function text(sql: string): Promise<string> {
    child.stdin.write(`${Buffer.from(JSON.stringify(sql)).toString('base64')}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error('chdb has ended');
    const { rows, error } = JSON.parse(Buffer.from(value, 'base64').toString()) as Answer;
    if (error !== undefined) throw new Error(error);
    return rows ?? '';
  }

  return {
    text,
    async ask(sql) {
      const lines = (await text(sql)).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as Row);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

interface Answer {
  readonly rows?: string;
  readonly error?: string;
}
