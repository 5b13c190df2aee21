import { Refusal } from '../world/refusal.ts';

/**
 * The bytes that a range names, both ends included; null for the whole. S3 answers ranges that it does
 * not know, such as several at once, with the whole. Errors: `InvalidRange`.
 */
export function readRange(
  text: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (from >= size || from > to)
    throw new Refusal('InvalidRange', 'The requested range is not satisfiable', 416);
  return { from, to };
}
