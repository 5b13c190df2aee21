import { alb } from './alb.ts';
import { clb } from './clb.ts';
import { cloudfront } from './cloudfront.ts';
import { combined } from './combined.ts';
import type { FieldMap } from './field-map.ts';
import { jsonFields, jsonLinesWith } from './json-lines.ts';
import type { LogFormat } from './log-format.ts';
import { ltsvFields, ltsvWith } from './ltsv.ts';

/** Every format that can be counted, by its name; of those with free names, under the usual ones. */
export const formats: Readonly<Record<string, LogFormat>> = {
  alb,
  clb,
  cloudfront,
  combined,
  ltsv: ltsvWith(ltsvFields),
  jsonl: jsonLinesWith(jsonFields),
};

/** The formats whose field names are free: their usual names, and the format under other ones. */
export const mappedFormats: Readonly<
  Record<string, { readonly fields: FieldMap; readonly withFields: (map: FieldMap) => LogFormat }>
> = {
  ltsv: { fields: ltsvFields, withFields: ltsvWith },
  jsonl: { fields: jsonFields, withFields: jsonLinesWith },
};

/** The format of a name, under other field names when they are given. Errors: throws when there is none. */
export function formatOf(name: string, fields?: FieldMap): LogFormat {
  const format = fields === undefined ? formats[name] : mappedFormats[name]?.withFields(fields);
  if (format === undefined) throw new Error(`there is no log format ${name}`);
  return format;
}
