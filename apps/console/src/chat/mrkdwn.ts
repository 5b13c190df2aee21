/** A piece of Slack's mrkdwn. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' | 'block'; readonly text: string }
  /** Drawn by us: the reader's machine may have no face for it. */
  | { readonly type: 'square' }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'user' | 'channel'; readonly id: string; readonly text: string }
  | { readonly type: 'date'; readonly at: number; readonly text: string };

const pattern =
  /(:red_square:)|```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])|(?<![\w~])~([^~\n]+)~(?![\w~])/g;

/** Cuts mrkdwn into pieces: https://docs.slack.dev/messaging/formatting-message-text */
export function parseMrkdwn(source: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) pieces.push(plain(source.slice(end, match.index)));
    pieces.push(pieceOf(match));
    end = match.index + match[0].length;
  }
  if (end < source.length) pieces.push(plain(source.slice(end)));
  return pieces;
}

function pieceOf([
  whole,
  square,
  block,
  code,
  angle,
  bold,
  italic,
  strike,
]: RegExpExecArray): Piece {
  if (square !== undefined) return { type: 'square' };
  if (block !== undefined) return { type: 'block', text: unescape(block.replace(/^\n/, '')) };
  if (code !== undefined) return { type: 'code', text: unescape(code) };
  if (angle !== undefined) return angleOf(angle);
  if (bold !== undefined) return { type: 'bold', text: shown(bold) };
  if (italic !== undefined) return { type: 'italic', text: shown(italic) };
  return strike === undefined ? plain(whole) : { type: 'strike', text: shown(strike) };
}

/** `<https://…|label>`, `<@U1>`, `<#C1|name>`, `<!date^1700000000^{time}|fallback>`. */
function angleOf(inside: string): Piece {
  const [target = '', label] = inside.split('|', 2);
  const text = unescape(label ?? '');
  if (target.startsWith('@')) return { type: 'user', id: target.slice(1), text };
  if (target.startsWith('#')) return { type: 'channel', id: target.slice(1), text };
  if (target.startsWith('!date^')) {
    return { type: 'date', at: Number(target.split('^')[1]) * 1000, text };
  }
  const url = unescape(target);
  // Only web links are links: javascript: and the like stay text.
  if (/^https?:\/\//.test(url)) return { type: 'link', url, text: text || url };
  return { type: 'text', text: text || unescape(target.replace(/^!/, '@')) };
}

function plain(text: string): Piece {
  return { type: 'text', text: shown(text) };
}

function shown(text: string): string {
  return unescape(text.replace(/:([a-z_]+):/g, (whole, name: string) => emoji[name] ?? whole));
}

const emoji: Readonly<Record<string, string>> = {
  x: '✕',
  warning: '▲',
  information_source: 'ℹ',
  white_check_mark: '✓',
};

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
