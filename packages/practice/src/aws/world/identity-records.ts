/** An account of the organization. */
export interface OrgAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: 'ACTIVE' | 'SUSPENDED';
  readonly joinedAt: number;
}

/** A permission set of the organization's one Identity Center. */
export interface PermissionSetRow {
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  /** How long a session of it lives. */
  readonly sessionSeconds: number;
  readonly createdAt: number;
}

/** A user of the identity store. */
export interface DirectoryUserRow {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly email: string;
  readonly enabled: boolean;
}

export interface DirectoryGroupRow {
  readonly id: string;
  readonly name: string;
}

export interface MembershipRow {
  readonly id: string;
  readonly groupId: string;
  readonly userId: string;
}

/** Who may use which permission set in which account. */
export interface AssignmentRow {
  readonly account: string;
  readonly permissionSetArn: string;
  readonly principalType: 'USER' | 'GROUP';
  readonly principalId: string;
}

/** An asynchronous change of one assignment; it takes effect, or fails, at `settlesAt`. */
export interface AssignmentChangeRow extends AssignmentRow {
  readonly requestId: string;
  readonly kind: 'create' | 'delete';
  readonly createdAt: number;
  readonly settlesAt: number;
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  /** Why it fails, known from the beginning but told only at the end; null when it will succeed. */
  readonly reason: string | null;
}

/** Where an assignment is kept. */
export function assignmentKey(row: AssignmentRow): string {
  return [row.account, row.permissionSetArn, row.principalType, row.principalId].join('/');
}

/** What a service control policy says, and to which accounts. */
export interface ControlPolicyState {
  readonly content: string;
  /** Twelve digits each. */
  readonly targets: readonly string[];
}

/** A service control policy of the organization. */
export interface ControlPolicyRow {
  /** `p-` and letters. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null once it was deleted, while calls may still meet it. */
  readonly now: ControlPolicyState | null;
  /** What AWS still decides by until a change has reached everywhere. */
  readonly before: readonly { readonly until: number; readonly state: ControlPolicyState }[];
}
