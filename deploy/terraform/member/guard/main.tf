# A service control policy, applied in the management account: what Sekisho stands on in the members is
# changed by the named administrators alone, whatever rights others have there.
locals {
  arn       = "arn:${data.aws_partition.here.partition}"
  servers   = "${local.arn}:ec2:*:*:instance/*"
  templates = "${local.arn}:ec2:*:*:launch-template/*"
  itself    = "${local.arn}:iam::*:role/${var.role_names.sekisho}"
  switch    = "${local.arn}:iam::*:role/${var.role_names.scheduler}"
  roles = [for name in [var.role_names.sekisho, var.role_names.instance, var.role_names.scheduler, var.role_names.look] :
    "${local.arn}:iam::*:role/${name}"
  ]
  marks  = ["installation", "lease", "holder", "hard-maximum", "environment"]
  marked = { "aws:ResourceTag/sekisho:installation" = var.installation }
  but = {
    administrators = { "aws:PrincipalArn" = var.administrators }
    sekisho        = { "aws:PrincipalArn" = concat(var.administrators, [local.itself]) }
    passers        = { "aws:PrincipalArn" = concat(var.administrators, [local.itself, local.switch]) }
    pipelines      = { "aws:PrincipalArn" = concat(var.administrators, var.image_pipelines) }
  }

  statements = [
    {
      Sid = "Parts"
      Action = [
        "iam:Add*", "iam:Attach*", "iam:CreatePolicyVersion", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Remove*",
        "iam:SetDefaultPolicyVersion", "iam:Tag*", "iam:Untag*", "iam:Update*",
        "ssm:DeleteDocument", "ssm:ModifyDocumentPermission", "ssm:UpdateDocument*",
        "logs:Delete*", "logs:DisassociateKmsKey", "logs:PutRetentionPolicy",
      ]
      Resource = concat(local.roles, [
        "${local.arn}:iam::*:instance-profile/${var.role_names.instance}", "${local.arn}:iam::*:policy/${var.role_names.holder}",
        "${local.arn}:ssm:*:*:document/Sekisho-*", "${local.arn}:ssm:*:*:document/SSM-SessionManagerRunShell",
        "${local.arn}:logs:*:*:log-group:/sekisho/*",
      ])
      Condition = { ArnNotLike = local.but.administrators }
    },
    {
      # Another server with this role would write recordings and logs in the name of Sekisho's.
      Sid       = "PassedRoles"
      Action    = ["iam:PassRole"]
      Resource  = ["${local.arn}:iam::*:role/${var.role_names.instance}", local.switch]
      Condition = { ArnNotLike = local.but.passers }
    },
    {
      # Whoever writes the holder's tag decides who opens sessions; whoever takes the mark off hides a server.
      Sid      = "Marks"
      Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
      Resource = [local.servers, local.templates]
      Condition = {
        "ForAnyValue:StringEquals" = { "aws:TagKeys" = [for mark in local.marks : "sekisho:${mark}"] }
        ArnNotLike                 = local.but.sekisho
      }
    },
    {
      # Without a list of tags DeleteTags takes all of them, and there is no aws:TagKeys to compare.
      Sid      = "AllMarks"
      Action   = ["ec2:DeleteTags"]
      Resource = [local.servers, local.templates]
      Condition = {
        StringEquals = local.marked
        Null         = { "aws:TagKeys" = "true" }
        ArnNotLike   = local.but.administrators
      }
    },
    {
      Sid      = "ServersOfOthers"
      Action   = ["ssm:StartSession"]
      Resource = [local.servers]
      Condition = {
        StringEquals    = { "ssm:resourceTag/sekisho:installation" = var.installation }
        StringNotEquals = { "ssm:resourceTag/sekisho:holder" = "$${aws:PrincipalTag/sekisho:holder, 'nobody'}" }
        ArnNotLike      = local.but.administrators
      }
    },
    {
      # Ways past Session Manager, its recording and the server's role; what is launched next; what opens the logs.
      Sid = "Marked"
      Action = [
        "ec2-instance-connect:Send*", "ec2:*IamInstanceProfile*", "ec2:CreateReplaceRootVolumeTask",
        "ec2:ModifyInstanceAttribute", "ec2:ModifyInstanceMetadataOptions", "ssm:SendCommand",
        "ec2:CreateLaunchTemplateVersion", "ec2:DeleteLaunchTemplate*", "ec2:ModifyLaunchTemplate",
        "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource",
      ]
      Resource  = [local.servers, local.templates, "${local.arn}:kms:*:*:key/*"]
      Condition = { StringEquals = local.marked, ArnNotLike = local.but.administrators }
    },
    {
      # A dead-man's switch fires, and is moved by Sekisho; nobody else puts it off.
      Sid       = "Switches"
      Action    = ["scheduler:DeleteSchedule", "scheduler:UpdateSchedule"]
      Resource  = ["${local.arn}:scheduler:*:*:schedule/default/sekisho-*"]
      Condition = { ArnNotLike = local.but.sekisho }
    },
    {
      Sid       = "Image"
      Action    = ["ssm:DeleteParameter", "ssm:PutParameter"]
      Resource  = ["${local.arn}:ssm:*:*:parameter/sekisho/images/*"]
      Condition = { ArnNotLike = local.but.pipelines }
    },
    {
      # Sekisho launches whatever image bears this mark.
      Sid      = "MarkOfImages"
      Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
      Resource = ["${local.arn}:ec2:*::image/*"]
      Condition = {
        "ForAnyValue:StringEquals" = { "aws:TagKeys" = ["sekisho:image"] }
        ArnNotLike                 = local.but.pipelines
      }
    },
    {
      Sid      = "AllMarksOfImages"
      Action   = ["ec2:DeleteTags"]
      Resource = ["${local.arn}:ec2:*::image/*"]
      Condition = {
        StringEquals = { "aws:ResourceTag/sekisho:image" = "ops-server" }
        Null         = { "aws:TagKeys" = "true" }
        ArnNotLike   = local.but.pipelines
      }
    },
  ]
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [for one in local.statements : merge({ Effect = "Deny" }, one)]
  })
}

resource "aws_organizations_policy" "guard" {
  name        = "sekisho-${var.installation}"
  description = "What Sekisho stands on is changed by its administrators alone"
  type        = "SERVICE_CONTROL_POLICY"
  content     = local.content
  tags        = { "sekisho:guard" = var.installation } # not the mark of live sessions' policies, which Sekisho may change

  lifecycle {
    precondition {
      condition     = length(local.content) <= 5120
      error_message = "The policy is longer than the 5,120 characters that Organizations takes: name fewer administrators."
    }
  }
}

resource "aws_organizations_policy_attachment" "guard" {
  for_each = var.targets

  policy_id = aws_organizations_policy.guard.id
  target_id = each.value
}
