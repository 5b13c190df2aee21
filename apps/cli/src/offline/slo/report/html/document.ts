import { createHash } from 'node:crypto';
import type { Reported } from '../reported.ts';
import { momentText, type Reader } from '../summary-words.ts';
import { labels } from '../words.ts';
import { escape } from './escape.ts';
import { section } from './section.ts';
import { css } from './style.ts';

/**
 * Reports as one file of HTML that fetches nothing and runs nothing: its policy allows its own
 * style sheet and no more.
 */
export function htmlDocument(all: readonly Reported[], reader: Reader): string {
  const { language } = reader;
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = labels.report[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title><style>${css}</style></head>
<body><main><header><h1>${title}</h1><p class="soft">${escape(spanText(all, reader))}</p></header>
${all.map((one) => section(one, reader)).join('\n')}
</main><footer>${escape(madeText(reader))}</footer>
<svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line class="hatch" x1="0" x2="0" y1="0" y2="6"/></pattern></defs></svg>
</body></html>
`;
}

function spanText(all: readonly Reported[], reader: Reader): string {
  const from = Math.min(...all.map(({ report }) => report.logs.span.from));
  const to = Math.max(...all.map(({ report }) => report.logs.span.to));
  const label = labels.logs[reader.language];
  return `${label}: ${momentText(from, reader)} – ${momentText(to, reader)}`;
}

function madeText(reader: Reader): string {
  const when = momentText(Math.floor(reader.now.getTime() / 60_000), reader);
  return {
    en: `Made by sekisho slo report, ${when}. Times are in ${reader.timeZone}.`,
    ja: `sekisho slo report で作成 (${when})。時刻は ${reader.timeZone} です。`,
  }[reader.language];
}
