output "hub" {
  description = "Where url has to lead, and which secrets wait for values."
  value = {
    balancer = module.hub.balancer
    secrets  = module.hub.secrets
    bucket   = module.hub.recordings.bucket
    cluster  = module.hub.cluster
    network  = module.hub.network
  }
}

output "environments" {
  description = "For sekisho.yaml."
  value       = [module.production.environments_yaml, module.staging.environments_yaml]
}

output "holder_policies" {
  description = "For the permission set of whoever uses ops servers."
  value       = distinct([module.production.holder_policy, module.staging.holder_policy])
}
