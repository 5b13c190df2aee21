/** A package of ours as others install it. */
export interface Published {
  /** The package's folder. */
  readonly home: string;
  /** Where it is written; emptied first. */
  readonly dist: string;
  readonly description: string;
  /** What users import, by the path after the package's name; `.` is the package itself. */
  readonly doors: Readonly<Record<string, string>>;
  readonly platform: 'node' | 'browser';
  /** The oldest Node that it runs on; not said for browsers. */
  readonly node?: string;
  /** What its users bring; all else of ours is written into it. */
  readonly external: readonly string[];
  /** Types of our other packages that its own name: package import → folder under packages/, with index.ts. */
  readonly typesOf?: Readonly<Record<string, string>>;
  /** A script for pages without a bundler: its file, and the global that it makes. */
  readonly script?: { readonly door: string; readonly file: string; readonly global: string };
}
