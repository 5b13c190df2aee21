/** How a surface hears of what a person does with its elements. */
export interface Surface {
  /** Who looks, by their id in Slack. */
  readonly user: string;
  /** A button was pressed or something outside of a form was chosen. */
  readonly onAction: (blockId: string, actionId: string, value?: unknown) => void;
  /** A value of a form changed. */
  readonly onInput: (blockId: string, actionId: string, value: unknown) => void;
  /** What was typed so far, by block and action. */
  readonly valueOf: (blockId: string, actionId: string) => unknown;
  readonly errors: Readonly<Record<string, string>>;
  /** The element that is being carried out, as `block/action`. */
  readonly busy: string | null;
  /** The block whose field has the cursor first. */
  readonly first?: string;
}
