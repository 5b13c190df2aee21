import type { Alphabet } from './dialect.ts';

const plain = /^[A-Za-z0-9_/-]$/;
const hex = (code: number) => `\\x${code.toString(16).padStart(2, '0')}`;

/** Bytes, each shown as the character of its number (ISO 8859-1), so that what is not UTF-8 stays what it is. */
export const bytesAsCharacters: Alphabet = {
  anyByte: '[\\x00-\\xff]',
  character: '(?:[\\x00-\\x7f]|[\\xc0-\\xff][\\x80-\\xbf]*)',
  mark: '\\xef\\xbb\\xbf',
  exactly: (text) =>
    Array.from(Buffer.from(text).toString('latin1'), (each) =>
      plain.test(each) ? each : hex(each.charCodeAt(0)),
    ).join(''),
};

/** Characters of Unicode: the engine has decoded the line, and replaced what was not UTF-8. */
export const characters: Alphabet = {
  anyByte: '[\\x00-\\x7f]',
  character: '[\\s\\S]',
  mark: '\\x{feff}',
  exactly: (text) =>
    Array.from(text.toWellFormed(), (each) => {
      const code = each.codePointAt(0) ?? 0;
      if (plain.test(each)) return each;
      return code < 0x80 ? hex(code) : `\\x{${code.toString(16)}}`;
    }).join(''),
};
