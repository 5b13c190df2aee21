import {
  type PlanOptions,
  planDigest,
  planLimits,
  type ReadPlan,
  readPlan,
} from '@sekisho/terraform-plan';
import { planProblemText } from '@sekisho/words/plan';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson, cleanLine } from '../../print/clean.ts';
import { styleOf } from '../../print/style.ts';
import { say } from '../../sentences/say.ts';
import { bytesUpTo } from '../bytes-up-to.ts';
import { planText } from './plan-text.ts';

/**
 * Prints what a plan does; exit code 2 with `--exit-code` when it holds a danger.
 * Errors: `Failure` (2) when the file cannot be read, or holds no plan.
 */
export async function show(host: Host, { words, options }: Asked): Promise<number> {
  const [file, extra] = words;
  if (file === undefined) throw new Failure('bad-input', say(host, 'plan-file-missing'));
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho plan show' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const asked = optionsOf(host, options);
  // A character takes at most four bytes of UTF-8: beyond that it is too large for certain.
  const bytes = await bytesUpTo(host, file, 4 * planLimits.size);
  const { plan, problem } = readPlan(bytes.toString('utf8'), asked);
  if (plan === null) {
    const text = cleanLine(`${file}: ${planProblemText(problem, host.language)}`);
    throw new Failure('bad-input', text);
  }
  const summaryOnly = options['summary'] === true;
  await host.stdout.write(
    options.json === true
      ? jsonOf(plan, summaryOnly)
      : planText(plan, { summaryOnly, style: styleOf(host, options) }),
  );
  return options['exitCode'] === true && plan.summary.riskCounts.danger > 0 ? 2 : 0;
}

function optionsOf(host: Host, options: Asked['options']): PlanOptions {
  const changed = options['changedDirs'] as string | undefined;
  const root = options['root'] as string | undefined;
  if (changed === undefined && root !== undefined)
    throw new Failure('bad-input', say(host, 'plan-root-alone'));
  const listed = changed?.split(',').map((one) => one.trim());
  const providers = options['provider'] as readonly string[] | undefined;
  return {
    ...(listed === undefined ? {} : { directories: { root: root ?? '', changed: listed } }),
    ...(providers === undefined ? {} : { providers }),
  };
}

/** The digest names all that can be seen, also where only the summary is printed. */
function jsonOf(plan: ReadPlan, summaryOnly: boolean): string {
  const { summary, diff } = plan;
  const digest = planDigest(plan);
  return `${cleanJson(summaryOnly ? { digest, summary } : { digest, summary, diff })}\n`;
}
