/*
 * What a program writes to a terminal, taken apart: text, control characters and sequences of ECMA-48.
 * It is hostile input. Nothing of it may take out of proportion, whatever it begins and never ends.
 */

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** One control character: carriage return, backspace, line feed, tab, … */
  | { readonly kind: 'control'; readonly code: number }
  /** `ESC [ parameters final`. */
  | { readonly kind: 'csi'; readonly parameters: string; readonly final: string }
  /** A sequence that is neither shown nor passed on, such as a title or a clipboard's content. */
  | { readonly kind: 'dropped' };

/** Longer than any sequence that a terminal acts on; what goes on beyond is taken for text. */
const longest = 4096;
const escape = '\u001b';
/** Shown by nothing, moved by nothing: C0 but those that move, DEL and C1. */
const plain = /^[^\u0000-\u001f\u007f-\u009f]+/;
const csi = /^(?:\u001b\[|\u009b)([0-?]*)([ -/]*)([@-~])/;
/** Title, clipboard, device control and the like, until their end, or the line's: no more can be hidden in one. */
const string =
  /^(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\u0018\u001a\n\u0090\u0098\u009d-\u009f]*(?:\u0007|\u001b\\|\u009c|\u0018|\u001a|(?=\n)|(?=\u001b[^\\])|(?=[\u0090\u0098\u009d-\u009f]))/;
const other = /^\u001b[ -/]*[0-~]/;
const unfinished =
  /^(?:(?:\u001b\[|\u009b)[0-?]*[ -/]*|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u009c\u0018\u001a\n\u001b\u0090\u0098\u009d-\u009f]*\u001b?|\u001b[ -/]*)$/;

/** Takes text apart as it comes: a sequence may begin in one piece and end in another. */
export function createTokenizer(): {
  push(piece: string): Token[];
  /** What was begun and never ended is dropped. */
  end(): Token[];
} {
  let left = '';
  return {
    push(piece) {
      let rest = left + piece;
      left = '';
      const tokens: Token[] = [];
      while (rest !== '') {
        if (rest.length < longest && unfinished.test(rest)) {
          left = rest;
          break;
        }
        const [token, length] = first(rest);
        tokens.push(token);
        rest = rest.slice(length);
      }
      return tokens;
    },
    end() {
      const dropped: Token[] = left === '' ? [] : [{ kind: 'dropped' }];
      left = '';
      return dropped;
    },
  };
}

function first(rest: string): [Token, number] {
  const text = plain.exec(rest)?.[0];
  if (text !== undefined) return [{ kind: 'text', text }, text.length];
  const sequence = csi.exec(rest.slice(0, longest));
  if (sequence !== null) {
    const [whole, parameters = '', between = '', final = ''] = sequence;
    const token: Token = between === '' ? { kind: 'csi', parameters, final } : { kind: 'dropped' };
    return [token, whole.length];
  }
  const hidden = string.exec(rest.slice(0, longest)) ?? other.exec(rest.slice(0, longest));
  if (hidden !== null) return [{ kind: 'dropped' }, hidden[0].length];
  const code = rest.charCodeAt(0);
  if (rest[0] === escape || code > 0x7e) return [{ kind: 'dropped' }, 1];
  return [{ kind: 'control', code }, 1];
}
