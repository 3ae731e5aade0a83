"""The story as one page to look through: no script from elsewhere, no image, everything escaped."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.demo import people
from assistant.demo.postbox import Passed
from assistant.demo.telling import ROBIN, Caption, Teller

LINE, GAP, BUTTON = 24, 15, 62  # pixels in the twin, for the height of its frame: a sandboxed page cannot tell its own
WIDE = 76  # characters of one line of the twin


def page(teller: Teller) -> str:
    """The whole `index.html`."""
    here = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(here), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    mails = [entry for entry in teller.entries if isinstance(entry, Passed)]
    names = [ROBIN.first_name, *(p.first_name for p in teller.cast)]
    return environment.get_template("page.html").render(
        entries=[_entry(teller, entry) for entry in teller.entries],
        people=[name for name in names if any(name in _involved(teller, mail) for mail in mails)],
        mails=len(mails),
        first=_day(teller, mails[0]) if mails else "",
        last=_day(teller, mails[-1]) if mails else "",
        checks=sum(isinstance(entry, Caption) and entry.is_check for entry in teller.entries),
    )


def _entry(teller: Teller, entry: Passed | Caption) -> dict[str, object]:
    if isinstance(entry, Caption):
        return {"kind": "check" if entry.is_check else "caption", "text": entry.text}
    local = teller.cast[0].local(entry.at)
    plain = people.text_of(entry.mail)
    text, quoted = people.parted(people.shortened(plain))
    html = people.html_of(entry.mail) if entry.sender == ROBIN.email else ""
    first, *copies = teller.whom(entry)
    return {
        "kind": "mail",
        "number": entry.number,
        "who": teller.who(entry),
        "whom": first,
        "copies": copies,
        "involved": _involved(teller, entry),
        "forged": entry.sender != ROBIN.email and entry.sender not in str(entry.mail["From"]),
        "posted": entry.sender == ROBIN.email and teller.who(entry) != ROBIN.first_name,
        "day": _day(teller, entry),
        "time": f"{local:%H:%M}",
        "machine": f"{local:%Y-%m-%dT%H:%M}",
        "subject": str(entry.mail["Subject"] or "(no subject)"),
        "blocks": _blocks(text),
        "taps": [tap.label for tap in people.taps(entry.mail)] if entry.sender == ROBIN.email else [],
        "quoted": quoted,
        "html": html,
        "height": _height(plain),
        "attachments": people.attachments(entry.mail),
        "file": teller.file_name(entry),
    }


def _involved(teller: Teller, mail: Passed) -> list[str]:
    """Who wrote, posted or got it; the order is that of the first mention."""
    poster = [ROBIN.first_name] if mail.sender == ROBIN.email else []
    posters = [p.first_name for p in teller.cast if p.email == mail.sender]
    return list(dict.fromkeys([teller.who(mail), *posters, *poster, *teller.whom(mail)]))


def _blocks(text: str) -> list[dict[str, object]]:
    """The text in paragraphs; what is moved in by two spaces is a letter that the mail shows. Taps are left out."""
    found: list[dict[str, object]] = []
    for line in text.split("\n"):
        if line.startswith("[") and line.endswith("]"):
            continue
        kind = "letter" if line.startswith("  ") and not line.startswith("   ") else "plain"
        if not line.strip() and found:
            found[-1]["text"] = f"{found[-1]['text']}\n"
        elif found and found[-1]["kind"] == kind:
            found[-1]["text"] = f"{found[-1]['text']}\n{line.removeprefix('  ') if kind == 'letter' else line}"
        else:
            found.append({"kind": kind, "text": line.removeprefix("  ") if kind == "letter" else line})
    return [{"kind": block["kind"], "text": str(block["text"]).strip("\n")} for block in found]


def _height(plain: str) -> int:
    """Pixels that the HTML twin of this text needs on a wide screen; on a small one its frame scrolls."""
    lines = people.shortened(plain).split("\n")
    text = sum(LINE * (1 + len(line) // WIDE) if line else GAP for line in lines)
    return 50 + text + BUTTON * len(re.findall(r"^\[[^\]]+\]  mailto:", plain, re.MULTILINE))


def _day(teller: Teller, mail: Passed) -> str:
    local = teller.cast[0].local(mail.at)
    return f"{local:%a} {local.day} {local:%b %Y}"
