output "plan_role" {
  description = "For plan-role of the workflows."
  value       = aws_iam_role.plan.arn
}

output "apply_role" {
  description = "For role of a purpose with approach: broker."
  value       = aws_iam_role.apply.arn
}

output "window_role" {
  description = "For role of a purpose with approach: window."
  value       = aws_iam_role.window.arn
}

output "sekisho_policy" {
  description = "To be attached to the role that Sekisho runs as."
  value       = aws_iam_policy.sekisho.arn
}
