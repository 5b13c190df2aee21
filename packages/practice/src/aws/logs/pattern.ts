import { Refusal } from '../world/refusal.ts';

/**
 * Filter patterns of plain terms: all of them must be in the message; `?one ?other` any, `-term` not,
 * `"several words"` as they are. Patterns of JSON and columns are refused: practice does not model them.
 * Source: Amazon CloudWatch Logs User Guide, "Filter pattern syntax".
 */
export function readPattern(text: string): (message: string) => boolean {
  const pattern = text.trim();
  if (/^[{[%]/.test(pattern))
    throw new Refusal('InvalidParameterException', 'Practice models patterns of terms alone.');
  const terms = [...pattern.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)].map(
    ([, sign = '', quoted, plain]) => ({ sign, term: quoted ?? plain ?? '' }),
  );
  const of = (sign: string) => terms.filter((one) => one.sign === sign).map(({ term }) => term);
  const [all, any, none] = [of(''), of('?'), of('-')];
  return (message) =>
    all.every((term) => message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term))) &&
    !none.some((term) => message.includes(term));
}
