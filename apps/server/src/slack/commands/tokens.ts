/** One word of a command, and where the text after it begins. */
export interface Token {
  readonly text: string;
  readonly end: number;
}

/**
 * Undoes Slack's escaping in the text of a command: `<@U1|taro>` stays a mention as `<@U1>`,
 * links and channels become what was typed, and so do `&amp;`, `&lt;`, `&gt;`.
 */
export function unescapeSlack(text: string): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, '\u0001@$1\u0002')
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<((?:https?|mailto):[^|>]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) =>
      url.startsWith('mailto:') ? (label ?? url.slice(7)) : url,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u0001', '<')
    .replaceAll('\u0002', '>');
}

/** Splits at spaces, also full-width ones; quotation marks, straight or curled, hold words together. */
export function tokens(text: string): Token[] {
  const pattern = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s\u3000]+/gu;
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[1] ?? match[2] ?? match[3] ?? match[0],
    end: match.index + match[0].length,
  }));
}
