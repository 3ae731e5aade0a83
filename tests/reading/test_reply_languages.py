"""Quotes, header blocks and signatures in the languages of many clients; and what people only say."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.attributions import ATTRIBUTIONS

from assistant.reading import reply
from assistant.reading.languages import alternation, phrases

ABOVE = "Yes, fine by me.\nSee you on Tuesday at 10"
QUOTE = "> Shall we meet?\n>\n> Robin"

BLOCKS = [
    ("Von: {}\nGesendet: Dienstag, 3. März 2026 08:00\nAn: Ada\nBetreff: Kaffee"),
    ("Gesendet: Dienstag, 03. März 2026 um 08:00 Uhr\nVon: {}\nAn: Ada\nBetreff: Kaffee"),
    ("De : {}\nEnvoyé : mardi 3 mars 2026 08:00\nÀ : Ada\nObjet : Café"),
    ("De: {}\nEnviado: martes, 3 de marzo de 2026 08:00\nPara: Ada\nAsunto: Café"),
    ("De: {}\nEnviada em: terça-feira, 3 de março de 2026 08:00\nPara: Ada\nAssunto: Café"),
    ("Da: {}\nInviato: martedì 3 marzo 2026 08:00\nA: Ada\nOggetto: Caffè"),
    ("Van: {}\nVerzonden: dinsdag 3 maart 2026 08:00\nAan: Ada\nOnderwerp: Koffie"),
    ("Från: {}\nSkickat: den 3 mars 2026 08:00\nTill: Ada\nÄmne: Fika"),
    ("Fra: {}\nSendt: 3. marts 2026 08:00\nTil: Ada\nEmne: Kaffe"),
    ("Lähettäjä: {}\nLähetetty: tiistai 3. maaliskuuta 2026 8.00\nVastaanottaja: Ada\nAihe: Kahvi"),
    ("Saatja: {}\nSaadetud: teisipäev, 3. märts 2026 08:00\nAdressaat: Ada\nTeema: Kohv"),
    ("No: {}\nNosūtīts: otrdiena, 2026. gada 3. marts 08:00\nKam: Ada\nTēma: Kafija"),
    ("Nuo: {}\nIšsiųsta: 2026 m. kovo 3 d. 08:00\nKam: Ada\nTema: Kava"),
    ("Od: {}\nWysłane: wtorek, 3 marca 2026 08:00\nDo: Ada\nTemat: Kawa"),
    ("Od: {}\nOdesláno: úterý 3. března 2026 8:00\nKomu: Ada\nPředmět: Káva"),
    ("Od: {}\nOdoslané: utorok 3. marca 2026 8:00\nKomu: Ada\nPredmet: Káva"),
    ("Feladó: {}\nElküldve: 2026. március 3., kedd 8:00\nCímzett: Ada\nTárgy: Kávé"),
    ("De la: {}\nTrimis: marți, 3 martie 2026 08:00\nCătre: Ada\nSubiect: Cafea"),
    ("Šalje: {}\nPoslano: utorak, 3. ožujka 2026. 8:00\nPrima: Ada\nPredmet: Kava"),
    ("Od: {}\nPoslano: torek, 03. marec 2026 08:00\nZa: Ada\nZadeva: Kava"),
    ("Од: {}\nПослато: уторак, 3. март 2026. 8:00\nЗа: Ada\nНаслов: Кафа"),
    ("От: {}\nИзпратено: вторник, 3 март 2026 г. 8:00\nДо: Ada\nТема: Кафе"),
    ("От: {}\nОтправлено: вторник, 3 марта 2026 г. 8:00\nКому: Ada\nТема: Кофе"),
    ("Від: {}\nНадіслано: вівторок, 3 березня 2026 р. 8:00\nКому: Ada\nТема: Кава"),
    ("Από: {}\nΣτάλθηκε: Τρίτη, 3 Μαρτίου 2026 8:00\nΠρος: Ada\nΘέμα: Καφές"),
    ("Kimden: {}\nGönderildi: 3 Mart 2026 Salı 08:00\nKime: Ada\nKonu: Kahve"),
    ("من: {}\nتاريخ الإرسال: الثلاثاء، 3 مارس 2026 8:00\nإلى: Ada\nالموضوع: قهوة"),
    ("מאת: {}\nנשלח: יום שלישי 3 מרץ 2026 8:00\nאל: Ada\nנושא: קפה"),
    ("از: {}\nتاریخ: سه شنبه ۳ مارس ۲۰۲۶ ۸:۰۰\nبه: Ada\nموضوع: قهوه"),
    ("प्रेषक: {}\nदिनांक: मंगलवार, 3 मार्च 2026 8:00\nप्रति: Ada\nविषय: कॉफ़ी"),
    ("จาก: {}\nส่ง: วันอังคารที่ 3 มีนาคม 2026 8:00\nถึง: Ada\nเรื่อง: กาแฟ"),
    ("Từ: {}\nĐã gửi: Thứ Ba, 3 tháng 3, 2026 8:00\nĐến: Ada\nChủ đề: Cà phê"),
    ("Dari: {}\nDikirim: Selasa, 3 Maret 2026 08.00\nKepada: Ada\nPerihal: Kopi"),
    ("差出人: {}\n送信日時: 2026年3月3日 8:00\n宛先: Ada\n件名: コーヒー"),
    ("보낸 사람: {}\n보낸 날짜: 2026년 3월 3일 화요일 오전 8:00\n받는 사람: Ada\n제목: 커피"),
    ("发件人：{}\n发送时间：2026年3月3日 8:00\n收件人：Ada\n主题：咖啡"),
    ("寄件者: {}\n寄件日期: 2026年3月3日 上午 08:00\n收件者: Ada\n主旨: 咖啡"),
    ("| 发件人 | {} |\n| 日期 | 2026年03月03日 08:00 |\n| 收件人 | Ada |\n| 主题 | 咖啡 |"),
]

CLIENT_LINES = [
    "Sent from my Galaxy",
    "Sent from Outlook for iOS",
    "Sent with Proton Mail secure email.",
    "Get Outlook for iOS<https://example.org/o>",
    "Gesendet von Outlook für Android",
    "Von meinem iPad gesendet",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Envoyé à partir de Outlook pour Android",
    "Télécharger Outlook pour iOS",
    "Obtener Outlook para iOS",
    "Enviado do meu iPhone",
    "Obter o Outlook para Android",
    "Scarica Outlook per Android",
    "Verstuurd vanaf mijn iPad",
    "Hämta Outlook för iOS",
    "Sendt fra Outlook til iOS",
    "Lähetetty iPhonesta",
    "Saadetud minu iPhone'ist",
    "Nosūtīts no mana iPhone",
    "Išsiųsta iš mano iPhone",
    "Wysłano z Outlook dla systemu iOS",
    "Odesláno z iPhonu",
    "Odoslané z iPhonu",
    "Az iPhone-omról küldve",
    "Trimis de pe iPhone-ul meu",
    "Poslano s mog iPhonea",
    "Изпратено от моя iPhone",
    "Надіслано з мого iPhone",
    "Отправлено из мобильной Почты Mail.ru",
    "Στάλθηκε από το iPhone μου",
    "Outlook for Android uygulamasından gönderildi",
    "أُرسلت من الـ iPhone",
    "נשלח מה-iPhone שלי",
    "ارسال شده از iPhone من",
    "मेरे iPhone से भेजा गया",
    "ส่งจาก iPhone ของฉัน",
    "Đã gửi từ iPhone của tôi",
    "Dikirim dari iPhone saya",
    "Xperiaから送信",
    "나의 iPhone에서 보냄",
    "从我的 iPhone 发送",
    "從我的 iPhone 傳送",
]

TALK = [
    "So the plan is for 2026.\nThree things to do by Tuesday, 3 March 2026\nand then what Minerva wrote:\ngo slow.",
    "Hi Minerva,\n\nOn page 12 of the 2019 report the author wrote:\nnever hire fast. Do you agree?",
    "I asked Lee (lee@example.org) what he sent:\na deck and a note.",
    "Please write to lee@example.org before 3 March 2026, 10:00:\nhe is waiting.",
    "Who: Lee <lee@example.org>\nWhen: 3 March 2026 10:00\nWhere: Cafe Nord\nWhat: coffee",
    "To: do\nFrom: now on\nDate: 3 March\nSubject: life",
    "Name: Ada\nEmail: ada@example.org\nPhone: 123\nDate: 2026-03-03",
    "Le 3 mars 2026, je serai à Paris.\nMerci d'écrire à Lee <lee@example.org> :\nil répondra.",
    "Am Montag habe ich Lee (lee@example.org) geschrieben:\nEr kommt am 3.3.2026 um 10:00.",
    "Von meinem Team wird das gesendet, sobald alles fertig ist. Dann sehen wir weiter.",
    "This message is short.\n\nThis e-mail is about the plan that we made.\nYes.",
    "--\n\nTwo dashes above are a break.",
    "First part\n\n---\n\nSecond part that is quite long and goes on and on, and is no name or a\nnumber.",
    "Yes!\n- Tuesday\n- Wednesday",
    "Original message below got lost, sorry. Could you resend?",
    "In 2026 Ben wrote a book. It says on page 3:\nwrite daily.",
    "Mon 10:00 or Tue 11:00 works for Lee <lee@example.org>:\ntell me.",
    "从我的角度看，这个计划很好。\n谢谢",
]


def wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


@pytest.mark.parametrize("width", [300, 72, 50, 34])
@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_an_attribution_is_known_in_any_language_however_it_is_wrapped(attribution: str, width: int) -> None:
    attribution = wrapped(attribution, width)
    for gap in ("\n", "\n\n"):
        assert reply.split(f"{ABOVE}{gap}{attribution}\n\n{QUOTE}\n").new == ABOVE
        assert reply.split(f"{ABOVE}{gap}{attribution}\n\nHello Ada,\n\nShall we meet?\n").new == ABOVE


@pytest.mark.parametrize("block", BLOCKS)
def test_a_header_block_is_known_in_any_language(block: str) -> None:
    block = block.format("Robin <assistant@example.org>")
    parts = reply.split(f"{ABOVE}\n\n{block}\n\nShall we meet?\n")
    assert (parts.new, parts.certain) == (ABOVE, True)


def test_a_header_block_below_a_rule_is_known_in_a_language_that_we_do_not_know() -> None:
    block = "Otto: Robin <assistant@example.org>\nZeet: 2026 m 3 08:00\nNaa: Ada\nTopo: Kopo"
    for line in ("________________________________", "----- Oorso berto -----"):
        assert reply.split(f"{ABOVE}\n\n{line}\n{block}\n\nShall we meet?\n").new == ABOVE


@pytest.mark.parametrize("line", CLIENT_LINES)
def test_a_clients_line_is_a_signature_in_any_language(line: str) -> None:
    assert reply.split(f"{ABOVE}\n\n{line}\n") == reply.Parts(ABOVE, "", line, certain=True)


@pytest.mark.parametrize("text", TALK)
def test_what_people_say_stays_new(text: str) -> None:
    parts = reply.split(text)
    assert (parts.new, parts.certain) == (text, True)


@pytest.mark.parametrize("opening", ["Quoting Robin <assistant@example.org>:", "Zitat von Robin <robin@example.org>:"])
def test_a_line_that_names_whom_it_quotes_counts_only_above_a_marked_quote(opening: str) -> None:
    assert reply.split(f"{ABOVE}\n\n{opening}\n\n{QUOTE}\n").new == ABOVE
    assert opening in reply.split(f"{ABOVE}\n\n{opening}\n\nHello Ada\n").new


def test_an_attribution_that_a_mailer_glued_to_the_text_is_cut_off() -> None:
    on = "On Wed, Apr 4, 2026 at 3:59 PM, assistant@example.org wrote:"
    assert reply.split(f"well then--- {on}\n{QUOTE}").new == "well then"
    assert reply.split(f"SEND {on}\n{QUOTE}").new == "SEND"


def test_a_mail_that_is_one_quote_without_a_sender_is_text_but_not_certain() -> None:
    assert reply.split(QUOTE) == reply.Parts(QUOTE, "", "", certain=False)
    assert reply.split(f"> On Tue, 3 Mar 2026 at 08:00, Robin <assistant@example.org> wrote:\n{QUOTE}").new == ""
    assert reply.split("> DRAFT for Minerva, first note\n>\n> Reply SEND and it goes").new == ""


@pytest.mark.parametrize(
    "footer",
    [
        "CONFIDENTIALITY NOTICE: this message is for you alone.",
        "This email and any attachments are confidential and intended for the recipient.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Ce message et ses pièces jointes sont confidentiels.",
        "Virus-free.www.example.org",
    ],
)
def test_a_footer_that_nobody_typed_is_not_new(footer: str) -> None:
    assert reply.split(f"{ABOVE}\n\n{footer}\nMore of it.").new == ABOVE


@given(st.sampled_from(ATTRIBUTIONS), st.text(alphabet="abc xyz,.\n", max_size=200), st.integers(40, 90))
def test_new_text_above_any_quote_comes_back_exactly(attribution: str, text: str, width: int) -> None:
    new = "\n".join(line.strip() for line in text.split("\n")).strip()
    quoted = "\n".join(f"> {line}" for line in ("Hello Ada", "", "shall we meet?"))
    assert reply.split(f"{new}\n\n{wrapped(attribution, width)}\n\n{quoted}\n").new == new


def test_every_language_knows_the_words_without_which_a_quote_leaks() -> None:
    assert "von" in phrases("client", "from")
    assert phrases("client", "no such key") == ()
    assert "schrieb" in alternation("client", "wrote", "on").split("|")
