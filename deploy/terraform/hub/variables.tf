variable "installation" {
  description = "Name of the installation, as in sekisho.yaml: the tag sekisho:installation of what is its own."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", var.installation))
    error_message = "Letters, digits, hyphens, underscores and dots: at most 64, the first a letter or digit."
  }
}

variable "name" {
  description = "Beginning of names in this account: of cluster, database, roles, secrets."
  type        = string
  default     = "sekisho"

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])+$", var.name)) && length(var.name) >= 3 && length(var.name) <= 22 && !startswith(var.name, "internal-")
    error_message = "3 to 22 small letters, digits and single hyphens, the first a letter; AWS keeps internal-… for itself."
  }
}

variable "image" {
  description = "Sekisho's container image in your registry, best by its digest: 444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/sekisho@sha256:…"
  type        = string

  validation {
    condition     = can(regex("(@sha256:[0-9a-f]{64}|:[A-Za-z0-9_.-]+)$", var.image)) && !endswith(var.image, ":latest")
    error_message = "Name a digest or a version: with :latest nobody can say what runs, nor go back."
  }
}

variable "architecture" {
  description = "What the image is built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "X86_64 or ARM64."
  }
}

variable "replicas" {
  description = "Servers that share the database. 0 for the first apply: secrets have no values yet, and no server starts without."
  type        = number
  default     = 2

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 10 && floor(var.replicas) == var.replicas
    error_message = "0 to 10: each opens up to 22 connections to the database."
  }
}

variable "size" {
  description = "Of each server: CPU units and MiB, as Fargate combines them."
  type = object({
    cpu    = optional(number, 512)
    memory = optional(number, 2048)
  })
  default = {}
}

variable "config_files" {
  description = "Texts of sekisho.yaml and what it names, by path: { \"sekisho.yaml\" = file(…), \"services/shop.yaml\" = file(…) }. They stand in the task definition, which every reader of the account can see, so no secrets."
  type        = map(string)

  validation {
    condition     = contains(keys(var.config_files), "sekisho.yaml")
    error_message = "There must be a sekisho.yaml."
  }
  validation {
    condition     = alltrue([for path in keys(var.config_files) : can(regex("^[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$", path))])
    error_message = "Paths below the folder of sekisho.yaml, without . and .. in them."
  }
  validation {
    condition     = length(base64gzip(jsonencode(var.config_files))) <= 40000
    error_message = "Compressed they fill more than 40,000 characters: a task definition has 64 kB in all. Build an image with the files in it."
  }
}

variable "secret_variables" {
  description = "Variables of docs/settings.md that are secrets, each of which gets an empty secret of Secrets Manager; you put the values in, so that Terraform never sees them."
  type        = set(string)
  default     = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SEKISHO_LOGIN_SECRET"]

  validation {
    condition     = alltrue([for one in var.secret_variables : can(regex("^(SLACK_(BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)|SEKISHO_(ALERT|SOURCE|GITHUB|LOGIN)_[A-Z0-9_]+)$", one))])
    error_message = "SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SEKISHO_ALERT_…, SEKISHO_SOURCE_…, SEKISHO_GITHUB_…, SEKISHO_LOGIN_…"
  }
}

variable "settings" {
  description = "Other variables of docs/settings.md, such as SEKISHO_LOG and SEKISHO_SCHEDULER_ROLE. No secrets."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setintersection(keys(var.settings), concat(tolist(var.secret_variables), ["AWS_REGION", "SEKISHO_CONFIG", "SEKISHO_DATA", "SEKISHO_HOST", "SEKISHO_PORT", "SEKISHO_TRUSTED_PROXIES", "SEKISHO_DATABASE_URL", "PGPASSWORD"]))) == 0
    error_message = "The module sets some itself, and secrets belong in secret_variables."
  }
  validation {
    condition     = alltrue([for name in keys(var.settings) : !can(regex("^(SLACK_|PG|SEKISHO_(ALERT|SOURCE|GITHUB|LOGIN|DATABASE)_)", name))])
    error_message = "Secrets belong in secret_variables: here they would stand in the task definition, the plan and the state."
  }
}

variable "members" {
  description = "Accounts that Sekisho works in, by number: the names of the roles that it takes there, and, where ops servers run, the role of theirs (sekisho-ops-server), which writes recordings into the bucket; reader_role reads them."
  type = map(object({
    roles       = optional(list(string), ["sekisho"])
    server_role = optional(string)
    reader_role = optional(string, "sekisho")
  }))
  default = {}

  validation {
    condition     = alltrue([for account in keys(var.members) : can(regex("^[0-9]{12}$", account))])
    error_message = "Account numbers have twelve digits, in quotes."
  }
  validation {
    condition     = alltrue(flatten([for one in values(var.members) : [for role in concat(one.roles, [one.reader_role], one.server_role == null ? [] : [one.server_role]) : can(regex("^[A-Za-z0-9+=,.@_/-]+$", role))]]))
    error_message = "Names of roles, without wildcard."
  }
}

variable "log_days" {
  description = "Days for which logs of servers and database stay in CloudWatch Logs."
  type        = number
  default     = 365
}

variable "permissions_boundary" {
  description = "ARN of the boundary that your organisation demands on roles, or null."
  type        = string
  default     = null
}
