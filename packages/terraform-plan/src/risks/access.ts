import type { Change } from '../reading/change.ts';
import type { Masked } from '../reading/masked.ts';
import { factText, textAt, textsAt, valueAt, valuesAt } from './look.ts';
import { unseenRisks } from './policies.ts';
import { isWritten, type Risk, risk, type Severity } from './risk.ts';

/** Where a type says who gets what. */
interface Giving {
  /** `access-given`: somebody of ours gets it; `policy-principal-added`: whom it names may be of another account. */
  readonly code: 'access-given' | 'policy-principal-added';
  /** Attributes, dotted below blocks, of which every text is somebody, or something, that is let in. */
  readonly each: readonly string[];
  /** Paths of what stands beside each: what is got, and where. */
  readonly gets?: readonly (readonly string[])[];
  /** A path that says nothing unless it is written: the provider fills it in. */
  readonly filled?: readonly string[];
  /** The thing that is opened; as an ARN it says whose account this is. */
  readonly of: string;
  /** It exists to let other accounts in. */
  readonly outside?: boolean;
}

const given = 'access-given';
const named = 'policy-principal-added';

/** Attributes as the AWS provider names them: https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
const givings: Readonly<Record<string, Giving>> = {
  aws_ssoadmin_account_assignment: {
    ...{ code: given, each: ['principal_id'], of: 'instance_arn' },
    gets: [['permission_set_arn'], ['target_id']],
  },
  aws_ssoadmin_customer_managed_policy_attachment: {
    ...{ code: given, each: ['customer_managed_policy_reference.name'] },
    of: 'permission_set_arn',
  },
  aws_identitystore_group_membership: {
    ...{ code: given, each: ['member_id'], gets: [['group_id']], of: 'identity_store_id' },
  },
  aws_iam_user_group_membership: { code: given, each: ['groups'], gets: [['user']], of: 'id' },
  aws_iam_group_membership: { code: given, each: ['users'], gets: [['group']], of: 'id' },
  aws_eks_access_entry: {
    ...{ code: named, each: ['principal_arn'], of: 'cluster_name' },
    filled: ['kubernetes_groups'],
  },
  aws_eks_access_policy_association: {
    ...{ code: named, each: ['principal_arn'], of: 'cluster_name' },
    gets: [['policy_arn'], ['access_scope', 'type'], ['access_scope', 'namespaces']],
  },
  aws_kms_grant: {
    ...{ code: named, each: ['grantee_principal'], gets: [['operations']], of: 'key_id' },
  },
  aws_ram_principal_association: {
    ...{ code: named, each: ['principal'], of: 'resource_share_arn', outside: true },
  },
  aws_ami_launch_permission: {
    code: named,
    each: ['group', 'account_id', 'organization_arn', 'organizational_unit_arn'],
    ...{ of: 'image_id', outside: true },
  },
  aws_snapshot_create_volume_permission: {
    ...{ code: named, each: ['account_id'], of: 'snapshot_id', outside: true },
  },
  aws_lambda_permission: {
    ...{ code: named, each: ['principal'], gets: [['action']], of: 'function_name' },
  },
};

/** Somebody who gets access by a resource of its own, and not by the text of a policy. */
export function accessRisks(change: Change): readonly Risk[] {
  if (!isWritten(change)) return [];
  if (change.type === 'aws_ram_resource_share') return shareRisks(change);
  const giving = Object.hasOwn(givings, change.type) ? givings[change.type] : undefined;
  return giving === undefined
    ? []
    : [...givenRisks(change, giving), ...hiddenRisks(change, giving)];
}

function givenRisks(change: Change, giving: Giving): readonly Risk[] {
  const old = new Set(giftsOf(change.before, giving).map(({ key }) => key));
  return giftsOf(change.after, giving)
    .filter(({ key, who }) => !old.has(key) && !isService(who, giving))
    .map(({ who, what }) =>
      isAnybody(who, giving)
        ? risk(change, 'policy-any-principal', 'danger', {
            attribute: giving.each[0] ?? '',
            what: '',
          })
        : risk(change, giving.code, severityOf(change, giving, who), { what: factText(what) }),
    );
}

interface Gift {
  readonly who: string;
  readonly what: string;
  readonly key: string;
}

function giftsOf(value: Masked, { each, gets = [], filled, of }: Giving): readonly Gift[] {
  const beside = [...gets, ...(filled === undefined ? [] : [filled])]
    .map((path) =>
      textsAt(value, ...path)
        .toSorted()
        .join(', '),
    )
    .filter((text) => text !== '');
  const thing = textAt(value, of);
  return each
    .flatMap((name) => textsAt(value, ...name.split('.')))
    .filter((who) => who !== '')
    .map((who) => {
      const what = [who, ...beside].join(' · ');
      return { who, what, key: JSON.stringify([what, thing]) };
    });
}

/** Not seen is not safe. */
function hiddenRisks(change: Change, { each, gets = [], filled }: Giving): readonly Risk[] {
  // Of what the provider fills in, a new one is always unknown: it is told by itself.
  const later = filled !== undefined && change.action === 'update' ? [filled] : [];
  return [...each.map((name) => name.split('.')), ...gets, ...later].flatMap((path) =>
    unseenRisks(change, path.join('.'), valuesAt(change.after, path)),
  );
}

function isAnybody(who: string, { code }: Giving): boolean {
  return code === named && /^(\*|all)$/.test(who);
}

/** AWS's own services are an everyday thing. */
function isService(who: string, { code }: Giving): boolean {
  return code === named && /^[\w.-]+\.amazon(aws)?\.com(\.cn)?$/.test(who);
}

function severityOf({ after }: Change, { of, outside = false }: Giving, who: string): Severity {
  const [own, account] = [accountOf(textAt(after, of) ?? ''), accountOf(who)];
  if (own === null || account === null) return outside ? 'danger' : 'warning';
  return own === account ? 'warning' : 'danger';
}

/** The account of an ARN, or one that is named by its number; null where nothing says it. */
function accountOf(text: string): string | null {
  const account = text.startsWith('arn:') ? (text.split(':')[4] ?? '') : text;
  return /^\d{12}$/.test(account) ? account : null;
}

/** A share that people of other organizations may be let into. */
function shareRisks(change: Change): readonly Risk[] {
  const attribute = 'allow_external_principals';
  const now = valueAt(change.after, attribute);
  if (now !== true) return unseenRisks(change, attribute, [now]);
  if (valueAt(change.before, attribute) === true) return [];
  return [risk(change, 'publicly-accessible', 'warning', { attribute })];
}
