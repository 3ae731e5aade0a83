"""What in a body is new, what is quoted, and what is a signature."""
