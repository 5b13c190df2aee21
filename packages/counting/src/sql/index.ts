export { compileSql, type SqlQuestion } from './compile-sql.ts';
export { type Dialect, type Engine, engines } from './dialect.ts';
export { dialects } from './dialects.ts';
export { sqlFormats, UnsupportedFormat } from './formats/plans.ts';
export { filesIn, tableOf } from './lines.ts';
