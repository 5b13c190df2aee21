variable "repository" {
  description = "OWNER/NAME of the repository whose jobs apply."
  type        = string
}

variable "owner" {
  description = "OWNER alone."
  type        = string
}

variable "name" {
  description = "NAME alone."
  type        = string
}

variable "owner_id" {
  description = "gh api repos/OWNER/NAME --jq .owner.id"
  type        = string
}

variable "repository_id" {
  description = "gh api repos/OWNER/NAME --jq .id: names can be taken over, ids cannot."
  type        = string
}

variable "environment" {
  description = "Environment of GitHub that applies run in."
  type        = string
  default     = "production"
}

variable "sekisho_role" {
  description = "ARN of the role that Sekisho runs as in this account."
  type        = string
}

variable "external_id" {
  description = "As externalId in sekisho.yaml."
  type        = string
}

variable "apply_policy" {
  description = "ARN of what applies may do."
  type        = string
  default     = "arn:aws:iam::aws:policy/AdministratorAccess"
}

variable "window_boundary" {
  description = "ARN of the most that a window may open; name a policy of yours that is as narrow as your applies allow."
  type        = string
  default     = "arn:aws:iam::aws:policy/PowerUserAccess"
}
