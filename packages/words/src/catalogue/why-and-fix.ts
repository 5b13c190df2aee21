/** What keeps something from happening, and what to do about it. */
export interface WhyAndFix {
  readonly why: string;
  readonly fix: string;
}
