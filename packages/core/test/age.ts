import { spawnSync } from 'node:child_process';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

const found = spawnSync('age', ['--version']).error === undefined;

/** Whether tests that need age's own program are left out; `SEKISHO_REQUIRE_AGE=1` lets them fail instead. */
export const withoutAge = !found && process.env['SEKISHO_REQUIRE_AGE'] !== '1';

/** What age's own program makes of bytes. Errors: with its own words. */
export function age(args: readonly string[], input: Uint8Array): Buffer {
  const ended = spawnSync('age', args, { input, maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(`age: ${ended.error?.message ?? String(ended.stderr)}`);
  return ended.stdout;
}

/** A key of age of a test's own. */
export async function newAgeKey(): Promise<{
  readonly identity: string;
  readonly recipient: string;
}> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
