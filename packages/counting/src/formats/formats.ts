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
