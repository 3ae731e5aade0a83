"""Text whose charset is declared, wrongly declared, or not declared at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.message import read
from assistant.reading.mime.charsets import decode, tidy
from assistant.reading.mime.headers import Headers
from assistant.reading.trust import Nobody
from tests.reading.test_message import NOW

WRITTEN = [
    ("Спасибо, в среду в десять мне удобно.", ("koi8-r", "windows-1251", "iso-8859-5")),
    ("Дякую, середа о десятій підходить.", ("windows-1251",)),
    ("水曜日の10時でお願いします。", ("shift_jis", "euc-jp", "iso-2022-jp")),
    ("你好，星期三上午十点可以，谢谢！", ("gb2312", "gb18030")),
    ("你好，星期三上午十點可以，謝謝！", ("big5",)),
    ("안녕하세요, 수요일 10시가 좋습니다.", ("euc-kr",)),
    ("Γεια σου Άντα, την Τετάρτη στις δέκα.", ("windows-1253", "iso-8859-7")),
    ("שלום עדה, יום רביעי בעשר מתאים לי", ("windows-1255",)),
    ("مرحبا آدا، الأربعاء مناسب لي", ("windows-1256",)),
    ("สวัสดีค่ะ วันพุธสิบโมงสะดวกค่ะ", ("cp874",)),
    ("Cześć Ado, środa o dziesiątej mi pasuje, dziękuję", ("windows-1250", "iso-8859-2")),
    ("Teşekkürler, çarşamba günü görüşmek üzere", ("windows-1254",)),
    ("Viele Grüße, bis nächsten Dienstag", ("windows-1252", "iso-8859-15")),
]
CASES = [(text, charset) for text, charsets in WRITTEN for charset in charsets]


@pytest.mark.parametrize(("text", "charset"), CASES)
def test_what_is_declared_is_read(text: str, charset: str) -> None:
    assert decode(text.encode(charset), charset) == (text, "")


@pytest.mark.parametrize("declared", ["", "us-ascii", "utf-8", "x-unknown"])
@pytest.mark.parametrize(("text", "charset"), CASES)
def test_what_is_not_declared_or_wrongly_is_guessed(text: str, charset: str, declared: str) -> None:
    assert decode(text.encode(charset), declared)[0] == text


@pytest.mark.parametrize(("text", "charset"), [case for case in CASES if not case[0].startswith(("Cz", "Te"))])
def test_a_western_label_on_another_alphabet_is_not_believed(text: str, charset: str) -> None:
    assert decode(text.encode(charset), "iso-8859-1")[0] == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "koi8-r", "us-ascii"])
def test_utf_8_under_a_one_byte_label_is_utf_8(declared: str) -> None:
    assert decode("Grüße — до встречи".encode(), declared)[0] == "Grüße — до встречи"


def test_utf_8_with_one_broken_byte_stays_utf_8() -> None:
    broken = "Спасибо, в среду в десять".encode() + b"\xd0"
    assert decode(broken, "utf-8") == ("Спасибо, в среду в десять\ufffd", "text is not utf-8")


def test_a_byte_order_mark_wins_over_the_label() -> None:
    assert decode("\ufeffГруße".encode("utf-16"), "utf-8")[0].lstrip("\ufeff") == "Груße"


def test_a_short_text_takes_the_charset_of_the_mails_own_subject() -> None:
    head = b"From: a@example.org\nSubject: =?koi8-r?b?8NLJ18XU?=\n\n"
    assert read(head + "Да, жду".encode("koi8-r"), NOW, trust=Nobody()).text == "Да, жду"


def test_html_may_name_its_charset_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Да</p></body></html>'
    raw = b"From: a@example.org\nContent-Type: text/html\n\n" + page.encode("windows-1251")
    assert read(raw, NOW, trust=Nobody()).text == "Да"


def test_raw_headers_are_read_each_in_what_it_is() -> None:
    block = "Subject: Встреча в среду\nFrom: ada@example.org\nContent-Type: text/plain; charset=koi8-r".encode("koi8-r")
    headers = Headers(block)
    assert headers.text("subject") == "Встреча в среду"
    assert headers.get("from") == "ada@example.org"


def test_a_joiner_stays_where_a_script_needs_it() -> None:
    assert tidy("می\u200cآورم S\u200cEND") == "می\u200cآورم SEND"


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "gb18030", "iso-2022-jp", "utf-7", "x", "utf-16", "hz"]))
def test_any_bytes_become_text_that_can_be_written(data: bytes, charset: str) -> None:
    text, _ = decode(data, charset, "koi8-r")
    tidy(text).encode()


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "utf-8") == (text, "")
