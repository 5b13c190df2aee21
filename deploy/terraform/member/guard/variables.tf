variable "installation" {
  description = "Name of the installation, as in sekisho.yaml."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", var.installation))
    error_message = "Letters, digits, hyphens, underscores and dots: at most 64, the first a letter or digit."
  }
}

variable "targets" {
  description = "Accounts or organizational units to guard (the management account cannot be)."
  type        = set(string)

  validation {
    condition     = length(var.targets) > 0 && alltrue([for one in var.targets : can(regex("^([0-9]{12}|ou-[a-z0-9-]+)$", one))])
    error_message = "Account numbers and ou-…; not the root: try it on one account first."
  }
}

variable "administrators" {
  description = "ARNs of roles that may change what Sekisho has there, with * where names differ: whatever applies the member module, and whoever may in an emergency. Sekisho itself need not be named."
  type        = list(string)

  validation {
    condition     = length(var.administrators) > 0 && alltrue([for one in var.administrators : can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|\\*):role/.*[A-Za-z0-9]", one))])
    error_message = "Name one at least, or nobody could change it again but from the management account; no role/* of everybody."
  }
}

variable "image_pipelines" {
  description = "ARNs of roles that say which image is current."
  type        = list(string)
  default     = []
}

variable "role_names" {
  description = "As role_names of the member module."
  type = object({
    sekisho   = optional(string, "sekisho")
    instance  = optional(string, "sekisho-ops-server")
    scheduler = optional(string, "sekisho-scheduler")
    look      = optional(string, "sekisho-look")
    holder    = optional(string, "sekisho-ops-holder")
  })
  default = {}
}
