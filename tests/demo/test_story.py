"""The demo's story is the test of everything together: real servers on loopback, the real assistant, real mails."""

import re
import threading
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.demo import story
from assistant.demo.postbox import StoryBroken
from assistant.demo.stage import Stage
from assistant.demo.telling import MARK
from assistant.errors import AssistantError


def silent() -> Console:
    return Console(file=StringIO(), width=100)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a story that was told, and what it printed."""
    out = tmp_path_factory.mktemp("demo") / "out"
    console = silent()
    story.play(out, 0.0, console)
    assert isinstance(console.file, StringIO)
    return out, console.file.getvalue()


def mails(out: Path) -> list[EmailMessage]:
    return [message_from_bytes(p.read_bytes(), _class=EmailMessage, policy=SMTP) for p in sorted(out.glob("*.eml"))]


def test_the_whole_story_holds_and_every_mail_is_left_as_a_numbered_file(told: tuple[Path, str]) -> None:
    out, _ = told
    numbers = [int(path.name[:3]) for path in sorted(out.glob("*.eml"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 80


def test_every_mail_of_the_story_is_a_whole_mail(told: tuple[Path, str]) -> None:
    out, _ = told
    for mail in mails(out):
        assert not mail.defects
        assert mail["From"]
        assert mail["Message-ID"]
        assert mail.get_body(("plain",)).get_content().strip()


def test_no_two_mails_of_the_story_have_the_same_message_id(told: tuple[Path, str]) -> None:
    out, _ = told
    ids = [mail["Message-ID"] for mail in mails(out)]
    assert len(set(ids)) == len(ids)


def test_minerva_and_lee_get_only_what_ada_approved_and_mallory_gets_nothing(told: tuple[Path, str]) -> None:
    out, _ = told
    to_people = [m for m in mails(out) if m["To"].addresses[0].username in ("minerva", "lee", "mallory")]
    assert to_people
    assert all(m["From"].addresses[0].display_name == "Ada Byron" for m in to_people)
    assert all(m["Auto-Submitted"] is None for m in to_people)
    assert not any("mallory" in str(m["To"]) for m in to_people)


def test_what_ada_marked_as_private_reaches_nobody_else(told: tuple[Path, str]) -> None:
    out, _ = told
    to_people = [m for m in mails(out) if m["To"].addresses[0].username in ("minerva", "lee")]
    leaves = [part.get_payload(decode=True) for m in to_people for part in m.walk() if not part.is_multipart()]
    assert leaves
    assert not any(secret in leaf for leaf in leaves for secret in (b"board", b"summer", "müde".encode()))


def test_each_mail_of_adas_to_the_assistant_has_exactly_one_answer(told: tuple[Path, str]) -> None:
    out, _ = told
    every = mails(out)
    answered = [m["In-Reply-To"] for m in every if m["From"].addresses[0].username == "assistant"]
    forged = 1
    asked = [
        m["Message-ID"]
        for m in every
        if m["From"].addresses[0].username == "ada" and not m.get_content_type().startswith("multipart/")
    ]
    counts = [answered.count(id) for id in asked]
    assert counts.count(0) == forged
    assert set(counts) == {0, 1}


def test_the_page_holds_one_card_a_mail_and_loads_nothing_from_elsewhere(told: tuple[Path, str]) -> None:
    out, _ = told
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("<article") == len(mails(out))
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?:https?:)?//""", page)
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_the_page_shows_twins_only_in_sandboxed_frames_that_hold_them_escaped(told: tuple[Path, str]) -> None:
    out, _ = told
    page = (out / "index.html").read_text(encoding="utf-8")
    frames = re.findall(r"<iframe [^>]*>", page)
    assert frames
    assert all("sandbox " in frame and "allow-" not in frame for frame in frames)
    assert all("<" not in frame[1:] for frame in frames)


def test_the_terminal_shows_the_mails_with_their_links_shortened(told: tuple[Path, str]) -> None:
    _, printed = told
    assert "Ada → Robin" in printed
    assert "mailto:" not in printed
    assert "[Send]" in printed


def test_no_thread_and_no_folder_of_the_story_is_left_behind(told: tuple[Path, str]) -> None:
    names = {thread.name for thread in threading.enumerate()}
    assert "imap-server" not in names
    assert "embedded-smtp" not in names


def test_a_folder_with_other_files_is_never_written_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(AssistantError, match="holds other files"):
        story.play(tmp_path, 0.0, silent())
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_failed_expectation_ends_the_story_and_leaves_what_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another(stage: Stage) -> None:
        stage.write(story.ADA, "hi", "hi")
        stage.gets(story.ADA, "words that no welcome has")

    monkeypatch.setattr(story, "hello", another)
    with pytest.raises(StoryBroken, match=r"should say “words that no welcome has”, but says: .*I'm Robin"):
        story.play(tmp_path / "out", 0.0, silent())
    assert (tmp_path / "out" / "index.html").is_file()
    assert len(list((tmp_path / "out").glob("*.eml"))) == 2


def test_a_mail_that_nobody_expected_ends_the_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def another(stage: Stage) -> None:
        stage.write(story.ADA, "hi", "hi")
        stage.silence()

    monkeypatch.setattr(story, "hello", another)
    with pytest.raises(StoryBroken, match=r"mails for nobody should have left, but there was: to Ada"):
        story.play(tmp_path / "out", 0.0, silent())


def test_a_folder_of_an_earlier_demo_is_used_again_and_only_its_own_files_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(stage: Stage) -> None:
        stage.write(story.ADA, "hi", "hi")
        raise StoryBroken("that is all")

    monkeypatch.setattr(story, "hello", short)
    (tmp_path / MARK).touch()
    (tmp_path / "099-old.eml").write_text("old")
    (tmp_path / "my-notes.txt").write_text("mine")
    with pytest.raises(StoryBroken, match="that is all"):
        story.play(tmp_path, 0.0, silent())
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        MARK,
        "001-ada-to-robin.eml",
        "index.html",
        "my-notes.txt",
    ]
