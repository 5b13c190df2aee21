output "role_arn" {
  description = "roleArn of the environments in sekisho.yaml; its name is among roles of the hub's members."
  value       = one(aws_iam_role.sekisho[*].arn)
}

output "look_role_arn" {
  description = "Role that reads the account's roles: its name is among roles of the hub's members."
  value       = one(aws_iam_role.look[*].arn)
}

output "role_arns" {
  description = "Every role here that Sekisho takes: their names are roles of the hub's members."
  value       = concat(aws_iam_role.sekisho[*].arn, aws_iam_role.look[*].arn)
}

output "server_role_arn" {
  description = "The ops servers' own role: its name is server_role of the hub's members."
  value       = one(aws_iam_role.server[*].arn)
}

output "scheduler_role_arn" {
  description = "The role of dead-man's switches."
  value       = one(aws_iam_role.scheduler[*].arn)
}

output "holder_policy" {
  description = "Name of the policy to add, as customer managed policy, to the permission set of whoever uses ops servers."
  value       = one(aws_iam_policy.holder[*].name)
}

output "image_policy_arns" {
  description = "Policies for the roles of the image's pipeline, by step: publish, promote, where an environment tries the candidate inspect, and with image_build build."
  value       = { for step, policy in aws_iam_policy.image : step => policy.arn }
}

output "launch_template_ids" {
  description = "Launch templates by environment."
  value       = { for name, template in aws_launch_template.environment : name => template.id }
}

output "environments_yaml" {
  description = "What sekisho.yaml says of these environments; add sizes, duration and the rest of opsServer."
  value = yamlencode({ environments = { for name, one in var.environments : name => {
    account    = local.account
    region     = local.region
    roleArn    = aws_iam_role.sekisho[0].arn
    externalId = var.external_id
    opsServer = {
      launchTemplate  = aws_launch_template.environment[name].name
      forwardDocument = local.documents.forward
    }
  } } })
}
