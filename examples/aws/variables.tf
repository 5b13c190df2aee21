variable "image" {
  description = "Sekisho's image in your registry, by its digest."
  type        = string
}

variable "replicas" {
  description = "Servers. Only the first apply says -var replicas=0: secrets have no values yet."
  type        = number
  default     = 2
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
