variable "database" {
  description = "The PostgreSQL of RDS. Version 15 is what the tests run on."
  type = object({
    version       = optional(string, "15")
    class         = optional(string, "db.t4g.medium")
    storage_gb    = optional(number, 20)
    maximum_gb    = optional(number, 200)
    multi_az      = optional(bool, true)
    backup_days   = optional(number, 14)
    password_days = optional(number, 90)
  })
  default = {}

  validation {
    condition     = var.database.backup_days >= 7 && var.database.backup_days <= 35
    error_message = "RDS keeps backups for 35 days at most; fewer than 7 are too few to notice."
  }
  validation {
    condition     = can(regex("^[0-9]{2}(\\.[0-9]+)?$", var.database.version))
    error_message = "A version of PostgreSQL: 15, or 15.12."
  }
}

variable "database_ca" {
  description = "Certificates that the database shows itself by, in PEM: file(\"REGION-bundle.pem\") from https://truststore.pki.rds.amazonaws.com/REGION/REGION-bundle.pem"
  type        = string

  validation {
    condition     = startswith(trimspace(var.database_ca), "-----BEGIN CERTIFICATE-----") && !strcontains(var.database_ca, "PRIVATE KEY")
    error_message = "Certificates in PEM, beginning with -----BEGIN CERTIFICATE-----."
  }
  validation {
    condition     = length(base64gzip(var.database_ca)) <= 12000
    error_message = "Compressed they fill more than 12,000 characters of the task definition: take the region's bundle, not the global one."
  }
}

variable "bucket" {
  description = "The bucket of recordings, backups and checkpoints, and how long nobody can remove what is in it. What has expired is gone lock_days after that. COMPLIANCE binds the account's root, too, and cannot be undone."
  type = object({
    name            = optional(string)
    lock_mode       = optional(string, "GOVERNANCE")
    lock_days       = optional(number, 90)
    session_days    = optional(number, 365)
    backup_days     = optional(number, 90)
    access_log_days = optional(number, 90)
  })
  default = {}

  validation {
    condition     = contains(["GOVERNANCE", "COMPLIANCE"], var.bucket.lock_mode)
    error_message = "GOVERNANCE or COMPLIANCE."
  }
  validation {
    condition     = length(coalesce(var.bucket.name, "-")) <= 51
    error_message = "51 characters at most: the bucket beside it is called NAME-access-logs."
  }
  validation {
    condition     = var.bucket.lock_days >= 1 && var.bucket.session_days >= var.bucket.lock_days && var.bucket.backup_days >= var.bucket.lock_days
    error_message = "Nothing can expire before its lock ends: session_days and backup_days are at least lock_days."
  }
}

variable "backup" {
  description = "A daily backup into the bucket (docs/backup.md), encrypted for these public keys of age (age-keygen), whose secret halves are kept elsewhere. null: RDS's own snapshots alone."
  type = object({
    recipients = list(string)
    schedule   = optional(string, "cron(15 3 * * ? *)")
    time_zone  = optional(string, "UTC")
  })
  default = null

  validation {
    condition     = var.backup == null || (length(try(var.backup.recipients, [])) > 0 && alltrue([for key in try(var.backup.recipients, []) : can(regex("^age1[0-9a-z]+$", key))]))
    error_message = "Name a public key of age at least: age1… Never a secret one: it would stand in the task definition."
  }
}
