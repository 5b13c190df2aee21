/** One value of a form, and the block it stands in. */
export interface Given {
  readonly block: string;
  readonly value: string;
}

/** A form's values by field name. */
export type Values = Readonly<Record<string, Given>>;

interface Common {
  /** Our own key: the same thing delivered twice has the same. */
  readonly key: string;
  readonly team: string;
  readonly user: string;
  /** When it came in, ISO 8601. */
  readonly at: string;
  readonly channel: string | null;
  readonly responseUrl: string | null;
  /** Opens one modal, within three seconds. */
  readonly trigger: string | null;
}

export interface IncomingCommand extends Common {
  readonly kind: 'command';
  readonly command: string;
  readonly text: string;
}

export interface IncomingAction extends Common {
  readonly kind: 'action';
  readonly id: string;
  readonly value: string;
  /** Rises from one change of a form to the next. */
  readonly actionTs: string;
  /** The form or home tab that was acted in; null for a message. */
  readonly view: { readonly id: string; readonly form: string; readonly metadata: string } | null;
  readonly values: Values;
}

export interface IncomingSubmission extends Common {
  readonly kind: 'submission';
  readonly form: string;
  readonly metadata: string;
  readonly values: Values;
}

export interface IncomingHome extends Common {
  readonly kind: 'home';
}

/** What came in from Slack, as much of it as we use. It is kept as JSON before it is acknowledged. */
export type Incoming = IncomingCommand | IncomingAction | IncomingSubmission | IncomingHome;
