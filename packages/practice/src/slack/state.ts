/** A JSON object as it came over the wire: nothing is known of it until it has been checked. */
export type Json = Record<string, unknown>;

/** A person or bot of the workspace. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly restricted: boolean;
  readonly deleted: boolean;
  readonly bot: boolean;
}

/** A channel, or a direct message between the members. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly archived: boolean;
  readonly created: number;
  readonly members: readonly string[];
}

/** A message; `ephemeralFor` names the only person who sees it. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly botId?: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json;
  readonly threadTs?: string;
  readonly ephemeralFor?: string;
  readonly edited?: string;
  /** Files that it shares, as messages show them. */
  readonly files?: readonly Json[];
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
}

/** A modal or a home tab as one person has it open; `body` is what the app sent. */
export interface View {
  readonly id: string;
  readonly user: string;
  readonly body: Json;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly values: StateValues;
}

/** Block id → action id → the typed state of one element. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A `response_url`: leave to answer a few times without a token. */
export interface Hook {
  readonly channel: string;
  readonly user: string;
  readonly expiresAt: number;
  readonly messageTs?: string;
}

/** People who are mentioned together. */
export interface UserGroup {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly users: readonly string[];
  /** Seconds since the epoch; null while it can be mentioned. */
  readonly disabledAt: number | null;
}

/** A file that the app uploaded. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** What is read aloud in place of a picture. */
  readonly alt: string;
  readonly length: number;
  /** Its bytes in base64; null until they were sent. */
  readonly data: string | null;
  readonly complete: boolean;
  /** Channels whose members see it. */
  readonly shared: readonly string[];
}

/** A token bucket: what is left of it at `at` (milliseconds). */
export interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** What goes wrong next; each count is used up one by one. */
export interface Faults {
  readonly delayMs: number;
  readonly duplicates: number;
  readonly dropAcks: number;
  readonly rateLimited: number;
  readonly retryAfterSeconds: number;
  /** What every call about user groups is refused with until it is set to null. */
  readonly userGroups?: UserGroupFault | null;
}

/** A workspace without a paid plan, one whose settings let nobody change groups, an app without the scopes. */
export type UserGroupFault = 'plan_upgrade_required' | 'permission_denied' | 'missing_scope';

export interface App {
  readonly id: string;
  readonly botId: string;
  readonly botUser: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly commands: readonly string[];
  /** What its bot may do; absent where it is what Sekisho's manifest asks for. */
  readonly scopes?: readonly string[];
}

/** Everything practice Slack knows. A value: `step` never changes one, it returns the next. */
export interface SlackState {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: App;
  readonly rateLimits: boolean;
  readonly people: Readonly<Record<string, Person>>;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly views: Readonly<Record<string, View>>;
  readonly modals: Readonly<Record<string, readonly string[]>>;
  readonly homes: Readonly<Record<string, string>>;
  /** Spent trigger ids, and when they were spent. */
  readonly spentTriggers: Readonly<Record<string, number>>;
  /** How often each `response_url` was used, on the shelf of its id. */
  readonly hookUses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly tickets: Readonly<Record<string, number>>;
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly faults: Faults;
  /** Absent in a workspace that was kept before practice had files. */
  readonly files?: Readonly<Record<string, SlackFile>>;
  /** Absent in a workspace that was kept before practice had user groups. */
  readonly userGroups?: Readonly<Record<string, UserGroup>>;
  readonly lastTs: string;
}
