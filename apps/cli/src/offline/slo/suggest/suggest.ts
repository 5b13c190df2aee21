import { suggest as judge } from '@sekisho/objectives/suggest';
import type { Asked } from '../../../commands/options.ts';
import type { Host } from '../../../host.ts';
import { cleanJson } from '../../../print/clean.ts';
import { styleOf } from '../../../print/style.ts';
import { countForPromises } from '../judge-logs.ts';
import { keptBudget } from '../kept-budget.ts';
import { incidentsOf, targetsOf } from '../replay/replay.ts';
import { suggestData } from './suggest-data.ts';
import { suggestText } from './suggest-text.ts';
import type { Suggested } from './suggested.ts';

/**
 * Suggests a target for each promise from what the logs hold, with its reasons and doubts.
 * Errors: `Failure` (exit code 2), when a file or an option cannot be used.
 */
export async function suggest(host: Host, asked: Asked): Promise<number> {
  const { options } = asked;
  const targets = targetsOf(host, options.targets);
  const incidents = await incidentsOf(host, options.incidents);
  const countings = await countForPromises(host, asked, 'suggest');
  const all = countings.map(({ promised, counts }): Suggested => {
    const { objective, name, alerts } = promised;
    const given = {
      objective,
      policy: alerts?.policy,
      ...counts,
      incidents,
      ...(targets && { targets }),
    };
    return { promised, suggestion: keptBudget(host, name, () => judge(given)) };
  });
  const style = styleOf(host, options);
  await host.stdout.write(
    options.json === true
      ? `${cleanJson({ suggestions: all.map(suggestData) })}\n`
      : all.map((one) => suggestText(one, style)).join('\n'),
  );
  return 0;
}
