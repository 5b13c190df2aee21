import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The flags of a program for developers, and the words between them if it takes any. `--help` prints `usage` and
 * ends with 0; what is not understood is said with it, and ends with 2.
 */
export function readFlags<const Own extends Options>(usage: string, options: Own, words = false) {
  try {
    const read = parseArgs({
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: words,
    });
    if ((read.values as { help?: boolean }).help !== true) return read;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
