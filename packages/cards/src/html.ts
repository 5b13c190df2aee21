import type { Action, Bar, Card, Part } from './card.ts';
import { clean } from './clean.ts';

/** Draws a card as HTML without styles of its own; classes begin with `card`. Everything from people is escaped. */
export function toHtml(card: Card): string {
  const classes = card.production ? 'card card-production' : 'card';
  const head = `<h3 class="card-head"><span aria-hidden="true">${escapeHtml(card.glyph)}</span> ${spans(card.head)}</h3>`;
  const body = card.parts.map(partHtml).join('');
  const actions =
    card.actions.length === 0
      ? ''
      : `<p class="card-actions">${card.actions.map(button).join('')}</p>`;
  return `<article class="${classes}" lang="${card.language}">${head}${body}${actions}${card.link === null ? '' : linkHtml(card.link)}</article>`;
}

/** Escapes text for HTML, inside elements and attributes. */
export function escapeHtml(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function partHtml(part: Part): string {
  switch (part.type) {
    case 'facts':
      return part.facts.length === 0 ? '' : `<p class="card-facts">${spans(part.facts)}</p>`;
    case 'quote':
      return `<blockquote class="card-quote">${escapeHtml(part.text)}</blockquote>`;
    case 'bar':
      return `<p class="card-time">${barHtml(part.bar)}${escapeHtml(part.words)}</p>`;
    case 'notice':
      return noticeHtml(part);
    case 'link':
      return linkHtml(part);
    case 'row':
      return `<p class="card-row${part.mark ? ' card-production' : ''}"><span aria-hidden="true">${escapeHtml(part.glyph)}</span> ${spans(part.words)}${part.actions.map(button).join('')}</p>`;
  }
}

function noticeHtml({ level, text, detail }: Extract<Part, { type: 'notice' }>): string {
  const more =
    detail === null
      ? ''
      : `<details><summary>…</summary><code>${escapeHtml(detail)}</code></details>`;
  return `<div class="card-notice card-${level}">${escapeHtml(text)}${more}</div>`;
}

function barHtml({ spent, left }: Bar): string {
  const share = (value: number) => (value * 100).toFixed(1);
  return `<span class="card-bar" aria-hidden="true"><span class="card-bar-spent" style="width:${share(spent)}%"></span><span class="card-bar-left" style="width:${share(left)}%"></span></span> `;
}

function button({ id, label, value, style }: Action): string {
  return `<button type="button" class="card-${style}" data-action="${escapeHtml(id)}" value="${escapeHtml(value)}">${escapeHtml(label)}</button>`;
}

function linkHtml({ label, url }: NonNullable<Card['link']>): string {
  if (!/^https?:\/\//.test(url)) return '';
  return `<p class="card-link"><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
}

function spans(words: readonly string[]): string {
  return words
    .map((word) => `<span>${escapeHtml(word)}</span>`)
    .join(' <span aria-hidden="true">·</span> ');
}
