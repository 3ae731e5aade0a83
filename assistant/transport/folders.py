"""Which of a server's folders is meant. Names, attributes and the place for new ones differ from server to server."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imapclient import IMAPClient

log = logging.getLogger(__name__)

# What mail clients and providers call it where the server has no SPECIAL-USE (RFC 6154).
SENT_NAMES = (
    "Sent", "Sent Items", "Sent Mail", "Sent Messages", "Enviados", "Elementos enviados", "Mensajes enviados",
    "Correo enviado", "Enviats", "Elements enviats", "Bidalitakoak", "Envoyés", "Éléments envoyés", "Messages envoyés",
    "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten", "Inviati", "Posta inviata",
    "Itens enviados", "Mensagens enviadas", "Verzonden", "Verzonden items", "Verzonden berichten",
    "Skickat", "Skickade objekt", "Sendt", "Sendte elementer", "Sendt post", "Lähetetyt", "Wysłane",
    "Elementy wysłane", "Odeslané", "Odoslané", "Elküldött", "Trimise", "Gönderilmiş", "Gönderilmiş Öğeler",
    "Απεσταλμένα", "Отправленные", "Надіслані", "Изпратени", "送信済み", "送信済みアイテム", "已发送", "已发送邮件",
    "寄件備份", "보낸편지함", "보낸 편지함",
)  # fmt: skip
PARENTS = ("", "inbox", "[gmail]", "[google mail]")  # folders of the mailbox itself stand here, not those in an archive


@dataclass(frozen=True, slots=True)
class Folder:
    """One line of LIST. `attributes` in lower case: Cyrus writes `\\sent`."""

    name: str
    delimiter: str = "/"
    attributes: frozenset[str] = frozenset()

    @property
    def selectable(self) -> bool:
        return not self.attributes & {"\\noselect", "\\nonexistent"}

    @property
    def parted(self) -> tuple[str, str]:
        """Parent and own name, without case."""
        name = self.name.casefold()
        if not self.delimiter:
            return "", name
        parent, _, own = name.rpartition(self.delimiter)
        return parent, own


def parse_list(answer: Iterable[tuple[Sequence[bytes], bytes | None, str]]) -> tuple[Folder, ...]:
    """From imapclient's `list_folders()`."""
    return tuple(
        Folder(
            name=str(name),
            delimiter=(delimiter or b"").decode("ascii", "replace"),
            attributes=frozenset(flag.decode("ascii", "replace").lower() for flag in flags),
        )
        for flags, delimiter, name in answer
    )


def find_folder(
    folders: Iterable[Folder], configured: str, *, attribute: str = "", names: Sequence[str] = ()
) -> str | None:
    """The folder's name on the server, or None.

    A configured name is the operator's word and wins; else the attribute tells, then the usual names (mail.md).
    """
    there = [folder for folder in folders if folder.selectable]
    if configured:
        return _named(there, (configured,))
    for folder in there:
        if attribute and attribute.lower() in folder.attributes:
            return folder.name
    return _named(there, names)


def _named(folders: Sequence[Folder], names: Sequence[str]) -> str | None:
    for name in names:
        wanted = name.casefold()
        for folder in folders:
            if folder.name.casefold() == wanted:
                return folder.name
        for folder in folders:
            parent, own = folder.parted
            if own == wanted and parent in PARENTS:
                return folder.name
    return None


def personal_prefix(folders: Iterable[Folder]) -> str:
    """Where new folders go, for a server without NAMESPACE (RFC 2342): `INBOX.` where all the others stand there."""
    others = [folder for folder in folders if folder.name.casefold() != "inbox"]
    for folder in others[:1]:
        prefix = f"INBOX{folder.delimiter}"
        if folder.delimiter and all(other.name.upper().startswith(prefix.upper()) for other in others):
            return prefix
    return ""


@dataclass(frozen=True, slots=True)
class FoldersInUse:
    """The folders beside the inbox, by their configured names; an empty `sent` is found by itself."""

    configured_sent: str
    configured_processed: str

    def find(self, client: IMAPClient) -> tuple[str | None, str | None]:
        """Sent and Processed as they are on the server; None where there is none."""
        there = parse_list(client.list_folders())
        return (
            find_folder(there, self.configured_sent, attribute=r"\Sent", names=SENT_NAMES),
            find_folder(there, self.configured_processed),
        )

    def sent(self, client: IMAPClient) -> str:
        """Made when missing."""
        return self.find(client)[0] or _made(client, self.configured_sent or SENT_NAMES[0])

    def processed(self, client: IMAPClient) -> str:
        """Made when missing."""
        return self.find(client)[1] or _made(client, self.configured_processed)


def _made(client: IMAPClient, name: str) -> str:
    prefix = _prefix(client)
    full = name if name.startswith(prefix) else prefix + name
    client.create_folder(full)
    log.info("imap: folder %s made", full)
    try:
        client.subscribe_folder(full)  # most mail clients show only what is subscribed
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        log.info("imap: folder %s could not be subscribed", full)
    return full


def _prefix(client: IMAPClient) -> str:
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        if personal:
            return str(personal[0][0])
    return personal_prefix(parse_list(client.list_folders()))
