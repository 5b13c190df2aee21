/** A setting that cannot be used. */
export class SettingsError extends Error {}
