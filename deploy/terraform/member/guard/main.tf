# A service control policy, applied in the management account: what Sekisho stands on in the members is
# changed by the named administrators alone, whatever rights others have there.
locals {
  content = jsonencode(jsondecode(templatefile("${path.module}/policies/guard.json.tftpl", {
    partition       = data.aws_partition.here.partition
    installation    = var.installation
    administrators  = var.administrators
    image_pipelines = var.image_pipelines
    sekisho_role    = var.role_names.sekisho
    instance_role   = var.role_names.instance
    scheduler_role  = var.role_names.scheduler
    look_role       = var.role_names.look
    holder_policy   = var.role_names.holder
  })))
}

resource "aws_organizations_policy" "guard" {
  name        = "sekisho-${var.installation}"
  description = "What Sekisho stands on is changed by its administrators alone"
  type        = "SERVICE_CONTROL_POLICY"
  content     = local.content
  tags        = { "sekisho:guard" = var.installation } # not the mark of live sessions' policies, which Sekisho may change

  lifecycle {
    precondition {
      condition     = length(local.content) <= 10240
      error_message = "The policy is longer than the 10,240 characters that Organizations takes: name fewer administrators."
    }
  }
}

resource "aws_organizations_policy_attachment" "guard" {
  for_each = var.targets

  policy_id = aws_organizations_policy.guard.id
  target_id = each.value
}
