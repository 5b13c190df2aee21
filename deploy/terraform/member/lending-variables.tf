variable "look" {
  description = "Makes the role that reads who uses the account's roles (docs/access.md)."
  type        = bool
  default     = false
}

variable "ci" {
  description = "Roles of this account, by name, that are lent to CI jobs (docs/ci.md). They exist already: examples/terraform-github makes some."
  type = object({
    broker_roles = optional(list(string), [])
    window_roles = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.ci == null || length(concat(try(var.ci.broker_roles, []), try(var.ci.window_roles, []))) > 0
    error_message = "Name a role, or leave ci out."
  }
  validation {
    condition     = alltrue([for name in concat(try(var.ci.broker_roles, []), try(var.ci.window_roles, [])) : can(regex("^[A-Za-z0-9+=,.@_/-]+$", name))])
    error_message = "Names of roles, with their path where they have one: infra-apply, ci/infra-apply. No wildcard."
  }
}

variable "access" {
  description = "Where IAM Identity Center is administered: what of it may be lent (docs/access.md)."
  type = object({
    instance             = string # ssoins-…
    identity_store       = string # d-…
    organization         = string # o-…
    management_account   = string
    organizations_region = optional(string, "us-east-1") # aws-cn: cn-northwest-1; aws-us-gov: us-gov-west-1
    accounts             = optional(list(string), [])
    permission_sets      = optional(list(string), []) # ps-…
    groups               = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.access == null || length(concat(try(var.access.accounts, []), try(var.access.groups, []))) > 0
    error_message = "Name the accounts, or the groups, that may be lent."
  }
  validation {
    condition     = var.access == null || (length(try(var.access.accounts, [])) > 0) == (length(try(var.access.permission_sets, [])) > 0)
    error_message = "accounts and permission_sets belong together: a set is lent in an account."
  }
  validation {
    condition     = alltrue([for name in concat(try(var.access.accounts, []), try(var.access.permission_sets, []), try(var.access.groups, [])) : can(regex("^[A-Za-z0-9-]+$", name))])
    error_message = "Ids alone: 111122223333, ps-…, and a group's id. No wildcard."
  }
}
