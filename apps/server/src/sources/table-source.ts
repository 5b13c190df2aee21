import { createAthenaSource } from '@sekisho/aws/sources';
import { createClickhouseSource } from '@sekisho/clickhouse';
import type { SourceConfig } from '@sekisho/config';
import { endedSpan, type MeasuredMinute, type MinuteSource } from '@sekisho/core/sources';
import { formatOf, type Sli } from '@sekisho/counting';
import type { TableQuestion } from '@sekisho/counting/sql';
import { type AwsPlace, awsAccess } from './aws-access.ts';
import type { Closable } from './closable.ts';
import { type SourceOptions, timeoutOf } from './options.ts';
import { secretOf } from './secret-of.ts';

type TableSourceConfig = Extract<SourceConfig, { readonly kind: 'clickhouse' | 'athena' }>;

/** Kinds whose lines an engine counts where they lie, as the scanner would. Errors: `SourceError`. */
export function tableSource(source: TableSourceConfig, sli: Sli, options: SourceOptions): Closable {
  const { table, whenAbsent, ...connection } = source.connection;
  const question: TableQuestion = {
    ...{ format: formatOf(source.format, source.fields ?? undefined), sli },
    table: table as TableQuestion['table'],
  };
  const made = { clickhouse, athena }[source.kind](connection, question, options);
  return whenAbsent === 'idle' ? { ...idle(made, options.now), close: made.close } : made;
}

type Words = Readonly<Record<string, unknown>>;

function clickhouse(connection: Words, question: TableQuestion, options: SourceOptions): Closable {
  const { passwordVariable, ...words } = connection;
  const password =
    passwordVariable === undefined ? {} : { password: secretOf(options, passwordVariable) };
  const said = words as { readonly url: string };
  const made = createClickhouseSource({
    ...{ ...said, ...password, ...question, ...timeoutOf(options) },
    now: options.now,
  });
  return { read: made.read, close: () => void made.close().catch(() => undefined) };
}

function athena(connection: Words, question: TableQuestion, options: SourceOptions): Closable {
  const { region, environment, ...words } = connection;
  const { access, close } = awsAccess({ region, environment } as AwsPlace, options);
  const said = words as { readonly database: string };
  const made = createAthenaSource({ ...access, ...said, ...question, now: options.now });
  return {
    read: made.read,
    close() {
      made.close();
      close();
    },
  };
}

/** A table of which the definition says that it is always filled: a minute without a line had none. */
function idle(source: MinuteSource, now: () => number): MinuteSource {
  return {
    async read(asked, options) {
      const { from, to } = endedSpan(asked, now());
      const said = new Map(
        (await source.read({ from, to }, options)).map((one) => [one.minute, one]),
      );
      return Array.from({ length: to - from }, (_, at): MeasuredMinute => {
        const nothing = { good: 0, bad: 0, excluded: 0, clientErrors: 0, measured: 60_000 };
        return said.get(from + at) ?? { minute: from + at, ...nothing };
      });
    },
  };
}
