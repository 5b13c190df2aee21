import type { Change } from '../reading/change.ts';
import { hidden, isHidden, unknown } from '../reading/masked.ts';
import { factText, isMap, textAt, textsAt, valueAt, valuesAt } from './look.ts';
import { unseenRisks } from './policies.ts';
import { isWritten, type Risk, type Rule, risk } from './risk.ts';

/** AWS's own policies with which everything, or all of IAM, can be done. */
const powerful =
  /^arn:aws[\w-]*:iam::aws:policy\/(?:job-function\/)?(AdministratorAccess[\w-]*|PowerUserAccess|IAMFullAccess|SystemAdministrator|AWSOrganizationsFullAccess)$/;

const attached: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role_policy_attachment: ['policy_arn'],
  aws_iam_user_policy_attachment: ['policy_arn'],
  aws_iam_group_policy_attachment: ['policy_arn'],
  aws_iam_policy_attachment: ['policy_arn'],
  aws_iam_role_policy_attachments_exclusive: ['policy_arns'],
  aws_iam_role: ['managed_policy_arns'],
  aws_ssoadmin_managed_policy_attachment: ['managed_policy_arn'],
  aws_eks_access_policy_association: ['policy_arn'],
};

/** Policies attached, boundaries taken away, ways in and standing keys made. */
export function identityRisks(change: Change): readonly Risk[] {
  if (!isWritten(change) || change.action === 'delete') return [];
  return rules.flatMap((rule) => rule(change));
}

const rules: readonly Rule[] = [
  attachedRisks,
  boundaryRisks,
  lambdaRisks,
  doorRisks,
  bucketRisks,
  foreignRisks,
];

function attachedRisks(change: Change): readonly Risk[] {
  const path = Object.hasOwn(attached, change.type) ? (attached[change.type] ?? []) : [];
  if (path.length === 0) return [];
  const attribute = path.join('.');
  const after = valuesAt(change.after, path);
  const old = new Set(textsAt(change.before, ...path));
  const found = textsAt(change.after, ...path)
    .filter(
      (arn) => !old.has(arn) && (powerful.test(arn) || /AmazonEKS(Cluster)?AdminPolicy/.test(arn)),
    )
    .map((arn) => risk(change, 'admin-attached', 'danger', { what: factText(arn) }));
  // A role whose list of policies is computed tells nothing by it: they stand in resources of their own.
  const unseen = change.type === 'aws_iam_role' ? [] : unseenRisks(change, attribute, after);
  return [...found, ...unseen];
}

function boundaryRisks(change: Change): readonly Risk[] {
  if (!/^aws_iam_(role|user)$/.test(change.type)) return [];
  const before = valueAt(change.before, 'permissions_boundary');
  const after = valueAt(change.after, 'permissions_boundary');
  const isSame = before === after && before !== hidden;
  if (before === null || before === '' || isSame) return [];
  const attribute = 'permissions_boundary';
  if (after === unknown || isHidden(after)) return unseenRisks(change, attribute, [after]);
  const what = typeof after === 'string' ? factText(after) : '';
  return [risk(change, 'boundary-removed', what === '' ? 'danger' : 'warning', { what })];
}

function lambdaRisks(change: Change): readonly Risk[] {
  const attribute = 'authorization_type';
  if (change.type !== 'aws_lambda_function_url') return [];
  const before = valueAt(change.before, attribute);
  const after = valueAt(change.after, attribute);
  if (before === after && before !== hidden) return [];
  if (after === 'NONE') return [risk(change, 'publicly-accessible', 'danger', { attribute })];
  return unseenRisks(change, attribute, [after]);
}

/** A new way in: another issuer of identities, or a key that does not expire. */
function doorRisks(change: Change): readonly Risk[] {
  if (change.action !== 'create' && change.action !== 'replace') return [];
  if (/^aws_iam_(openid_connect|saml)_provider$/.test(change.type)) {
    const what = factText(textAt(change.after, 'url') ?? textAt(change.after, 'name') ?? '');
    return [risk(change, 'identity-provider', 'danger', { what })];
  }
  const keys =
    /^(aws_iam_access_key|aws_iam_user_login_profile|google_service_account_key|azuread_application_password)$/;
  return keys.test(change.type)
    ? [risk(change, 'standing-key', 'warning', { type: change.type })]
    : [];
}

const publicBlocks = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
] as const;

function bucketRisks(change: Change): readonly Risk[] {
  const { type, before, after } = change;
  if (/^aws_s3_(bucket|account)_public_access_block$/.test(type)) {
    const off = publicBlocks.filter((name) => {
      const now = valueAt(after, name);
      return now === false && (change.action === 'create' || valueAt(before, name) !== false);
    });
    const unseen = publicBlocks.flatMap((name) =>
      unseenRisks(change, name, [valueAt(after, name)]),
    );
    const facts = { attribute: off.join(', ') };
    return [...(off.length > 0 ? [risk(change, 'public-bucket', 'danger', facts)] : []), ...unseen];
  }
  const acl = /^aws_s3_(bucket|bucket_acl|object)$/.test(type) ? textAt(after, 'acl') : null;
  if (acl === null || !/^(public-|authenticated-read)/.test(acl)) return [];
  if (textAt(before, 'acl') === acl) return [];
  return [risk(change, 'public-bucket', 'danger', { attribute: `acl = ${acl}` })];
}

const everyone = /^(allUsers|allAuthenticatedUsers)$/;

/** Google's and Azure's best-known ways of giving everything, or to everybody. */
function foreignRisks(change: Change): readonly Risk[] {
  const { type, after, before } = change;
  if (!isMap(after)) return [];
  if (/^google_\w+_iam_(member|binding)$/.test(type)) {
    const members = [...textsAt(after, 'member'), ...textsAt(after, 'members')];
    const role = textAt(after, 'role') ?? '';
    const open = members.some((member) => everyone.test(member));
    const isOwner = role === 'roles/owner' || role === 'roles/editor';
    return [
      ...(open
        ? [risk(change, 'policy-any-principal', 'danger', { attribute: 'member', what: role })]
        : []),
      ...(isOwner ? [risk(change, 'admin-attached', 'danger', { what: role })] : []),
    ];
  }
  if (type !== 'azurerm_role_assignment') return [];
  const role = textAt(after, 'role_definition_name');
  const isNew = role !== textAt(before, 'role_definition_name');
  return isNew && /^(Owner|User Access Administrator|Contributor)$/.test(role ?? '')
    ? [risk(change, 'admin-attached', 'danger', { what: role ?? '' })]
    : [];
}
