export { compileSql, type SqlQuestion } from './compile-sql.ts';
export { type Dialect, type Engine, engines } from './dialect.ts';
export { dialects } from './dialects.ts';
export { sqlFormats, UnsupportedFormat } from './formats/plans.ts';
export { type DayForm, filesIn, type LinesTable, tableOf } from './lines.ts';
export { countsOfRows } from './rows.ts';
export { spanSql, type TableQuestion } from './span-sql.ts';
