/** Any tables: each domain's store names its own. */
// oxlint-disable-next-line typescript/no-explicit-any -- a store casts to its own tables
export type AnyTables = any;
