import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Dashboard, makeDashboards } from '@sekisho/objectives/grafana';
import { problemText } from '@sekisho/objectives/problems';
import { readSloth } from '@sekisho/objectives/sloth';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { cleanJson, cleanLine } from '../../../print/clean.ts';
import { say } from '../../../sentences/say.ts';
import { bytesOf, refuse } from '../rule-files.ts';
import { ruleOptions } from '../rule-options.ts';

/**
 * Prints the Grafana dashboard of an SLO as JSON: one object, or a list where the file holds
 * several; with `--out`, one file for each.
 * Errors: `Failure` (exit code 2) with every problem told before it; nothing is printed then.
 */
export async function dashboard(host: Host, { words, options }: Asked): Promise<number> {
  const [file, extra] = words;
  if (file === undefined) throw new Failure('bad-input', say(host, 'dashboard-no-file'));
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho slo dashboard' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const { dialect, period, windows } = await ruleOptions(host, options);
  const read = readSloth(await bytesOf(host, file), file);
  await refuse(host, file, read.problems, 'dashboard-bad');
  const made = makeDashboards(read.documents, { dialect, period, windows });
  await refuse(host, file, made.problems, 'dashboard-bad');
  const chosen = choose(host, made.dashboards, options['slo']);
  const lines = read.warnings.map((one) =>
    say(host, 'rules-warning', { text: cleanLine(problemText(one, host.language)) }),
  );
  if (typeof options['out'] === 'string') {
    const written = await writeAll(host, options['out'], chosen);
    lines.push(...written.map((path) => cleanLine(say(host, 'dashboard-written', { file: path }))));
  } else {
    const [only, ...others] = chosen;
    await host.stdout.write(`${cleanJson(others.length === 0 ? only : chosen)}\n`);
    if (others.length > 0) lines.push(say(host, 'dashboard-several', { count: chosen.length }));
  }
  if (lines.length > 0) await host.stderr.write(`${lines.join('\n')}\n`);
  return 0;
}

type Made = ReturnType<typeof makeDashboards>['dashboards'];

function choose(host: Host, made: Made, name: unknown): readonly Dashboard[] {
  const wanted = made.filter(
    ({ slo }) => name === undefined || name === slo.id || name === slo.name,
  );
  if (wanted.length > 0) return wanted.map((one) => one.dashboard);
  const facts = { value: String(name), choices: made.map(({ slo }) => slo.name).join(', ') };
  throw new Failure('bad-input', say(host, 'report-no-such-slo', facts));
}

/** Named by uid, which no path can be smuggled into. */
async function writeAll(
  host: Host,
  folder: string,
  dashboards: readonly Dashboard[],
): Promise<readonly string[]> {
  const inside = resolve(host.cwd, folder);
  try {
    await mkdir(inside, { recursive: true });
    for (const one of dashboards)
      await writeFile(join(inside, `${one.uid}.json`), `${cleanJson(one)}\n`);
  } catch (error) {
    const facts = { file: folder, detail: String((error as NodeJS.ErrnoException).code) };
    throw new Failure('bad-input', say(host, 'dashboard-unwritable', facts));
  }
  return dashboards.map(({ uid }) => join(folder, `${uid}.json`));
}
