"""Whether a line of the protégé's is in English: a letter in English says any other only in quotes, as it was written.

Small words tell: they are few, stand in nearly every line, and are no English word. In doubt a line is English.
"""

from __future__ import annotations

import re

# Of German, Dutch, French, Spanish, Portuguese, Italian, Swedish, Danish and Norwegian, Polish: no English word.
_OTHERS = frozenset(
    """
    der das dem den des ein eine einen einem einer und oder nicht ich wir sie ihr ihre ihren mit von vom zum zur für bei
    bis auf nach über aus als auch dann noch wenn dass ist sind wird werden hat haben mein meine meinen kein keine
    mir mich uns dir dich schicken schreiben anrufen machen fragen lesen sprechen treffen besprechen klären prüfen
    het een van voor naar niet met ik wij zij haar zijn wordt heb hebben mijn deze dit dat bij ook nog maar
    le la les des du une et ou est sont je nous vous elle elles ils mon ma mes avec pour dans sur pas aux au chez
    envoyer appeler écrire faire demander lire préparer
    el los las una unos y es son yo nosotros ella mi mis con para por que del al en se enviar llamar escribir hacer leer
    preguntar preparar hablar
    um uma os e ou não eu ela meu minha com sem para pelo pela dos das no na nos enviar ligar escrever fazer falar ler
    il lo gli uno di che non sono lei mio mia nel nella sul alla dal per inviare chiamare scrivere fare leggere parlare
    och att det inte jag hon han med till från min mitt mina skicka ringa skriva läsa ikke jeg hun fra sende skrive
    nie się jest są dla przez oraz moja mój wysłać zadzwonić napisać zrobić
    """.split()  # noqa: SIM905 - a list of quoted words reads worse
)
# Of these, some are English words or names, too.
_EITHER = re.compile(r"das|e|y|on|no|an|die|per|den|al|la|el|un|um|o|a|i|le|con|son|me|mi|met|dat|des|sur|mes|do")
_ENGLISH = frozenset(
    """
    the a an and or not to of for with from by on in at is are was be will i we she he they her his my our your their it
    this that about send write call make ask read meet talk two three one more all if when who what
    """.split()  # noqa: SIM905 - the same
)
LATIN = 0x24F  # the end of Latin Extended-B


def is_foreign(text: str) -> bool:
    """Whether a line is written in another language than English: its small words say so, or its letters."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        return False
    if sum(not char.isascii() and _is_of_other_script(char) for char in text) * 2 > sum(map(len, words)):
        return True
    others = sum(word in _OTHERS and not _EITHER.fullmatch(word) for word in words)
    english = sum(word in _ENGLISH for word in words)
    return others > english


def _is_of_other_script(char: str) -> bool:
    """Greek, Cyrillic, Arabic, Hebrew, Indian, East Asian letters: beyond the Latin blocks."""
    return char.isalpha() and ord(char) > LATIN


def quoted(text: str) -> str:
    """The line as it was written, in quotes."""
    return f"“{text.strip(' .')}”"
