import { entriesOf, isPlain, memberOf } from './plain.ts';
import { visibleName } from './visible.ts';

/** What is read of a plan's configuration; expressions and constants of it are not kept. */
export interface Configuration {
  /** Addresses of providers: `registry.terraform.io/hashicorp/aws`. */
  readonly providers: readonly string[];
  /** Resources with provisioners, by address as it is written, without keys of instances. */
  readonly provisioners: ReadonlyMap<string, readonly string[]>;
  /** Resources and data sources that run a program, by address as it is written. */
  readonly programs: readonly string[];
  readonly root: Module;
}

export interface Module {
  /** As it is written: `../modules/network`, or an address elsewhere. Empty for the root module. */
  readonly source: string;
  readonly calls: ReadonlyMap<string, Module>;
}

/** Reads what runs, what it runs with, and where modules come from. */
export function configurationOf(raw: unknown): Configuration {
  const found: Found = { provisioners: new Map(), programs: [] };
  const root = moduleOf(memberOf(raw, 'root_module'), { source: '', address: '' }, found);
  const providers = entriesOf(memberOf(raw, 'provider_config')).flatMap(([, provider]) => {
    const name = memberOf(provider, 'full_name') ?? memberOf(provider, 'name');
    return typeof name === 'string' ? [visibleName(name, 200)] : [];
  });
  return { ...found, root, providers: [...new Set(providers)] };
}

interface Found {
  readonly provisioners: Map<string, readonly string[]>;
  readonly programs: string[];
}

interface Place {
  readonly source: string;
  readonly address: string;
}

/** The depth of modules is that of the input, which is limited. */
function moduleOf(raw: unknown, { source, address }: Place, found: Found): Module {
  const resources = memberOf(raw, 'resources');
  if (Array.isArray(resources)) for (const one of resources) noteResource(one, address, found);
  const calls = entriesOf(memberOf(raw, 'module_calls')).map(([name, call]) => {
    const written = memberOf(call, 'source');
    const place = {
      source: typeof written === 'string' ? visibleName(written) : '',
      address: `${address}module.${name}.`,
    };
    return [name, moduleOf(memberOf(call, 'module'), place, found)] as const;
  });
  return { source, calls: new Map(calls) };
}

const running = /^(external|shell_script|shell_script_resource|command|process)$/;

/**
 * Whether objects of a type run a program that the code names.
 * Sources: https://registry.terraform.io/providers/hashicorp/external/latest/docs/data-sources/external,
 * https://registry.terraform.io/providers/scottwinkler/shell/latest/docs
 */
export function runsProgram(type: string): boolean {
  return running.test(type);
}

function noteResource(raw: unknown, above: string, found: Found): void {
  if (!isPlain(raw)) return;
  const type = String(memberOf(raw, 'type') ?? '');
  const address = `${above}${String(memberOf(raw, 'address') ?? type)}`;
  const provisioners = memberOf(raw, 'provisioners');
  if (Array.isArray(provisioners) && provisioners.length > 0) {
    const types = provisioners.map((one) => visibleName(String(memberOf(one, 'type') ?? ''), 60));
    found.provisioners.set(address, [...new Set(types)]);
  }
  if (runsProgram(type)) found.programs.push(address);
}

/** An address without the keys of its instances, as configuration writes it. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
}
