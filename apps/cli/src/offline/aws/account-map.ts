import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AccountMap } from '@sekisho/accounts';
import { readAccountMap } from '@sekisho/config';
import type { OutputOf } from '@sekisho/contract';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { callerOf } from '../../server/call.ts';
import { findServer } from '../../server/find-server.ts';
import { readMap } from './read-map.ts';

/** Where an account map comes from: a file, or a server that is asked for what the caller may see. */
export type MapSource =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'server'; readonly name: string };

/**
 * The source that a command line means: the file or the server that it names; else the sekisho.yaml
 * here, and where there is none the server that commands use.
 * Errors: `Failure` when nothing is there at all.
 */
export async function mapSource(host: Host, options: Asked['options']): Promise<MapSource> {
  const file = options['config'] as string | undefined;
  if (file !== undefined) return { kind: 'file', name: file };
  if (options.url !== undefined) return { kind: 'server', name: findServer(host, options).url };
  const here = resolve(host.cwd, 'sekisho.yaml');
  const isHere = await access(here).then(
    () => true,
    () => false,
  );
  if (isHere) return { kind: 'file', name: 'sekisho.yaml' };
  try {
    return { kind: 'server', name: findServer(host, options).url };
  } catch (error) {
    if (error instanceof Failure) throw new Failure('bad-input', say(host, 'aws-no-map'));
    throw error;
  }
}

/** The map of a source. Errors: `Failure` when it cannot be had, or with every problem of it told before it. */
export async function mapFrom(
  host: Host,
  options: Asked['options'],
  source: MapSource,
): Promise<AccountMap> {
  if (source.kind === 'file') return readMap(host, source.name);
  const answer = await callerOf(host, findServer(host, options))('access.accounts', {});
  // What a server says goes into files that name programs: it is judged as what a file says.
  const { map } = readAccountMap(documentOf(answer), source.name);
  if (map !== null) return map;
  throw new Failure('unavailable', say(host, 'aws-strange-map', { url: source.name }));
}

/** The answer as sekisho.yaml has it: JSON is YAML too. */
function documentOf({ identityCenter, accounts }: OutputOf<'access.accounts'>): string {
  const entries = accounts.map(({ name, permissionSets, roles, ...account }) => [
    name,
    { ...given(account), permissionSets, roles: roles.map(roleOf) },
  ]);
  return JSON.stringify({ ...given({ identityCenter }), accounts: Object.fromEntries(entries) });
}

function roleOf({
  from,
  ...role
}: OutputOf<'access.accounts'>['accounts'][number]['roles'][number]) {
  return { ...given(role), from: given(from) };
}

/** What is null in an answer is not written in a file. */
function given(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
