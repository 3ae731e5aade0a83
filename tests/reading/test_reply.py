"""New text is what the sender wrote now; what is not certain says so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading import reply
from assistant.reading.mime.html import to_text

OURS = "DRAFT for Minerva, first note (84 words, one ask: 20 minutes)   K7Q2\n\n  Hi Minerva,\n\nReply SEND and it goes"

ATTRIBUTIONS = [
    "On Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:",
    "On Tue, Mar 3, 2026 at 8:00 AM Robin\n<assistant@example.org> wrote:",
    "On Dec 16, 2025, at 12:47 PM, Robin\n<assistant@example.org>\nwrote:",
    "Am 03.03.2026 um 08:00 schrieb Robin <assistant@example.org>:",
    "Robin <assistant@example.org> schrieb am Di., 3. März 2026, 08:00:",
    "Le mar. 3 mars 2026 à 08:00, Robin <assistant@example.org> a écrit :",
    "El mar, 3 mar 2026 a las 8:00, Robin (<assistant@example.org>) escribió:",
    "Em ter., 3 de mar. de 2026 às 08:00, Robin <assistant@example.org> escreveu:",
    "Il giorno mar 3 mar 2026 alle ore 08:00 Robin <assistant@example.org> ha scritto:",
    "Op di 3 mrt 2026 om 08:00 schreef Robin <assistant@example.org>:",
    "Den tis 3 mars 2026 kl 08:00 skrev Robin <assistant@example.org>:",
    "tirs. 3. mar. 2026 kl. 08:00 skrev Robin <assistant@example.org>:",
    "ti 3. maalisk. 2026 klo 8.00 Robin (assistant@example.org) kirjoitti:",
    "wt., 3 mar 2026 o 08:00 Robin <assistant@example.org> napisał(a):",
    "út 3. 3. 2026 v 8:00 odesílatel Robin <assistant@example.org> napsal:",
    "Robin <assistant@example.org>, 3 Mar 2026 Sal, 08:00 tarihinde şunu yazdı:",
    "вт, 3 мар. 2026 г. в 08:00, Robin <assistant@example.org>:",
    "вт, 3 бер. 2026 р. о 08:00 Robin <assistant@example.org> пише:",
    "Στις Τρί 3 Μαρ 2026 στις 8:00 Robin <assistant@example.org> έγραψε:",
    "2026年3月3日(火) 8:00 Robin <assistant@example.org>:",
    "Robin <assistant@example.org> 于2026年3月3日周二 08:00写道：",
    "2026년 3월 3일 (화) 오전 8:00, Robin <assistant@example.org>님이 작성:",
]

BLOCKS = [
    "From: Robin <assistant@example.org>\nSent: Tuesday, March 3, 2026 8:00 AM\nTo: Ada\nSubject: Minerva",
    "Von: Robin <assistant@example.org>\nGesendet: Dienstag, 3. März 2026 08:00\nAn: Ada\nBetreff: Minerva",
    "De : Robin <assistant@example.org>\nEnvoyé : mardi 3 mars 2026 08:00\nÀ : Ada\nObjet : Minerva",
    "De: Robin <assistant@example.org>\nEnviado el: martes, 3 de marzo de 2026\nPara: Ada\nAsunto: Minerva",
    "Da: Robin <assistant@example.org>\nInviato: martedì 3 marzo 2026 08:00\nA: Ada\nOggetto: Minerva",
    "Van: Robin <assistant@example.org>\nVerzonden: dinsdag 3 maart 2026\nAan: Ada\nOnderwerp: Minerva",
    "Från: Robin <assistant@example.org>\nSkickat: den 3 mars 2026\nTill: Ada\nÄmne: Minerva",
    "Od: Robin <assistant@example.org>\nWysłano: wtorek, 3 marca 2026\nDo: Ada\nTemat: Minerva",
    "От: Robin <assistant@example.org>\nОтправлено: 3 марта 2026 г.\nКому: Ada\nТема: Minerva",
    "发件人: Robin <assistant@example.org>\n发送时间: 2026年3月3日\n收件人: Ada\n主题: Minerva",
    "*From:* Robin <assistant@example.org>\n*Sent:* 2026-03-03\n*To:* Ada\n*Subject:* Minerva",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_a_marked_quote_and_its_attribution_are_not_new(attribution: str) -> None:
    quoted = "\n".join("> " + line for line in OURS.split("\n"))
    parts = reply.split(f"shorter\n\n{attribution}\n\n{quoted}\n")
    assert (parts.new, parts.certain) == ("shorter", True)
    assert "DRAFT for" in parts.quoted


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_a_quote_without_marks_is_not_new_and_not_certain(attribution: str) -> None:
    parts = reply.split(f"SEND\n\n{attribution}\n\nPlease answer SEND or SKIP.\n")
    assert (parts.new, parts.certain) == ("SEND", False)


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("rule", ["", "________________________________\n", "-----Original Message-----\n"])
def test_a_clients_header_block_ends_the_new_text(block: str, rule: str) -> None:
    parts = reply.split(f"SEND\n\n{rule}{block}\n\n{OURS}\n")
    assert (parts.new, parts.certain) == ("SEND", True)


@pytest.mark.parametrize("block", BLOCKS)
def test_nothing_above_a_header_block_is_not_certain(block: str) -> None:
    parts = reply.split(f"{block}\n\nSEND\n")
    assert not parts.certain
    assert "SEND" not in parts.new


def test_answers_between_marked_quotes_are_new() -> None:
    parts = reply.split("> Who sends the deck?\nme\n\n> Is 18 Dec right?\nyes\n")
    assert parts == reply.Parts("me\n\nyes", "> Who sends the deck?\n> Is 18 Dec right?", "", certain=True)


def test_our_own_draft_never_leaks_however_it_is_quoted() -> None:
    for gap in ("\n", "\n\n", "\n  \n"):
        parts = reply.split(f"warmer please{gap}{OURS} Tue 09:40")
        assert parts.new == "warmer please"
        assert not parts.certain


def test_answers_announced_below_are_not_certain() -> None:
    assert not reply.split(f"see my answers below\n\n{BLOCKS[0]}\n\nOne? two!\n").certain


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nAda Byron\nAnalyst",
        "Sent from my iPhone",
        "Get Outlook for Android",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verzonden vanaf mijn iPhone",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "iPhone'umdan gönderildi",
        "iPhoneから送信",
        "发自我的iPhone",
    ],
)
def test_a_signature_is_not_new(signature: str) -> None:
    assert reply.split(f"SEND\n\n{signature}\n") == reply.Parts("SEND", "", signature, certain=True)


def test_a_sentence_that_begins_like_a_signature_is_text() -> None:
    text = "Done.\n\nSent from my desk, which is easier than my phone."
    assert reply.split(text).new == text


def test_a_visiting_card_behind_a_closing_is_signature() -> None:
    card = "Regards,\nAda Byron\nEngineer | Example Ltd\n+34 600 000 000"
    parts = reply.split(f"Tuesday at 10 works.\n\n{card}")
    assert (parts.new, parts.signature) == ("Tuesday at 10 works.", card)
    for kept in (
        "Thanks\nTuesday at 10 works\nsee you at ours | yours",
        f"{card}\n\nPS: bring the memo",
        "Thanks,\nAda\nByron",
    ):
        assert reply.split(f"Hi,\n\n{kept}").new == f"Hi,\n\n{kept}"


def test_a_name_block_after_a_closing_is_known_and_a_postscript_is_text() -> None:
    parts = reply.split("SEND\n\nThanks,\nAda Byron\n\nPS: not before noon\n")
    assert parts.signature == "Ada Byron"
    assert parts.new.endswith("PS: not before noon")


@pytest.mark.parametrize(
    "text",
    [
        "On Monday I wrote:\nnothing at all.",
        "From: now on\nwe meet monthly.",
        "2026-01-15 14:30:25\n15.01.2026 14:30\nare only dates.",
        "On your machine run:\n\n    telnet\n\nand say what you see.",
        "Dear all:\n\nTo: do list\nDate: tomorrow",
        "-----\nThree questions\n-----",
    ],
)
def test_plain_talk_is_all_new(text: str) -> None:
    assert (reply.split(text).new, reply.split(text).certain) == (text, True)


def test_a_line_that_a_mailer_tore_off_a_quote_is_quoted() -> None:
    long = "> the wording of the second paragraph is still what I would like to change and"
    assert reply.split(f"ok\n\n{long}\nthen see\n> again\n").new == "ok"


GMAIL = (
    '<div dir="ltr">SEND</div><br><div class="gmail_quote">'
    '<div dir="ltr" class="gmail_attr">On Tue, Robin wrote:<br></div>'
    '<blockquote class="gmail_quote" style="border-left:1px solid">DRAFT<br>Reply SKIP</blockquote></div>'
)
OUTLOOK = "<div>SEND</div><hr><div id='divRplyFwdMsg'><b>Mittente:</b> Robin<br></div><div>Reply SKIP</div>"
WORD = (
    "<div class=WordSection1><p>SEND</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt'>"
    "<p><b>Xyz:</b> Robin</p></div></div><p>Reply SKIP</p></div>"
)
APPLE = "<div>SEND</div><blockquote type='cite'><div>On Tue, Robin wrote:</div><div>Reply SKIP</div></blockquote>"
YAHOO = "<div>SEND</div><div class='yahoo_quoted'><div>On Tuesday, Robin wrote:</div><div>Reply SKIP</div></div>"


@pytest.mark.parametrize("page", [GMAIL, OUTLOOK, WORD, APPLE, YAHOO])
def test_html_quotes_are_known_by_their_structure(page: str) -> None:
    parts = reply.split(to_text(page), html=True)
    assert (parts.new, parts.certain) == ("SEND", True)


def test_text_in_an_indented_html_block_is_not_a_quote() -> None:
    page = '<p>My plan:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px">talk to Lee</blockquote>'
    assert reply.split(to_text(page), html=True).new == "My plan:\n\ntalk to Lee"


@given(st.text(max_size=400))
def test_no_text_raises_and_no_word_is_lost(text: str) -> None:
    parts = reply.split(text)
    kept = f"{parts.new}\n{parts.quoted}\n{parts.signature}"
    assert set(text.split()) <= set(kept.split())


LINES = st.sampled_from(
    [*ATTRIBUTIONS, *BLOCKS, "> q", "text", "", "-- ", "Thanks,", "Ada", "Sent from my iPhone", "PS: x"]
)


@given(st.lists(LINES, max_size=20))
def test_no_mix_of_known_lines_loses_a_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = reply.split(text)
    assert set(text.split()) <= set(f"{parts.new}\n{parts.quoted}\n{parts.signature}".split())


@given(st.text(max_size=300), st.text(alphabet="<>/abdiv pblockquote=\"' classgmail_quote", max_size=300))
def test_no_page_raises(text: str, page: str) -> None:
    to_text(text)
    to_text(f"<div>{page}")


HOSTILE = [
    "On ", "a:\n", "From: a@b\n", "> ", ">", "_____\n", "发件人:", "<a@b> ", "x@", "--- a ---b\n", "wrote:\n", "-\n",
    "-a\n", "On Tue 3 wrote:\n", "On 3 Mar 2026 8:00\n", "<\nmailto:a\n>:\n", "\n", "Sent from my iPhone\n", "Thx,\n",
    "--\n", "|a|b\n", "a\n> b\n", "> a\nb\n", "<div>", "<blockquote>", "<hr>From: a@b", "a <a@b.c> 3.3.2026 8:00\n",
    "1:1 2026 1 ", "：",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_body_costs_little(piece: str) -> None:
    body = piece * (100_000 // len(piece))
    began = time.process_time()
    reply.split(body)
    to_text(body)
    assert time.process_time() - began < 1  # 0.2 s on the machine that the goal is for; quadratic time takes minutes


def test_more_lines_than_anybody_types_are_all_new_where_nothing_is_quoted() -> None:
    body = "We spoke: pricing first.\n" * (reply.MOST_LINES + 5)
    parts = reply.split(body)
    assert (parts.new, parts.certain) == (body.strip(), True)


@pytest.mark.parametrize(
    "quote",
    [
        "> SEND",
        "On Tue, 3 Mar 2026, Robin <assistant@example.org> wrote:\nSEND",
        "-----Original Message-----\nFrom: Robin <assistant@example.org>\nSent: 3 March 2026 08:00\nTo: Ada\n\nSEND",
        "From: Robin\nSent: 3 March 2026 08:00\nTo: Ada\nSubject: Minerva\n\nSEND",
        "Actions:\n" * 3000,
    ],
)
def test_a_quote_below_more_lines_than_anybody_types_is_kept_and_not_certain(quote: str) -> None:
    body = "We spoke: pricing first.\n" * (reply.MOST_LINES + 5) + "\n" + quote
    parts = reply.split(body)
    assert (parts.new, parts.certain) == (body.strip(), False)
