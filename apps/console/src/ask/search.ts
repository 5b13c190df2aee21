/** What a link to Ask may fill in. */
export interface AskSearch {
  readonly environment?: string;
  readonly for?: string;
  readonly reason?: string;
}

/** Reads the address of Ask; what it does not know is left out. */
export function readAskSearch(raw: Record<string, unknown>): AskSearch {
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name] : undefined);
  const [environment, span, reason] = [text('environment'), text('for'), text('reason')];
  return {
    ...(environment === undefined ? {} : { environment }),
    ...(span === undefined ? {} : { for: span }),
    ...(reason === undefined ? {} : { reason }),
  };
}
