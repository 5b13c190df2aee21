# The AWS side of one account: what GitHub's jobs may have, and what Sekisho may lend them.
terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81" # thumbprints of the provider below may be left out
    }
  }
}

locals {
  issuer    = "token.actions.githubusercontent.com"
  workflows = "${var.repository}/.github/workflows"
  # Repositories that were made, renamed or moved since July 2026 have ids in their subject.
  subjects = [
    "repo:${var.repository}:",
    "repo:${var.owner}@${var.owner_id}/${var.name}@${var.repository_id}:",
  ]
}

# AWS believes GitHub's tokens that were made for it.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

# Plans: reads, and nothing else. Jobs of the pinned apply workflow may have it, and any job of the
# repository's pull requests.
resource "aws_iam_role" "plan" {
  name = "sekisho-ci-plan"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:aud"           = "sts.amazonaws.com"
          "${local.issuer}:repository_id" = var.repository_id
          "${local.issuer}:job_workflow_ref" = [
            "${local.workflows}/apply.yml@refs/heads/main",
          ]
        }
        StringLike = { "${local.issuer}:sub" = [for subject in local.subjects : "${subject}*"] }
      }
      }, {
      # A pull request runs its own copy of plan.yml: this role reads, and that is all there is to take.
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:aud"           = "sts.amazonaws.com"
          "${local.issuer}:repository_id" = var.repository_id
          "${local.issuer}:sub"           = [for subject in local.subjects : "${subject}pull_request"]
        }
      }
    }]
  })
}

# Reads configuration; add what your providers read and the bucket of your state.
resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.plan.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# Applies, by the broker: only Sekisho may assume it, with an external id, a source identity and tags.
resource "aws_iam_role" "apply" {
  name                 = "sekisho-ci-apply"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.sekisho_role }
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
      }, {
      # Tags say which lease and which plan a session is for; the source identity stays in CloudTrail.
      Effect    = "Allow"
      Action    = ["sts:TagSession", "sts:SetSourceIdentity"]
      Principal = { AWS = var.sekisho_role }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "apply" {
  role       = aws_iam_role.apply.name
  policy_arn = var.apply_policy
}

# Applies, by the window: the pinned job assumes it itself, and it may do nothing until Sekisho writes a
# policy that ends by itself. Attach nothing to it. Whatever that policy says, the boundary is the most.
resource "aws_iam_role" "window" {
  name                 = "sekisho-ci-window"
  max_session_duration = 43200
  permissions_boundary = var.window_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          "${local.issuer}:aud"              = "sts.amazonaws.com"
          "${local.issuer}:repository_id"    = var.repository_id
          "${local.issuer}:job_workflow_ref" = "${local.workflows}/apply.yml@refs/heads/main"
          "${local.issuer}:sub"              = [for subject in local.subjects : "${subject}environment:${var.environment}"]
        }
      }
    }]
  })
}

# What Sekisho needs for both: assume the broker's role, and write its own policies on the two.
resource "aws_iam_policy" "sekisho" {
  name = "sekisho-ci"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sts:AssumeRole", "sts:SetSourceIdentity"]
      Resource = aws_iam_role.apply.arn
      }, {
      # No session without its lease, and no tags but these.
      Effect   = "Allow"
      Action   = "sts:TagSession"
      Resource = aws_iam_role.apply.arn
      Condition = {
        "ForAllValues:StringEquals" = {
          "aws:TagKeys" = [for tag in ["lease", "repository", "run", "purpose", "actor", "plan"] : "sekisho:${tag}"]
        }
        Null = { "aws:RequestTag/sekisho:lease" = "false" }
      }
      }, {
      # Inline policies: a window opens by one, and sessions of a lease that ended are denied by one.
      Effect   = "Allow"
      Action   = ["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"]
      Resource = [aws_iam_role.apply.arn, aws_iam_role.window.arn]
    }]
  })
}
