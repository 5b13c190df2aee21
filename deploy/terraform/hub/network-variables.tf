variable "network" {
  description = "Your VPC: private subnets with a way out to AWS, Slack and your provider of logins (NAT), exactly one in each of two zones or more; public ones only where balancer.internal is false. null makes a VPC."
  type = object({
    vpc_id             = string
    private_subnet_ids = list(string)
    public_subnet_ids  = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.network == null || length(try(var.network.private_subnet_ids, [])) >= 2
    error_message = "The database wants private subnets in two zones."
  }
}

variable "vpc_cidr" {
  description = "Of the VPC that is made where network is null: a /16 to /24 that nothing else of yours has."
  type        = string
  default     = "10.92.0.0/22"

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 24, false)
    error_message = "A network of IPv4: 10.92.0.0/22."
  }
}

variable "nat_per_zone" {
  description = "In a VPC that is made: a NAT gateway in each of the two zones, so that a zone's loss cuts off neither (twice the price)."
  type        = bool
  default     = false
}

variable "balancer" {
  description = "Console, API and command line by HTTPS. null: Slack by Socket Mode alone. Then nobody reaches console, API or command line from outside, so no approval by passkey or fresh login, no CI job, no beacon."
  type = object({
    certificate_arn = string
    # Networks of IPv4 that may connect. Jobs on runners of GitHub's own come from anywhere: 0.0.0.0/0, knowingly.
    allowed_cidrs = list(string)
    internal      = optional(bool, true)
  })

  validation {
    condition     = var.balancer == null || length(try(var.balancer.allowed_cidrs, [])) > 0
    error_message = "Name the networks that may connect; nobody else can."
  }
  validation {
    condition     = alltrue([for cidr in try(var.balancer.allowed_cidrs, []) : can(cidrhost(cidr, 0)) && !strcontains(cidr, ":")])
    error_message = "Networks of IPv4, as 203.0.113.0/24."
  }
  validation {
    condition     = try(var.balancer.internal, true) || var.network == null || length(try(var.network.public_subnet_ids, [])) >= 2
    error_message = "A balancer that the internet reaches wants public subnets in two zones."
  }
}
