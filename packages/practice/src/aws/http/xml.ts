/** Renders a value as the inside of an element, in the order of its fields; null and undefined are left out. */
export function toXml(value: unknown, listElement: 'item' | 'member'): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value
      .map((each) => `<${listElement}>${toXml(each, listElement)}</${listElement}>`)
      .join('');
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([name, field]) => element(name, field, listElement))
      .join('');
  }
  return value === null || value === undefined ? '' : escapeXml(String(value));
}

function element(name: string, value: unknown, listElement: 'item' | 'member'): string {
  if (value === null || value === undefined) return '';
  const inside = toXml(value, listElement);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

/** Text as XML carries it; characters that XML 1.0 cannot carry become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    (each) => {
      switch (each) {
        case '&':
          return '&amp;';
        case '<':
          return '&lt;';
        case '>':
          return '&gt;';
        case '"':
          return '&quot;';
        case '\r':
          return '&#13;';
        default:
          return '\uFFFD';
      }
    },
  );
}
