/*
 * Keeps PGlites warm for the tests of a run: a process of its own, since opening one and warming it
 * up takes seconds of work in each new process. Each connection has one to itself, empty; who hangs
 * up gives it back.
 *
 * Run as: node host.ts SOCKET
 */
import { createServer, type Socket } from 'node:net';
import type { StatementRunner } from '../../../packages/core/src/platform/database/pglite-pool.ts';
import {
  answerStatement,
  type StatementRequest,
} from '../../../packages/core/src/platform/database/statement-calls.ts';
import { eachFrame, sendFrame } from './frames.ts';

const idle: StatementRunner[] = [];

async function take(): Promise<StatementRunner> {
  const warm = idle.pop();
  if (warm !== undefined) return warm;
  // Loaded when first asked for: most runs of a single file need none.
  const { openPglite } = await import(
    '../../../packages/core/src/platform/database/pglite-runner.ts'
  );
  return openPglite();
}

/** As a new one: nothing of the last user is left, whatever was made, open or set. */
async function empty(runner: StatementRunner): Promise<void> {
  const schemas = `select nspname as name from pg_namespace
    where nspname not like 'pg\\_%' and nspname <> 'information_schema'`;
  await runner.query('rollback', []);
  const { rows } = await runner.query(schemas, []);
  for (const { name } of rows as { readonly name: string }[])
    await runner.query(`drop schema "${name}" cascade`, []);
  await runner.query('create schema public', []);
  await runner.query('discard all', []);
}

function serve(socket: Socket): void {
  const runner = take();
  let turn: Promise<unknown> = runner;
  eachFrame(socket, (request) => {
    turn = turn.then(async () => {
      const answered = await answerStatement(runner, request as StatementRequest);
      if (!socket.destroyed) sendFrame(socket, answered);
    });
    // An engine that crashed is nobody's again: its user is hung up on.
    turn.catch(() => socket.destroy());
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    turn = turn.then(async () => {
      const used = await runner;
      await empty(used);
      idle.push(used);
    });
    turn.catch(() => undefined);
  });
}

createServer(serve).listen(process.argv[2], () => process.stdout.write('ready\n'));
// Who started this process holds its standard input: when that ends, so does this.
process.stdin.on('end', () => process.exit(0)).resume();
