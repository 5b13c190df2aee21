variable "region" {
  type        = string
  description = "Where the image is built."
}

variable "subnet_id" {
  type        = string
  description = "A subnet with a route to Systems Manager, to Debian's archive and to S3, by NAT or endpoints."
}

variable "instance_profile" {
  type        = string
  description = "Instance profile for the build alone, with AmazonSSMManagedInstanceCore and nothing else."
}

variable "kms_key_id" {
  type        = string
  default     = ""
  description = "Key for the image's volume; empty for the account's own key for EBS."
}

variable "ssm_agent_version" {
  type        = string
  description = "Version of the SSM agent."
}

variable "ssm_agent_sha256" {
  type        = string
  description = "SHA-256 of that version's debian_amd64/amazon-ssm-agent.deb, whose signature you verified."

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.ssm_agent_sha256))
    error_message = "It must be 64 hexadecimal digits in small letters."
  }
}

variable "log_group" {
  type        = string
  default     = "/sekisho/ops-servers"
  description = "Log group of CloudWatch Logs that servers send their journal to."
}

variable "deprecate_after" {
  type        = string
  default     = "1080h"
  description = "After so long the image is deprecated: 45 days, unless a newer one did so before."
}

variable "revision" {
  type        = string
  default     = "unknown"
  description = "Commit that the image is built from; it stands in the image's tags."
}

variable "container_repository" {
  type        = string
  default     = "sekisho-ops-server"
  description = "Name of the container's image."
}
