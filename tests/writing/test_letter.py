from __future__ import annotations

import email
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.digest import digest
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import Kind, Letter
from assistant.writing.letter import Attached, compose
from assistant.writing.proof import content_digest, proof_digest

AT = datetime(2026, 11, 3, 8, 40, tzinfo=UTC)
ROBIN = Address("assistant@example.org", "Robin")
EVENT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
LETTER = Letter(
    id="1",
    kind=Kind.ATTEMPT,
    template="person/first",
    thread="person/minerva",
    to="minerva@example.org",
    cc=("ada@example.org",),
    subject="Your step to pricing",
    text="Hi Minerva,\n\nwhy?\n\nAda Byron",
    digest="",
    created=AT,
    message_id="<k7q2.abc@example.org>",
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=150)
LINES = st.lists(WORDS, max_size=5).map("\n".join)


def write(letter: Letter = LETTER, *, auto: bool = False, sender: Address = ROBIN, **more: object) -> bytes:
    return compose(letter, sender=sender, reply_to=("assistant+k7q2@example.org",), date=AT, auto=auto, **more)  # type: ignore[arg-type]


def read(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=policy.default)


def of_book(letter: Letter) -> str:
    return digest(letter.to, letter.cc, letter.subject, letter.text, letter.calendar)


class TestHeaders:
    def test_a_letter_says_from_whom_to_whom_and_where_answers_go(self) -> None:
        raw = write(sender=Address("assistant@example.org", "Ada Byron"), names={"ada@example.org": "Ada Byron"})
        mail = read(raw)
        assert mail["From"] == "Ada Byron <assistant@example.org>"
        assert mail["To"] == "minerva@example.org"
        assert mail["Cc"] == "Ada Byron <ada@example.org>"
        assert mail["Reply-To"] == "assistant+k7q2@example.org"
        assert mail["Date"].datetime == AT
        assert mail["Message-ID"] == "<k7q2.abc@example.org>"

    def test_a_letter_to_a_person_is_no_automatic_mail_and_one_to_the_protege_is(self) -> None:
        assert b"Auto-Submitted" not in write()
        assert read(write(auto=True))["Auto-Submitted"] == "auto-generated"
        answering = replace(LETTER, in_reply_to="<1@example.org>")
        assert read(write(answering, auto=True))["Auto-Submitted"] == "auto-replied"

    def test_long_message_ids_stay_whole(self) -> None:
        ids = tuple(f"<{'x' * 150}{n}@example.org>" for n in range(12))
        raw = write(replace(LETTER, in_reply_to=ids[-1], references=ids, message_id=ids[0]))
        assert b"=?" not in raw
        assert compatible(raw)["References"].split() == list(ids)
        assert compatible(raw)["In-Reply-To"].strip() == ids[-1]
        assert compatible(raw)["Message-ID"].strip() == ids[0]

    @given(WORDS)
    def test_any_subject_comes_out_as_it_went_in(self, subject: str) -> None:
        raw = write(replace(LETTER, subject=subject))
        assert re.sub(r" +", " ", read(raw)["Subject"]).strip(" ") == re.sub(r" +", " ", subject).strip(" ")

    @given(WORDS)
    def test_any_name_comes_out_as_it_went_in_and_adds_nobody(self, name: str) -> None:
        shown = compatible(write(sender=Address("assistant@example.org", name)))["From"]
        ((display, address),) = getaddresses([shown])
        assert address == "assistant@example.org"
        assert str(make_header(decode_header(display))) == " ".join(name.split())

    @pytest.mark.parametrize(
        "name", ['Byron, "Countess" Ada', "Müller, Zoë", "a <b@example.org>", "O'Neill (Ada)", "=?x?q?y?="]
    )
    def test_names_with_commas_quotes_and_brackets_are_right(self, name: str) -> None:
        (found,) = read(write(sender=Address("assistant@example.org", name)))["From"].addresses
        assert (found.display_name, found.addr_spec) == (name, "assistant@example.org")

    @pytest.mark.parametrize("bad", ["a\r\nBcc: mallory@example.org", "a\nb", "a\x00b", "a\x1bb", "a\x85b", "a\u2028b"])
    def test_control_characters_in_a_header_are_refused(self, bad: str) -> None:
        for broken in (
            lambda: write(replace(LETTER, subject=bad)),
            lambda: write(sender=Address("assistant@example.org", bad)),
            lambda: write(sender=Address(f"{bad}@example.org")),
            lambda: write(replace(LETTER, to=bad)),
            lambda: write(replace(LETTER, cc=(bad,))),
            lambda: write(replace(LETTER, message_id=f"<{bad}@example.org>")),
            lambda: write(replace(LETTER, in_reply_to=bad)),
            lambda: write(replace(LETTER, references=(bad,))),
            lambda: compose(LETTER, sender=ROBIN, reply_to=(bad,), date=AT, auto=False),
            lambda: write(names={"ada@example.org": bad}),
        ):
            with pytest.raises(ValueError, match="would hold"):
                broken()

    @pytest.mark.parametrize(
        "to", ["", "minerva", "a@example.org, b@example.org", "<a@example.org>", "zoë@example.org"]
    )
    def test_what_is_no_plain_address_is_refused(self, to: str) -> None:
        with pytest.raises(ValueError, match="no plain address"):
            write(replace(LETTER, to=to))

    def test_a_date_without_a_zone_is_refused(self) -> None:
        with pytest.raises(ValueError, match="zone"):
            compose(LETTER, sender=ROBIN, reply_to=(), date=datetime(2026, 1, 1), auto=False)  # noqa: DTZ001 - on purpose

    def test_a_date_keeps_its_zone(self) -> None:
        at = AT.astimezone(timezone(timedelta(hours=1)))
        assert b"Date: Tue, 03 Nov 2026 09:40:00 +0100\r\n" in compose(
            LETTER, sender=ROBIN, reply_to=(), date=at, auto=False
        )


def compatible(raw: bytes) -> dict[str, str]:
    """The headers as a simple reader has them: unfolded, not decoded."""
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    return {
        n: v.strip() for n, _, v in (line.partition(":") for line in re.sub(r"\r\n(?=[ \t])", "", head).split("\r\n"))
    }


class TestBody:
    def test_a_letter_to_a_person_is_plain_text_alone(self) -> None:
        mail = read(write())
        assert mail.get_content_type() == "text/plain"
        assert mail["Content-Transfer-Encoding"] == "quoted-printable"
        assert mail.get_content().replace("\r\n", "\n") == LETTER.text + "\n"

    def test_the_proteges_mail_has_its_twin_beside_the_text(self) -> None:
        mail = read(write(replace(LETTER, html="<p>Hi</p>"), auto=True))
        assert [p.get_content_type() for p in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]

    def test_an_event_has_the_structure_that_all_clients_show_with_buttons(self) -> None:
        mail = read(write(replace(LETTER, calendar=EVENT, method="REQUEST")))
        assert [p.get_content_type() for p in mail.walk()] == [
            "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
        ]  # fmt: skip
        parts = list(mail.walk())
        inline, attached = parts[4], parts[5]
        assert inline["Content-Type"].params == {"charset": "utf-8", "method": "REQUEST"}
        assert inline["Content-Disposition"] is None
        assert attached.get_filename() == "invite.ics"
        assert inline.get_payload(decode=True) == attached.get_payload(decode=True) == EVENT.encode()
        assert "why?" in parts[3].get_content()

    def test_a_method_beside_the_events_own_is_refused(self) -> None:
        for method in ("CANCEL", ""):
            with pytest.raises(ValueError, match="METHOD"):
                write(replace(LETTER, calendar=EVENT, method=method))

    def test_a_file_goes_along(self) -> None:
        card = Attached("robin.vcf", "text/vcard", b"BEGIN:VCARD\r\nFN:Robin\r\nEND:VCARD\r\n")
        mail = read(write(replace(LETTER, html="<p>Hi</p>"), attached=[card]))
        (found,) = mail.iter_attachments()
        assert (found.get_filename(), found.get_content_type()) == ("robin.vcf", "text/vcard")
        assert found.get_payload(decode=True) == card.data
        assert mail.get_content_type() == "multipart/mixed"
        assert read(write(attached=[card])).get_content_type() == "multipart/mixed"

    @pytest.mark.parametrize("name", ["", "../a.txt", 'a".txt', "a\r\n.txt", "ä.txt", ".hidden"])
    def test_a_files_name_is_plain(self, name: str) -> None:
        with pytest.raises(ValueError, match="name"):
            write(attached=[Attached(name, "text/plain", b"")])

    def test_a_file_of_an_unknown_type_is_refused(self) -> None:
        with pytest.raises(ValueError, match="type"):
            write(attached=[Attached("a.exe", "application/x-msdownload", b"")])

    @pytest.mark.parametrize("bad", ["a\x00b", "a\x1bb", "\ud800"])
    def test_control_characters_in_a_text_are_refused(self, bad: str) -> None:
        with pytest.raises(ValueError, match="control character"):
            write(replace(LETTER, text=bad))

    @given(LINES, st.booleans(), st.booleans())
    def test_every_mail_is_seven_bit_with_whole_line_ends_and_short_lines(
        self, text: str, twin: bool, event: bool
    ) -> None:
        letter = replace(LETTER, text=text, subject=text.partition("\n")[0])
        letter = replace(letter, html=f"<p>{text}</p>") if twin else letter
        letter = replace(letter, calendar=EVENT, method="REQUEST") if event else letter
        raw = write(letter)
        assert raw.isascii()
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
        assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
        assert not re.search(rb"^(?:From |\.\r)", raw.partition(b"\r\n\r\n")[2], re.MULTILINE)

    def test_a_space_at_the_end_of_a_full_line_makes_it_no_longer(self) -> None:
        for text in (f"00{chr(0xA0) * 6}{chr(0x10000) * 3} ", *(f"{'é' * 12}{'x' * n}\t" for n in range(8))):
            raw = write(replace(LETTER, text=text))
            assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
            assert read(raw).get_content() == f"{text}\r\n"

    def test_lines_that_begin_with_from_survive_mailboxes(self) -> None:
        text = "From here on\n" + "From " * 40 + "\nFrom " + "x" * 69
        raw = write(replace(LETTER, text=text))
        assert not re.search(rb"^From ", raw.partition(b"\r\n\r\n")[2], re.MULTILINE)
        assert all(len(line) <= 76 for line in raw.split(b"\r\n"))
        assert read(raw).get_content().replace("\r\n", "\n").rstrip() == text.rstrip()

    def test_the_same_letter_gives_the_same_bytes(self) -> None:
        letter = replace(LETTER, html="<p>é</p>", calendar=EVENT, method="REQUEST")
        assert write(letter) == write(letter)
        assert write(letter) != write(replace(letter, message_id="<other@example.org>"))


class TestDigest:
    @given(LINES, WORDS, st.booleans(), st.booleans())
    def test_the_bytes_have_the_digest_of_the_letter(self, text: str, subject: str, twin: bool, event: bool) -> None:
        letter = replace(LETTER, text=text, subject=subject, html="<p>x</p>" if twin else "")
        letter = replace(letter, calendar=EVENT, method="REQUEST", cc=()) if event else letter
        assert content_digest(write(letter)) == of_book(letter)

    @pytest.mark.parametrize(
        "other",
        [
            replace(LETTER, to="mallory@example.org"),
            replace(LETTER, cc=()),
            replace(LETTER, cc=("ada@example.org", "mallory@example.org")),
            replace(LETTER, subject="Your steps to pricing"),
            replace(LETTER, text="Hi Minerva,\n\nwhy not?\n\nAda Byron"),
            replace(LETTER, text="Hi Minerva,\n\nwhy? Ada Byron"),
            replace(LETTER, calendar=EVENT, method="REQUEST"),
            replace(LETTER, calendar=EVENT.replace("2.0", "2.1"), method="REQUEST"),
        ],
    )
    def test_any_change_has_another_digest(self, other: Letter) -> None:
        assert content_digest(write(other)) == of_book(other) != of_book(LETTER)

    def test_a_second_recipient_in_the_bytes_shows(self) -> None:
        raw = write()
        assert content_digest(
            raw.replace(b"To: minerva@example.org\r\n", b"To: minerva@example.org, m@example.org\r\n")
        ) != (content_digest(raw))
        assert content_digest(b"To: mallory@example.org\r\n" + raw) != content_digest(raw)
        assert content_digest(b"Cc: mallory@example.org\r\n" + raw) != content_digest(raw)

    @given(LINES, WORDS)
    def test_a_servers_copy_has_the_same_digest(self, text: str, subject: str) -> None:
        letter = replace(LETTER, text=text, subject=subject, html="<p>x</p>")
        raw = write(letter)
        trace = (
            b"Return-Path: <assistant@example.org>\r\nReceived: from a by b;\r\n\tTue, 3 Nov 2026 09:40:00 +0100\r\n"
        )
        assert proof_digest(trace + raw) == of_book(letter)
        assert proof_digest(raw.replace(b"\r\n", b"\n")) == of_book(letter)

    @pytest.mark.parametrize("encoding", ["8bit", "base64"])
    def test_a_copy_in_another_transfer_encoding_has_the_same_digest(self, encoding: str) -> None:
        letter = replace(LETTER, text="Grüße,\n\nwhy?\n\n" + "long " * 40, subject="Grüße · x")
        copy = EmailMessage(policy=policy.SMTP)
        for name, value in read(write(letter)).items():
            if not name.lower().startswith(("content-", "mime")):
                copy[name] = value
        copy.set_content(letter.text, cte=encoding)
        assert proof_digest(copy.as_bytes()) == of_book(letter)

    @given(st.binary())
    def test_what_is_no_mail_is_no_proof(self, raw: bytes) -> None:
        assert proof_digest(raw) != of_book(LETTER)

    @pytest.mark.parametrize(
        "raw", [b"", b"Subject: x\r\nSubject: y\r\n\r\nz", b'Content-Type: text/plain; charset="no"\r\n\r\nz']
    )
    def test_what_cannot_be_read_has_no_digest(self, raw: bytes) -> None:
        assert content_digest(raw) in {"", digest("", (), "", "", "")}

    def test_a_text_attachment_is_not_the_text(self) -> None:
        plan = Attached("plan.txt", "text/plain", b"the plan")
        assert content_digest(write(attached=[plan])) == of_book(LETTER)
