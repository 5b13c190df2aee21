import {
  type AccountMap,
  beyondSwitching,
  forGroups,
  portalLinks,
  portalPage,
  sectionsText,
} from '@sekisho/accounts';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { type MapSource, mapFrom, mapSource } from './account-map.ts';
import { type Format, hasSections, type SectionFormat, sectionFormatNames } from './formats.ts';
import { type Make, makerOf } from './sections-maker.ts';
import { type Deed, doToFile } from './to-file.ts';

/**
 * Prints the account map of a sekisho.yaml, or of a server, in another program's format, or puts it into that
 * program's file.
 * Errors: `Failure`: exit code 2 with every problem of the map told before it, 4 when `--check` finds
 * the file out of date.
 */
export async function config(host: Host, { words, options }: Asked): Promise<number> {
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho aws config' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const format = (options['format'] ?? 'aws-config') as Format;
  const deed = deedOf(host, options);
  const source = await mapSource(host, options);
  const map = await mapOf(host, options, source);
  if (format === 'extend-switch-roles') await tellBeyond(host, map);
  const make = makerOf(host, format, { options, source });
  if (deed === null) {
    await host.stdout.write(
      options.json === true ? jsonOf(format, map, make) : textOf(format, map, make),
    );
    return 0;
  }
  if (!hasSections(format))
    throw new Failure('bad-input', say(host, 'aws-config-print', { format }));
  return doToFile(host, deed, {
    sections: make(format, map),
    file: fileOf(host, format, options['out'] as string | undefined),
  });
}

/** An account that is silently missing would be looked for. */
async function tellBeyond(host: Host, map: AccountMap): Promise<void> {
  const names = beyondSwitching(map).join(', ');
  if (names !== '') await host.stderr.write(`${say(host, 'aws-config-beyond', { names })}\n`);
}

const deeds = { write: '--write', check: '--check', dryRun: '--dry-run' } as const;

function deedOf(host: Host, options: Asked['options']): Deed | null {
  const asked = (['write', 'check', 'dryRun'] as const).filter((deed) => options[deed] === true);
  const [first, second] = asked;
  if (first !== undefined && second !== undefined) {
    const facts = { one: deeds[first], other: deeds[second] };
    throw new Failure('bad-input', say(host, 'aws-config-deeds', facts));
  }
  if (first === undefined && options['out'] !== undefined)
    throw new Failure('bad-input', say(host, 'aws-config-out-alone'));
  return first ?? null;
}

async function mapOf(
  host: Host,
  options: Asked['options'],
  source: MapSource,
): Promise<AccountMap> {
  const map = await mapFrom(host, options, source);
  const groups = options['group'] as readonly string[] | undefined;
  return groups === undefined ? map : forGroups(map, groups);
}

function fileOf(
  { env, home }: Host,
  format: SectionFormat,
  out: string | undefined,
): string | null {
  if (out !== undefined) return out;
  if (format !== 'aws-config' && format !== 'aws-vault') return null;
  return env['AWS_CONFIG_FILE'] ?? `${home}/.aws/config`;
}

function textOf(format: Format, map: AccountMap, make: Make): string {
  if (format === 'portal') return portalPage(map);
  if (format !== 'all') return sectionsText(make(format, map));
  const each = sectionFormatNames.map((name) => `# ==> ${name}\n${sectionsText(make(name, map))}`);
  return [...each, `# ==> portal\n${portalPage(map)}`].join('\n');
}

function jsonOf(format: Format, map: AccountMap, make: Make): string {
  return `${cleanJson(dataOf(format, map, make))}\n`;
}

function dataOf(format: Format, map: AccountMap, make: Make): unknown {
  if (format === 'portal') return portalLinks(map);
  if (format !== 'all') {
    return make(format, map).map(({ head, entries }) => ({
      section: head,
      keys: Object.fromEntries(entries),
    }));
  }
  const formats: readonly Format[] = [...sectionFormatNames, 'portal'];
  return Object.fromEntries(formats.map((one) => [one, dataOf(one, map, make)]));
}
