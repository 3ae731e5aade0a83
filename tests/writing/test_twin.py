from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from assistant.errors import TemplateError
from assistant.writing.links import Link, lines
from assistant.writing.twin import Twin, bare, blocks
from assistant.writing.wording import tidied

TEMPLATES = Path(__file__).parents[2] / "templates"
DRAFT = """DRAFT for Minerva, first note (84 words)            K7Q2

  Hi Minerva,
  your talk <on> pricing & more

  Ada Byron

Checks: evidence ✓
Reply SEND and it goes Tue 4 Nov.

1. one
2. two

- a dash"""


def page(text: str, *links: Link) -> str:
    return Twin(lambda name: ((TEMPLATES / name).read_text(), f"templates/{name}")).html("Re: Minerva", text, links)


def words(html: str) -> list[str]:
    body = HTMLParser(html).body
    assert body is not None
    return body.text(separator=" ").split()


def plain_words(text: str) -> list[str]:
    """The text's words, without the numbers and dashes that HTML lists draw by themselves."""
    return [w for line in text.split("\n") for w in re.sub(r"^(?:\d{1,3}\.|[-·]) ", "", line).split()]


def test_a_draft_is_shown_as_a_letter_within_the_mail() -> None:
    found = blocks(DRAFT)
    assert found == [
        {"kind": "headline", "text": "DRAFT for Minerva, first note (84 words)", "code": "K7Q2"},
        {"kind": "letter", "paragraphs": [["Hi Minerva,", "your talk <on> pricing & more"], ["Ada Byron"]]},
        {"kind": "paragraph", "lines": ["Checks: evidence ✓", "Reply SEND and it goes Tue 4 Nov."]},
        {"kind": "numbered", "items": [{"number": 1, "text": "one"}, {"number": 2, "text": "two"}]},
        {"kind": "dashed", "items": ["a dash"]},
    ]


def test_the_page_has_the_same_words() -> None:
    assert words(page(DRAFT)) == plain_words(DRAFT)


@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs", "Cf"], include_characters=" \n-1.<>&\"'"
        )
    )
)
def test_any_text_has_the_same_words_on_its_page(drawn: str) -> None:
    text = tidied(drawn)
    assert words(page(text)) == plain_words(text)
    assert words(bare(text)) == text.split()


def test_nothing_in_a_text_becomes_markup() -> None:
    html = page("Hi <script>alert(1)</script>", Link('<b>"x"', 'mailto:a@example.org?body="><img src=x>'))
    assert "<script>" not in html
    assert "<img" not in html
    assert HTMLParser(html).css("a")[0].attributes["href"] == 'mailto:a@example.org?body="><img src=x>'


def test_the_page_is_narrow_safe_in_the_dark_and_without_images_or_colours() -> None:
    html = page(DRAFT, Link("Send", "mailto:a@example.org"))
    assert "max-width:600px" in html
    assert 'name="color-scheme" content="light dark"' in html
    assert "background" not in html
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb\(", html)
    assert "<img" not in html
    assert "http" not in html


def test_the_first_link_is_a_button_apart_from_the_others() -> None:
    links = [
        Link("Send", "mailto:a@example.org?subject=x&body=y"),
        Link("Skip", "mailto:b@example.org"),
        Link("Later", "mailto:c@d.e"),
    ]
    tree = HTMLParser(page("Two words.", *links))
    assert [(a.text(), a.attributes["href"]) for a in tree.css("a")] == [(link.label, link.url) for link in links]
    margins = [re.search(r"margin:0 0 (\d+)px", t.attributes["style"] or "") for t in tree.css("table")]
    assert [int(m[1]) for m in margins if m] == [28, 12, 12]
    assert "mailto:" not in "".join(words(page("Two words.", *links)))
    assert lines(links).startswith("[Send]  ")


def test_a_broken_page_template_is_named() -> None:
    broken = Twin(lambda name: ("{{ nothing }}", f"templates/{name}"))
    with pytest.raises(TemplateError, match=r"templates/twin\.html, line 1: 'nothing' is undefined"):
        broken.html("x", "y")
