from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.transport.folders import SENT_NAMES, Folder, find_folder, parse_list, personal_prefix


def folders(*names: str, delimiter: str = "/") -> list[Folder]:
    return [Folder("INBOX", delimiter), *(Folder(name, delimiter) for name in names)]


def sent(there: list[Folder], configured: str = "") -> str | None:
    return find_folder(there, configured, attribute=r"\Sent", names=SENT_NAMES)


@pytest.mark.parametrize("attribute", [rb"\Sent", rb"\sent", rb"\SENT"])
def test_the_attribute_is_read_without_case(attribute: bytes) -> None:
    there = parse_list([((rb"\HasNoChildren",), b"/", "Sent"), ((attribute, rb"\HasNoChildren"), b"/", "Postausgang")])
    assert sent(list(there)) == "Postausgang"


@pytest.mark.parametrize(
    "name", ["Sent", "SENT", "INBOX/Sent", "[Gmail]/Sent Mail", "Enviados", "Gesendet", "送信済み"]
)
def test_without_an_attribute_the_usual_names_tell(name: str) -> None:
    assert sent(folders("Drafts", "Sentimental", "Archive/Sent", name)) == name


def test_a_folder_within_another_is_not_it() -> None:
    assert sent(folders("Archive/Sent", "Ben/Sent Items")) is None


def test_the_configured_name_wins() -> None:
    there = [*folders("Out"), Folder("Sent", "/", frozenset({r"\sent"}))]
    assert sent(there, "out") == "Out"
    assert sent(there, "Nowhere") is None


def test_a_folder_that_holds_no_mail_is_not_it() -> None:
    assert sent([Folder("Sent", "/", frozenset({r"\noselect"})), Folder("Sent Items", "/")]) == "Sent Items"


def test_a_configured_name_is_found_below_the_inbox() -> None:
    assert find_folder(folders("INBOX.Processed", delimiter="."), "Processed") == "INBOX.Processed"


@pytest.mark.parametrize(
    ("there", "prefix"),
    [
        (folders("Sent", "Trash"), ""),
        (folders("INBOX.Sent", "INBOX.Trash", delimiter="."), "INBOX."),
        (folders("INBOX/Old", "Sent"), ""),
        (folders(), ""),
        ([Folder("INBOX", ""), Folder("INBOXES", "")], ""),
    ],
)
def test_new_folders_go_where_the_others_are(there: list[Folder], prefix: str) -> None:
    assert personal_prefix(there) == prefix


@given(st.lists(st.tuples(st.lists(st.binary()), st.none() | st.binary(max_size=1), st.text())), st.text())
def test_any_list_can_be_searched(lines: list[tuple[list[bytes], bytes | None, str]], configured: str) -> None:
    there = parse_list(lines)
    found = sent(list(there), configured)
    assert found is None or found in {folder.name for folder in there}
    personal_prefix(there)
