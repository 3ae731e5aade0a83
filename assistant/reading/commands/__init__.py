"""The rules of the e-mail language (`language.md`), a file for each part of the relationship."""
