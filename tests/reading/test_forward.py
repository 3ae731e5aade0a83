"""The outermost forwarded mail, with the note above it."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Address, Forward
from assistant.reading import forward
from assistant.reading.forward_fields import sender_of

MINERVA = Address("minerva@example.org", "Minerva M")
FIELDS = (
    "From: Minerva M <minerva@example.org>\nDate: Tue, 3 Mar 2026 at 08:00\nSubject: Coffee\nTo: Ada <ada@example.org>"
)
BODY = "Yes, gladly.\n\nWednesday at ten?"
WANTED = Forward("She said yes!", MINERVA, "Coffee", "Tue, 3 Mar 2026 at 08:00", BODY)

SEPARATORS = [
    "---------- Forwarded message ---------",
    "-------- Weitergeleitete Nachricht --------",
    "-------- Message transféré --------",
    "---------- Mensaje reenviado ----------",
    "-------- Messaggio Inoltrato --------",
    "---------- Doorgestuurd bericht ----------",
    "---------- Vidarebefordrat meddelande ----------",
    "-------- Przekazana wiadomość --------",
    "-------- Пересылаемое сообщение --------",
    "---------- 转发的邮件 ---------",
    "Begin forwarded message:\n",
]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_separator_makes_a_forward_in_any_language(separator: str) -> None:
    assert forward.parse("Fwd: Coffee", f"She said yes!\n\n{separator}\n{FIELDS}\n\n{BODY}\n", "") == WANTED


@pytest.mark.parametrize("prefix", ["Fw:", "FWD:", "WG:", "TR:", "RV:", "ENC:", "I:", "VB:", "PD:"])
def test_a_bare_header_block_is_a_forward_by_the_subject(prefix: str) -> None:
    text = f"She said yes!\n\n________________________________\n{FIELDS}\n\n{BODY}\n"
    assert forward.parse(f"{prefix} Coffee", text, "<1@example.org>") == WANTED


def test_a_bare_header_block_under_an_answer_is_none() -> None:
    text = f"ok\n\n{FIELDS}\n\n{BODY}\n"
    assert forward.parse("Re: Coffee", text, "") is None
    assert forward.parse("Coffee", text, "<1@example.org>") is None


def test_a_forward_that_is_quoted_as_a_whole_loses_its_marks() -> None:
    quoted = "\n".join(
        f"> {line}".rstrip() for line in ["Begin forwarded message:", "", *FIELDS.split("\n"), "", *BODY.split("\n")]
    )
    assert forward.parse("Fwd: Coffee", f"She said yes!\n\n{quoted}\n", "") == WANTED


def test_the_outermost_forward_wins() -> None:
    inner = f"see\n\n{SEPARATORS[0]}\nFrom: lee@example.org\nSubject: Older\nDate: 1 Mar 2026\n\nold"
    found = forward.parse("Fwd: Coffee", f"{SEPARATORS[0]}\n{FIELDS}\n\n{inner}\n", "")
    assert found is not None
    assert (found.sender, found.note) == (MINERVA, "")
    assert "Older" in found.body


def test_an_answer_to_a_forward_is_none() -> None:
    quoted = "\n".join(f"> {line}" for line in [SEPARATORS[0], *FIELDS.split("\n"), "", BODY])
    text = f"SEND\n\nOn Tue, 3 Mar 2026 at 09:00, Robin <assistant@example.org> wrote:\n{quoted}\n"
    assert forward.parse("Re: Fwd: Coffee", text, "<1@example.org>") is None


def test_a_forward_on_one_line_is_read() -> None:
    line = (
        "----- Forwarded Message ----- From: Minerva M <minerva@example.org>To: Ada <ada@example.org>"
        "Sent: 3 March 2026Subject: Coffee"
    )
    found = forward.parse("Fw: Coffee", f"She said yes!\n\n   {line}\n {BODY}\n", "")
    assert found == Forward("She said yes!", MINERVA, "Coffee", "3 March 2026", BODY)


# from, date, to, subject as clients label them
LABELS = """
Od|Datum|Komu|Předmět
Fra|Dato|Til|Emne
Von|Gesendet|An|Betreff
De|Enviado el|Para|Asunto
Saatja|Saadetud|Adressaat|Teema
Lähettäjä|Lähetetty|Vastaanottaja|Aihe
De|Envoyé|À|Objet
Šalje|Datum|Prima|Predmet
Feladó|Elküldve|Címzett|Tárgy
Da|Inviato|A|Oggetto
Van|Verzonden|Aan|Onderwerp
Od|Wysłano|Do|Temat
De|Enviada em|Para|Assunto
De la|Trimis|Către|Subiect
От|Отправлено|Кому|Тема
Od|Odoslané|Komu|Predmet
Från|Skickat|Till|Ämne
Kimden|Gönderildi|Kime|Konu
Від|Надіслано|Кому|Тема
差出人|送信日時|宛先|件名
发件人|发送时间|收件人|主题
보낸 사람|보낸 날짜|받는 사람|제목
מאת|נשלח|אל|נושא
من|تاريخ الإرسال|إلى|الموضوع
Από|Στάλθηκε|Προς|Θέμα
Từ|Đã gửi|Đến|Chủ đề
Dari|Dikirim|Kepada|Perihal
"""


def block(labels: str, shape: str) -> str:
    """A header block with its body, as a client draws it."""
    values = ("Minerva M <minerva@example.org>", "3 March 2026 08:00", "Ada <ada@example.org>", "Coffee")
    pairs = list(zip(labels.split("|"), values, strict=True))
    if shape == "bold":
        return "\n".join(f"*{label}:* {value}" for label, value in pairs) + f"\n\n{BODY}"
    lines = [f"{label}: {value}" for label, value in pairs]
    if shape == "marked":
        return "\n".join(f"> {line}".rstrip() for line in [*lines, "", *BODY.split("\n")])
    return "\n".join(["_" * 32, *lines, "", BODY] if shape == "ruled" else [*lines, "", BODY])


@pytest.mark.parametrize("shape", ["plain", "ruled", "bold", "marked"])
@pytest.mark.parametrize("labels", LABELS.strip().split("\n"))
def test_a_header_block_is_read_in_the_language_of_its_client(labels: str, shape: str) -> None:
    found = forward.parse("Fwd: Coffee", f"She said yes!\n\n{block(labels, shape)}\n", "<1@example.org>")
    assert found == Forward("She said yes!", MINERVA, "Coffee", "3 March 2026 08:00", BODY)


@pytest.mark.parametrize(
    ("attribution", "date"),
    [
        ('On 3/3/26, 08:00, "Minerva M" <minerva@example.org> wrote:', "3/3/26, 08:00"),
        ("Le 03/03/2026 08:00, « Minerva M » <minerva@example.org> a écrit :", "03/03/2026 08:00"),
        ("Op 03/03/2026 08:00 heeft Minerva M <minerva@example.org> geschreven:", "03/03/2026 08:00"),
        ('Am 03.03.26, 08:00 schrieb "Minerva M" <minerva@example.org>:', "03.03.26, 08:00"),
        ("El 03/03/26 08:00, Minerva M <minerva@example.org> escribió:", "03/03/26 08:00"),
    ],
)
def test_a_forward_under_an_attribution_is_read(attribution: str, date: str) -> None:
    indented = "\n".join(f"    {line}".rstrip() for line in BODY.split("\n"))
    found = forward.parse("FW: Coffee", f"{attribution}\n\n{indented}\n", "")
    assert found == Forward("", MINERVA, "Coffee", date, BODY)


def test_a_forward_on_one_line_may_have_lost_a_colon() -> None:
    line = (
        "----- Mensagem reencaminhada ----- De: Minerva M <minerva@example.org>Para: Ada <ada@example.org>"
        "Enviado: 3 de março de 2026 CETAssunto Coffee"
    )
    found = forward.parse("Fwd: Coffee", f"   {line}\n {BODY}\n", "")
    assert found == Forward("", MINERVA, "Coffee", "3 de março de 2026 CET", BODY)


def test_what_looks_like_a_field_in_a_subject_is_the_writer_s() -> None:
    line = (
        "----- Forwarded Message ----- From: Minerva M <minerva@example.org>Sent: 3 March 2026Subject: New Date: Friday"
    )
    found = forward.parse("Fwd: Coffee", f"{line}\n{BODY}\n", "")
    assert found is not None
    assert found.subject == "New Date: Friday"


def test_forwards_in_forwards_are_read_from_the_outermost_in() -> None:
    text, senders = "the oldest words", []
    for number in range(5):
        text = (
            f"note {number}\n\n{SEPARATORS[0]}\nFrom: u{number}@example.org\nDate: {number} May\nSubject: s\n\n{text}"
        )
    found = forward.parse("Fwd: s", text, "")
    while found is not None:
        assert found.sender is not None
        senders.append((found.note, found.sender.email))
        found = forward.parse(f"Fwd: {found.subject}", found.body, "")
    assert senders == [(f"note {number}", f"u{number}@example.org") for number in (4, 3, 2, 1, 0)]


def test_several_mails_forwarded_at_once_keep_every_word() -> None:
    second = f"{SEPARATORS[0]}\nFrom: lee@example.org\nDate: 1 May\nSubject: Second\n\nLee's words"
    found = forward.parse("Fwd: two", f"Both, please.\n\n{SEPARATORS[0]}\n{FIELDS}\n\n{BODY}\n\n{second}\n", "")
    assert found is not None
    assert (found.note, found.sender) == ("Both, please.", MINERVA)
    assert found.body == f"{BODY}\n\n{second}"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Minerva M <mailto:minerva@example.org>", MINERVA),
        ("Minerva M [mailto:minerva@example.org]", MINERVA),
        ('"Minerva M" <minerva@example.org<mailto:minerva@example.org>>', MINERVA),
        ("*Minerva M* <minerva@example.org>", MINERVA),
        ("minerva@example.org", Address("minerva@example.org", "")),
        ("minerva@example.org <minerva@example.org>", Address("minerva@example.org", "")),
        ("Minerva M", Address("", "Minerva M")),
        ("", None),
    ],
)
def test_a_sender_is_read_however_a_client_writes_it(value: str, wanted: Address | None) -> None:
    assert sender_of(value) == wanted


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäéß", min_size=1, max_size=9), min_size=1, max_size=12)


@given(st.sampled_from(LABELS.strip().split("\n")), st.sampled_from(["plain", "ruled", "bold", "marked"]), WORDS)
def test_a_note_of_any_words_stays_whole_above_its_forward(labels: str, shape: str, words: list[str]) -> None:
    note = f"{' '.join(words)}!"
    found = forward.parse("Fwd: Coffee", f"{note}\n\n{block(labels, shape)}\n", "")
    assert found == Forward(note, MINERVA, "Coffee", "3 March 2026 08:00", BODY)


@pytest.mark.parametrize(
    "hostile",
    [
        "----- Forwarded Message ----- From: a To: b\n" * 2300,
        "----- Forwarded Message ----- " + "From: " * 16_000,
        "> " * 50_000,
        "> From: a\n" * 10_000,
        "On 3/3/26, " * 9_000,
        "From: a@example.org\n" * 5_000,
    ],
    ids=["yahoo", "labels", "marks", "marked", "attributions", "blocks"],
)
def test_a_hostile_body_is_read_in_no_time(hostile: str) -> None:
    forward.parse("Fwd: x", hostile[:200], "")  # the words are loaded once
    began = process_time()
    forward.parse("Fwd: x", hostile, "")
    assert process_time() - began < 1  # 0.2 s and less on an idle machine


@given(st.text(max_size=80), st.text(max_size=400), st.text(max_size=20))
def test_nothing_raises(subject: str, text: str, answered: str) -> None:
    forward.parse(subject, text, answered)
