"""Mail that machines write: bounces, absences, complaints (RFC 3464, RFC 3834, RFC 5965)."""
