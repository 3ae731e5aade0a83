"""What can go wrong in the world, and whether to try again.

Assertions are for our own bugs; these are for the world. Every error says in `retry` whether the same step may succeed
later without anybody's help. Messages are one clear line for the operator: they never hold a secret or a mail's text.
"""

from __future__ import annotations


class AssistantError(Exception):
    """The base of all errors that the assistant raises on purpose."""

    retry = False


class ConfigError(AssistantError):
    """The configuration is wrong; the message names key, line and what is allowed."""


class SecretError(AssistantError):
    """A password could not be had (file missing, command failed, variable unset)."""


class TemplateError(AssistantError):
    """A letter's template is broken; the message names the file and the line."""


class UnreadableMail(AssistantError):
    """A mail that no reading can make sense of: it is set aside and named, never dropped."""


class MailboxLost(AssistantError):
    """The connection to the mailbox broke or could not be made: reconnect with back-off."""

    retry = True


class SignInRefused(AssistantError):
    """A server refused our name and password. Tried again with back-off: an administrator may mend it."""

    retry = True


class StorageError(AssistantError):
    """State could not be written (disk full, permissions): nothing was changed, the step is repeated later."""

    retry = True


class StateInUse(AssistantError):
    """Another process holds the state folder's lock."""
