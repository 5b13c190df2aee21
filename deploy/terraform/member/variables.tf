variable "installation" {
  description = "Name of the installation, as in sekisho.yaml: the tag sekisho:installation of what is its own."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", var.installation))
    error_message = "Letters, digits, hyphens, underscores and dots: at most 64, the first a letter or digit."
  }
}

variable "hub_role_arn" {
  description = "Output task_role_arn of the hub module: the one principal that may take the roles of this account."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", var.hub_role_arn))
    error_message = "Give the ARN of one role: never an account's root, which would let in everybody there."
  }
}

variable "external_id" {
  description = "What Sekisho says when it takes the role: externalId in sekisho.yaml. Another one for each account, 16 characters at least: openssl rand -hex 16."
  type        = string

  validation {
    condition     = length(var.external_id) >= 16 && length(var.external_id) <= 1224 && can(regex("^[A-Za-z0-9_+=,.@:/-]+$", var.external_id))
    error_message = "16 characters at least, of those that STS takes: letters, digits and _+=,.@:/-"
  }
}

variable "environments" {
  description = "Environments of sekisho.yaml whose ops servers run in this account and region, by name. Empty: none."
  type = map(object({
    subnet_id = string
    # Without any, a group is made: nothing comes in; egress below goes out.
    security_group_ids = optional(list(string), [])
    instance_type      = optional(string, "t3.medium")
    volume_gb          = optional(number, 20)
    # The parameter below /sekisho/images/ops-server/ that names the image; for a canary: candidate.
    image = optional(string, "current")
  }))
  default = {}

  validation {
    condition     = alltrue([for name in keys(var.environments) : can(regex("^[a-z][a-z0-9-]{0,31}$", name))])
    error_message = "Environments are named in small letters, digits and hyphens."
  }
  validation {
    condition     = alltrue([for one in values(var.environments) : one.volume_gb >= 12])
    error_message = "A volume has 12 GB at least: the image has as many."
  }
  validation {
    condition     = alltrue([for one in values(var.environments) : can(regex("^[A-Za-z0-9_.-]+$", one.image))])
    error_message = "image is the last part of a parameter's name: current, or candidate."
  }
}

variable "image_build" {
  description = "Where Packer builds the image in this account, and with which instance profile and role; null: elsewhere, or not by the pipeline."
  type = object({
    subnet_id        = string
    instance_profile = optional(string, "sekisho-image-build")
    instance_role    = optional(string, "sekisho-image-build")
  })
  default = null
}

variable "egress" {
  description = "Where servers with a security group of ours may go: TCP ports by network, besides the first network of their own VPC (cidr_block); name its further ones here."
  type = list(object({
    description = string
    port        = number
    cidr        = string
  }))
  default = [
    { description = "AWS, and what people fetch", port = 443, cidr = "0.0.0.0/0" },
    { description = "Debian's archive: its packages are signed", port = 80, cidr = "0.0.0.0/0" },
  ]
}

variable "recordings" {
  description = "Outputs bucket and key_arn of the hub module. Needed where there are environments."
  type = object({
    bucket  = string
    key_arn = string
  })
  default = null

  validation {
    condition     = var.recordings != null || length(var.environments) == 0
    error_message = "Ops servers are recorded: name the hub's bucket and key."
  }
}

variable "session_preferences" {
  description = "Whether this module owns SSM-SessionManagerRunShell here. false: you see to recording and Run As yourself, for every shell of the account and region."
  type        = bool
  default     = true
}

variable "session_minutes" {
  description = "Minutes after which a shell is ended: idle (1 to 60), and at most (1 to 1440)."
  type = object({
    idle    = optional(number, 20)
    maximum = optional(number, 720)
  })
  default = {}

  validation {
    condition     = var.session_minutes.idle >= 1 && var.session_minutes.idle <= 60 && var.session_minutes.maximum >= 1 && var.session_minutes.maximum <= 1440
    error_message = "Session Manager takes 1 to 60 idle minutes and 1 to 1440 at most."
  }
}

variable "forward_hosts" {
  description = "Hosts that ports may be forwarded to: names, *.below.a.domain, private IPv4 addresses. null: AWS's databases and caches."
  type        = list(string)
  default     = null

  validation {
    condition     = alltrue([for host in coalesce(var.forward_hosts, []) : can(regex(local.hosts.entry, host))])
    error_message = "A name below a domain (perhaps *.name), or a private IPv4 address as everybody writes it."
  }
  validation {
    condition     = var.forward_hosts == null || length(coalesce(var.forward_hosts, [])) > 0
    error_message = "An empty list forwards nothing: name a host, or null for AWS's databases and caches."
  }
}

variable "log_days" {
  description = "Days for which the servers' journal and recorded shells stay in CloudWatch Logs."
  type        = number
  default     = 365
}

variable "role_names" {
  description = "Names of roles and policies; whoever changes scheduler sets SEKISHO_SCHEDULER_ROLE in the hub, too."
  type = object({
    sekisho   = optional(string, "sekisho")
    instance  = optional(string, "sekisho-ops-server")
    scheduler = optional(string, "sekisho-scheduler")
    look      = optional(string, "sekisho-look")
    holder    = optional(string, "sekisho-ops-holder")
    images    = optional(string, "sekisho-image") # with -build, -publish, -promote and -inspect behind it
  })
  default = {}

  validation {
    condition     = alltrue([for name in values(var.role_names) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", name))])
    error_message = "Names of roles without paths: 64 characters at most."
  }
}

variable "permissions_boundary" {
  description = "ARN of the boundary that your organisation demands on roles, or null."
  type        = string
  default     = null
}
