import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import { parameterText } from './parameter-text.ts';
import type { StatementResult, StatementRunner } from './pglite-pool.ts';

const { serialize } = protocol;

/** How many statements stay prepared; each takes some tens of kilobytes of the database's memory. */
const slots = 256;
/** A plan made while a table was small must not outlive that by long: nothing here analyses tables. */
const usesOfPlan = 200;
/** What is worth preparing: it comes again, and often. */
const comesAgain = /^\s*(select|insert|update|delete|with)\b/i;
/** What changes no table, so that what was prepared stays right. */
const changesNoTable =
  /^\s*(begin|start|commit|rollback|savepoint|release|set|show|declare|fetch|close)\b/i;

type Fields = messages.RowDescriptionMessage['fields'];

/** A statement that the database knows by name, with the columns of its answer. */
interface Prepared {
  readonly name: string;
  readonly fields: Fields;
  readonly uses: number;
}

/**
 * Runs statements over PGlite's wire protocol: each is one message, prepared once and called by
 * name from then on. PGlite's own `query` sends five messages and parses the text every time,
 * which takes several times as long.
 */
export function createStatements(pglite: PGlite): StatementRunner['query'] {
  const known = new Map<string, Prepared>();
  const free = Array.from({ length: slots }, (_, slot) => `s${slot}`);
  const send = async (parts: readonly Uint8Array[], fields: Fields = []) => {
    const run = () => pglite.execProtocol(Buffer.concat(parts));
    return readAnswer(pglite, (await pglite.runExclusive(run)).messages, fields);
  };
  const prepareAndCall = async (name: string, sql: string, values: Values) => {
    try {
      const { result, fields } = await send([...prepare(name, sql), ...call(name, values, true)]);
      known.set(sql, { name, fields, uses: 1 });
      return result;
    } catch (error) {
      free.push(name);
      throw error;
    }
  };
  return async (sql, parameters) => {
    if (parameters.length === 0 && !comesAgain.test(sql)) {
      if (!changesNoTable.test(sql)) forgetAll(known, free);
      return (await send([serialize.query(sql)])).result;
    }
    const values = parameters.map(parameterText);
    const { name, fields, uses } = known.get(sql) ?? {
      name: takeName(known, free),
      fields: [],
      uses: 0,
    };
    known.delete(sql);
    if (uses % usesOfPlan === 0) return prepareAndCall(name, sql, values);
    // Now the last in the order of use.
    known.set(sql, { name, fields, uses: uses + 1 });
    return (await send(call(name, values, false), fields)).result;
  };
}

function forgetAll(known: Map<string, Prepared>, free: string[]): void {
  free.push(...[...known.values()].map(({ name }) => name));
  known.clear();
}

/** A free name, or that of the statement that was not used for longest. */
function takeName(known: Map<string, Prepared>, free: string[]): string {
  const [oldest] = known;
  const name = free.pop();
  if (name !== undefined) return name;
  if (oldest === undefined) throw new Error('no statement can be prepared');
  known.delete(oldest[0]);
  return oldest[1].name;
}

function prepare(name: string, text: string): Uint8Array[] {
  return [serialize.close({ type: 'S', name }), serialize.parse({ name, text })];
}

type Values = readonly (string | null)[];

function call(statement: string, values: Values, described: boolean): Uint8Array[] {
  return [
    serialize.bind({ statement, values: [...values] }),
    ...(described ? [serialize.describe({ type: 'P' })] : []),
    serialize.execute(),
    serialize.sync(),
  ];
}

function readAnswer(
  { parsers }: PGlite,
  answer: readonly { readonly name: string }[],
  expected: Fields,
): { readonly result: StatementResult; readonly fields: Fields } {
  let fields = expected;
  const rows: unknown[] = [];
  let affectedRows = 0;
  for (const message of answer) {
    if (message instanceof messages.RowDescriptionMessage) fields = message.fields;
    if (message instanceof messages.DataRowMessage) rows.push(readRow(parsers, fields, message));
    if (message instanceof messages.CommandCompleteMessage) affectedRows = affectedBy(message.text);
  }
  return { result: { rows, affectedRows }, fields };
}

function readRow(
  parsers: PGlite['parsers'],
  fields: Fields,
  { fields: texts }: messages.DataRowMessage,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { name, dataTypeID }] of fields.entries()) {
    const text = texts[index] ?? null;
    row[name] = text === null ? null : (parsers[dataTypeID]?.(text, dataTypeID) ?? text);
  }
  return row;
}

/** `INSERT 0 5`, `UPDATE 3`, `DELETE 2`; a select affects nothing. */
function affectedBy(tag: string): number {
  return /^(INSERT|UPDATE|DELETE|MERGE)\b/.test(tag) ? Number(tag.split(' ').at(-1)) : 0;
}
