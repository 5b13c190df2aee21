variable "image" {
  description = "Sekisho's image in your registry, by its digest."
  type        = string
}

variable "replicas" {
  description = "0 for the first apply, before secrets have values; 2 after that."
  type        = number
  default     = 0
}

variable "certificate_arn" {
  description = "Certificate of ACM for the host of url in sekisho.yaml."
  type        = string
}

variable "database_ca_file" {
  description = "curl -O https://truststore.pki.rds.amazonaws.com/ap-northeast-1/ap-northeast-1-bundle.pem"
  type        = string
}

variable "external_ids" {
  description = "One for each account: openssl rand -hex 16. The same stand in sekisho.yaml."
  type = object({
    production = string
    staging    = string
  })
}

variable "backup_recipients" {
  description = "Public keys of age, whose secret halves you keep where Sekisho is not."
  type        = list(string)
}
