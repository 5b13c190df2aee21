import type {
  AssignmentRow,
  ControlPolicyRow,
  DirectoryGroupRow,
  DirectoryUserRow,
  MembershipRow,
  OrgAccount,
  PermissionSetRow,
} from './identity-records.ts';
import { Table } from './table.ts';

/** The organization's accounts, its one directory of people, and who may use what. */
export interface Directory {
  readonly accounts: Table<OrgAccount>;
  readonly permissionSets: Table<PermissionSetRow>;
  readonly users: Table<DirectoryUserRow>;
  readonly groups: Table<DirectoryGroupRow>;
  /** By the membership's own id. */
  readonly memberships: Table<MembershipRow>;
  readonly assignments: Table<AssignmentRow>;
  /** Service control policies, by id; that which allows everything is everywhere besides. */
  readonly controlPolicies: Table<ControlPolicyRow>;
}

/** An organization without accounts or people. */
export function emptyDirectory(): Directory {
  return {
    accounts: new Table(),
    permissionSets: new Table(),
    users: new Table(),
    groups: new Table(),
    memberships: new Table(),
    assignments: new Table(),
    controlPolicies: new Table(),
  };
}
