"""From the file's text to the sections: defaults between keys are filled in, and all problems come back at once."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.config import places
from assistant.config.kinds import near
from assistant.config.numbers import policy_of
from assistant.config.problems import Problem, problems_of, shown
from assistant.config.rules import Sections, broken_rules
from assistant.config.schema import (
    PASSWORD_SOURCES,
    AssistantSection,
    ImapSection,
    MaildirSection,
    ProtegeSection,
    SmtpSection,
    TrustSection,
)
from assistant.errors import ConfigError
from assistant.mentoring.policy import Policy

SECTIONS = ("assistant", "imap", "maildir", "smtp", "trust", "protege", "policy")
IMAP_PORTS = {"tls": 993, "starttls": 143, "none": 143}
SMTP_PORTS = {"tls": 465, "starttls": 587, "none": 25}

_LETTERS = {ord("ø"): "o", ord("ß"): "ss", ord("ł"): "l", ord("đ"): "d", ord("æ"): "ae", ord("œ"): "oe"}

_Model = TypeVar("_Model", bound=BaseModel)
_Table = dict[str, Any]


class Reading:
    """One reading of one file: collects problems, and the sections that are right."""

    def __init__(self, text: str, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.text = text
        self.problems: list[Problem] = []
        try:
            self.raw: _Table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(_unreadable(str(error), name)) from error

    def sections(self) -> Sections:
        """The sections as models, with `[smtp]` filled up from `[imap]`."""
        for key in self.raw.keys() - set(SECTIONS):
            hint = near(key, SECTIONS) or f"known: {', '.join(SECTIONS)}"
            self.problems.append(Problem((key,), f"is not a section that the assistant knows ({hint})"))
        assistant = self.section("assistant", AssistantSection, self.raw.get("assistant", {}))
        if "assistant" not in self.raw:
            self.problems = [p for p in self.problems if p.path[0] != "assistant"]
            self.problems.append(Problem(("assistant",), "is missing: who the assistant is, with its address"))
        imap, maildir, smtp = self.servers(assistant.address if assistant else "")
        trust = self.section("trust", TrustSection, self.raw.get("trust", {}))
        found = Sections(assistant, imap, maildir, smtp, trust, tuple(self.proteges()))
        self.problems.extend(broken_rules(found))
        return found

    def servers(self, address: str) -> tuple[ImapSection | None, MaildirSection | None, SmtpSection | None]:
        """The mailbox, as one of two sections, and the submission server."""
        given = [key for key in ("imap", "maildir") if key in self.raw]
        if not given:
            self.problems.append(Problem(("imap",), "is missing: the mailbox to read (or [maildir] instead of it)"))
        if len(given) > 1:
            self.problems.append(Problem(("maildir",), "stands instead of [imap], not beside it: remove one of them"))
        raw_imap, raw_smtp = self.raw.get("imap"), self.raw.get("smtp", {})
        imap = None
        if isinstance(raw_imap, dict):
            raw_imap = {"username": address} | raw_imap
            imap = self.section("imap", ImapSection, _with_port(raw_imap, IMAP_PORTS))
        elif raw_imap is not None:
            self.section("imap", ImapSection, raw_imap)
        maildir = self.section("maildir", MaildirSection, self.raw["maildir"]) if "maildir" in self.raw else None
        if not isinstance(raw_smtp, dict):
            return imap, maildir, self.section("smtp", SmtpSection, raw_smtp)
        signs_in = not raw_smtp.keys().isdisjoint(PASSWORD_SOURCES)
        shared = raw_imap if isinstance(raw_imap, dict) else {"username": address if signs_in else ""}
        before = len(self.problems)
        smtp = self.section("smtp", SmtpSection, _with_port(_inherited(raw_smtp, shared), SMTP_PORTS))
        if imap is None and raw_imap is not None:  # what would have come from there is no fault of [smtp]
            self.problems[before:] = [p for p in self.problems[before:] if p.path[-1] in raw_smtp]
        return imap, maildir, smtp

    def proteges(self) -> Iterator[tuple[int, ProtegeSection]]:
        raw = self.raw.get("protege", [])
        if isinstance(raw, dict):
            self.problems.append(Problem(("protege",), "must be written [[protege]], with two brackets"))
            return
        if not isinstance(raw, list):
            self.problems.append(Problem(("protege",), f"must be [[protege]] tables, not {shown(raw)}"))
            return
        if not raw:
            self.problems.append(Problem(("protege",), "is missing: the assistant works for at least one protégé"))
        for place, table in enumerate(raw):
            own = {k: v for k, v in table.items() if k != "policy"} if isinstance(table, dict) else table
            by_name = _folded(own["name"]) if isinstance(own, dict) and isinstance(own.get("name"), str) else ""
            if by_name and "id" not in own:
                own["id"] = by_name
            found = self.section(("protege", place), ProtegeSection, own)
            if found is not None:
                yield place, found

    def policies(self) -> tuple[Policy, dict[int, Policy]]:
        """The policy for all, and for each protégé's place in the file."""
        common, problems = policy_of(Policy(), self.raw.get("policy", {}), ("policy",))
        self.problems.extend(problems)
        own: dict[int, Policy] = {}
        raw = self.raw.get("protege", [])
        for place, table in enumerate(raw if isinstance(raw, list) else []):
            numbers = table.get("policy", {}) if isinstance(table, dict) else {}
            own[place], problems = policy_of(common, numbers, ("protege", place, "policy"))
            self.problems.extend(problems)
        return common, own

    def section(self, where: str | places.Path, model: type[_Model], raw: object) -> _Model | None:
        path: places.Path = (where,) if isinstance(where, str) else where
        try:
            return model.model_validate(raw, context={"folder": self.folder})
        except ValidationError as error:
            self.problems.extend(problems_of(error, model, path))
            return None

    def finish(self) -> None:
        """Raises ConfigError with one line a problem, in the file's order, if there is any."""
        if not self.problems:
            return
        lines = places.lines_of(self.text)
        last = self.text.count("\n") + 2

        def place(problem: Problem) -> int:
            known = (problem.path[:n] for n in range(len(problem.path), 0, -1))
            return next((lines[p] for p in known if p in lines), last)

        said = (p.line(self.name, lines) for p in sorted(self.problems, key=place))
        raise ConfigError("\n".join(dict.fromkeys(said)))


def _with_port(raw: _Table, ports: Mapping[str, int]) -> _Table:
    """Port and security, each by the other where one is missing; TLS where both are."""
    filled = dict(raw)
    if "security" not in filled:
        usual = {port: kind for kind, port in ports.items() if kind != "none"}
        port = filled.get("port")
        filled["security"] = usual.get(port, "tls") if isinstance(port, int) else "tls"
    security = filled["security"]
    if "port" not in filled:
        filled["port"] = ports.get(security, ports["tls"]) if isinstance(security, str) else ports["tls"]
    return filled


def _inherited(smtp: _Table, imap: _Table) -> _Table:
    """[smtp], and what is missing in it from [imap]: not the port; the sources of a password go together."""
    keys = ["host", "username", "ca_file"]
    if not any(source in smtp for source in PASSWORD_SOURCES):
        keys += PASSWORD_SOURCES
    if smtp.get("port") not in {SMTP_PORTS["tls"], SMTP_PORTS["starttls"]}:  # these two say it themselves
        keys.append("security")
    return {key: imap[key] for key in keys if key in imap} | smtp


def _folded(name: str) -> str:
    """An id made of a name: "Zoë Ørsted" is "zoe-orsted"."""
    ascii_only = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:41].rstrip("-")


def _unreadable(error: str, name: str) -> str:
    """tomllib's "… (at line 3, column 5)" in our form."""
    found = re.fullmatch(r"(?s)(.*?) \(at (?:line (\d+), column \d+|end of document)\)", error)
    if not found:
        return f"{name}: is not TOML: {error}"
    return f"{name}{f', line {found[2]}' if found[2] else ', at its end'}: is not TOML: {found[1]}"
