"""What web mail and desktop clients wrap around the mail that is answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading import reply
from assistant.reading.mime.html import to_text

QUOTE = "<div>Hello Ada,</div><div>Reply SKIP</div>"

PAGES = {
    "gmail": f"<div dir=ltr>SEND</div><br><div class='gmail_quote gmail_quote_container'><div class=gmail_attr>On Tue, "
    f"Robin wrote:<br></div><blockquote class=gmail_quote style='border-left:1px solid'>{QUOTE}</blockquote></div>",
    "gmail seen through Outlook": f"<div>SEND</div><div class='x_gmail_quote'><blockquote>{QUOTE}</blockquote></div>",
    "outlook on the web": "<div>SEND</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>Od:</b> Robin</div>"
    + QUOTE,
    "outlook without its marks": "<div>SEND</div><hr><div><b>From:</b> robin@example.org<br><b>Sent:</b> 2026</div>"
    + QUOTE,
    "outlook on a phone": f"<div>SEND</div><div id='mail-editor-reference-message-container'><div>{QUOTE}</div></div>",
    "outlook for the mac": f"<div>SEND</div><span id='OLK_SRC_BODY_SECTION'><div>From: Robin</div>{QUOTE}</span>",
    "apple": f"<div>SEND</div><div><blockquote type=cite><div>On Tue, Robin wrote:</div><br>{QUOTE}</blockquote></div>",
    "thunderbird": f"<p>SEND</p><div class=moz-cite-prefix>Am 3.3. schrieb R:</div><blockquote>{QUOTE}</blockquote>",
    "yahoo": f"<div>SEND</div><div class='ydp5aa1yahoo_quoted'><div>On Tue wrote:</div>{QUOTE}</div>",
    "zimbra": f"<div>SEND</div><hr id=zwchr data-marker='__DIVIDER__'><div><b>Da: </b>Robin</div>{QUOTE}",
    "proton": f"<div>SEND</div><div class=protonmail_quote>On Tue, I wrote:<blockquote>{QUOTE}</blockquote></div>",
    "tuta": f"<div>SEND</div><blockquote class=tutanota_quote>{QUOTE}</blockquote>",
    "zoho": f"<div>SEND</div><div class='zmail_extra'><div>---- On Tue, Robin wrote ----</div>{QUOTE}</div>",
    "gmx": f"<div>SEND</div><div name='quote' style='padding:10px; border-left:2px solid #C3D9E5'>{QUOTE}</div>",
    "any with a bar": f"<div>SEND</div><div style='margin:0;border-left:1px solid #ccc;padding:0 1em'>{QUOTE}</div>",
    "spark": f"<div name=messageBodySection>SEND</div><div name=messageReplySection>On Tue wrote:{QUOTE}</div>",
    "roundcube": f"<p>SEND</p><p id='v1reply-intro'>On Tue, Robin wrote:</p><blockquote type=cite>{QUOTE}</blockquote>",
    "netease": f"<div>SEND</div><div id='isReplyContent'>Robin:{QUOTE}</div>",
    "airmail": f"<div>SEND</div><p class=airmail_on>On Tue, Robin:</p><blockquote class=clean_bq>{QUOTE}</blockquote>",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_quote_is_known_by_its_structure(page: str) -> None:
    parts = reply.split(to_text(page), html=True)
    assert (parts.new, parts.certain) == ("SEND", True)
    assert "Reply SKIP" in parts.quoted


@pytest.mark.parametrize("name", ["gmail_signature", "moz-signature", "bloop_sign", "x_gmail_signature"])
def test_a_marked_signature_is_apart(name: str) -> None:
    page = f"<div>SEND</div><div class='{name}'>Ada Byron<br>Analyst</div>"
    assert reply.split(to_text(page), html=True).new == "SEND"


@pytest.mark.parametrize(
    "page",
    [
        "<p>SEND</p><hr><p>and a second thought: 10 it is</p>",
        "<p>SEND</p><blockquote style='margin:0 0 0 40px;border:none'>indented</blockquote>",
        "<table><tr><td style='border-left:3px solid red'>SEND in a table</td></tr></table>",
        "<div class='quotes-of-the-day'>SEND</div>",
    ],
)
def test_what_only_looks_alike_is_text(page: str) -> None:
    assert reply.split(to_text(page), html=True).quoted == ""


def test_answers_between_quotes_are_new() -> None:
    page = "<blockquote type=cite>Who?</blockquote><p>Lee.</p><blockquote type=cite>When?</blockquote><p>Monday.</p>"
    assert reply.split(to_text(page), html=True).new == "Lee.\n\nMonday."


def test_blocks_lists_and_emoji_read_well() -> None:
    page = "<p>One</p><ul><li>a</li><li>b</li></ul><p>x<br>y <img alt='👍'></p><script>no</script>"
    assert to_text(page) == "One\n\n- a\n- b\n\nx\ny 👍"


@given(st.text(alphabet="abc xyz", max_size=80), st.sampled_from(sorted(PAGES)))
def test_the_words_above_a_quote_come_back(text: str, client: str) -> None:
    words = text.split() or ["yes"]
    page = PAGES[client].replace("SEND", " ".join(words), 1)
    assert reply.split(to_text(page), html=True).new == " ".join(words)
