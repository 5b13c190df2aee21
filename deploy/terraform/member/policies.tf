locals {
  account      = data.aws_caller_identity.here.account_id
  partition    = data.aws_partition.here.partition
  region       = data.aws_region.here.region
  arn          = "arn:${local.partition}"
  servers      = length(var.environments) > 0
  hosts        = jsondecode(file("${path.module}/documents/forward-hosts.json"))
  documents    = { terminate = "Sekisho-TerminateLease", forward = "Sekisho-ForwardPort" }
  log_group    = "/sekisho/ops-servers" # the image sends its journal here
  shells_group = "/sekisho/sessions"
  lends        = local.servers || var.ci != null || var.access != null

  # What the generated policies leave open, by name (policies/*.json.tftpl).
  place = {
    partition         = local.partition
    account           = local.account
    region            = local.region
    installation      = var.installation
    own_role          = var.role_names.sekisho
    instance_role     = var.role_names.instance
    scheduler_role    = var.role_names.scheduler
    document          = local.documents.terminate
    forward_document  = local.documents.forward
    log_group         = local.log_group
    session_log_group = local.shells_group
    bucket            = local.servers ? var.recordings.bucket : ""
    launch_templates  = [for one in aws_launch_template.environment : one.id]
    canaries          = [for name, one in var.environments : name if one.image == "candidate"]
  }

  lent = var.access == null ? null : {
    instance             = var.access.instance
    identity_store       = var.access.identity_store
    organization         = var.access.organization
    organizations_region = var.access.organizations_region
    management           = var.access.management_account
    lent_accounts        = var.access.accounts
    lent_permission_sets = var.access.permission_sets
    lent_groups          = var.access.groups
  }

  lending = merge(
    local.servers ? { ops-servers = local.place, ops-recordings = local.place, doctor = local.place } : {},
    var.ci == null ? {} : { ci-roles = merge(local.place, var.ci) },
    var.access == null ? {} : { for name in ["access", "doctor-access"] : name => merge(local.place, local.lent) },
  )
  removing = merge(
    local.servers ? { ops-scheduler = local.place } : {},
    var.access == null ? {} : { access-removal = merge(local.place, local.lent) },
  )

  of_servers = local.servers ? { for name in ["ops-instance", "ops-holder"] : name => local.place } : {}
  # Nobody inspects where no environment tries the candidate, and nobody builds where none is to be built.
  image_steps = [for step in ["build", "publish", "promote", "inspect"] : step
    if local.servers && (step != "inspect" || length(local.place.canaries) > 0) && (step != "build" || var.image_build != null)
  ]
  built = var.image_build == null ? {} : {
    build_subnet           = var.image_build.subnet_id
    build_instance_profile = var.image_build.instance_profile
    build_instance_role    = var.image_build.instance_role
  }
  of_images = { for step in local.image_steps : "image-${step}" => merge(local.place, local.built) }
  looking   = var.look ? { look = local.place } : {}
  generated = { for name, place in merge(local.lending, local.removing, local.of_servers, local.of_images, local.looking) :
    name => jsondecode(templatefile("${path.module}/policies/${name}.json.tftpl", place))
  }
  # IAM refuses a statement about nothing: one whose list is empty (no window roles, say) is left out.
  policies = { for name, policy in local.generated :
    name => jsonencode(merge(policy, { Statement = [for one in policy.Statement : one if length(one.Resource) > 0] }))
  }

  trust_hub = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.hub_role_arn }
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
    }]
  })
}

# Sekisho's own role in this account. Its policies are inline: there is more room, and nobody else can attach them.
resource "aws_iam_role" "sekisho" {
  count = local.lends ? 1 : 0

  name                 = var.role_names.sekisho
  description          = "Sekisho lends from this account: ${var.installation}"
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust_hub
}

resource "aws_iam_role_policy" "sekisho" {
  for_each = local.lending

  name   = each.key
  role   = aws_iam_role.sekisho[0].name
  policy = local.policies[each.key]

  lifecycle {
    precondition {
      # 9,500, because the right to use the recordings' key is beside them.
      condition     = sum([for name in keys(local.lending) : length(local.policies[name])]) <= 9500
      error_message = "Together the role's policies are longer than the 10,240 characters that IAM takes: put some environments, or what else is lent, into another account."
    }
  }
}

# What EventBridge Scheduler does when Sekisho is dead: end, and take away.
resource "aws_iam_role" "scheduler" {
  count = length(local.removing) > 0 ? 1 : 0

  name                 = var.role_names.scheduler
  description          = "Dead-man's switches of Sekisho: ${var.installation}"
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      # Schedules of this account alone (the confused deputy).
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  for_each = local.removing

  name   = each.key
  role   = aws_iam_role.scheduler[0].name
  policy = local.policies[each.key]
}

resource "aws_iam_role" "look" {
  count = var.look ? 1 : 0

  name                 = var.role_names.look
  description          = "Sekisho reads who uses the roles of this account: ${var.installation}"
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = local.trust_hub
}

resource "aws_iam_role_policy" "look" {
  count = var.look ? 1 : 0

  name   = "look"
  role   = aws_iam_role.look[0].name
  policy = local.policies["look"]
}
