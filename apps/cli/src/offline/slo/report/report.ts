import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { cleanJson, cleanLine } from '../../../print/clean.ts';
import { styleOf } from '../../../print/style.ts';
import { say } from '../../../sentences/say.ts';
import { countForPromises } from '../judge-logs.ts';
import { htmlDocument } from './html/document.ts';
import { reportData } from './report-data.ts';
import { reportText } from './report-text.ts';
import { reportedOf } from './reported.ts';

/**
 * Says what logs tell about promises: the SLI, the budget, and the pages that it would have sent; on
 * the terminal, as JSON, or as one file of HTML.
 * Errors: `Failure` (exit code 2), when a file or an option cannot be used.
 */
export async function report(host: Host, asked: Asked): Promise<number> {
  const countings = await countForPromises(host, asked, 'report');
  const all = countings.map((counting) => reportedOf(host, counting));
  const { options } = asked;
  if (options.json === true) {
    await host.stdout.write(`${cleanJson({ reports: all.map(reportData) })}\n`);
    return 0;
  }
  const style = styleOf(host, options);
  if (typeof options.html === 'string')
    await writeHtml(host, options.html, htmlDocument(all, style));
  await host.stdout.write(all.map((one) => reportText(one, style)).join('\n'));
  await host.stdout.write(nextText(host, asked));
  return 0;
}

function nextText(host: Host, { words, options }: Asked): string {
  const what = [...words, '--logs …'].join(' ');
  const lines = {
    en: [
      `With plots: sekisho slo report ${what} --html report.html`,
      `Other targets: sekisho slo replay ${what}`,
    ],
    ja: [
      `グラフ付き: sekisho slo report ${what} --html report.html`,
      `別の目標値: sekisho slo replay ${what}`,
    ],
  }[host.language];
  // Who has just been given the plots need not be told of them.
  const left = typeof options.html === 'string' ? lines.slice(1) : lines;
  return `\n${left.map((line) => cleanLine(line)).join('\n')}\n`;
}

async function writeHtml(host: Host, file: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(host.cwd, file), text);
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'report-html-unwritable', { file, detail }));
  }
  await host.stderr.write(`${cleanLine(say(host, 'report-html-written', { file }))}\n`);
}
