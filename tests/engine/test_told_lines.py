"""Lines that Ada adds to an answer, through the whole assistant: nothing lost, nothing in the wrong letter."""

from __future__ import annotations

from engine.house import ADA, House, told


def test_fields_below_the_three_answers_are_hers_and_not_printed_in_the_letter(house: House) -> None:
    house.says("hi")
    house.cycle()
    house.says(
        "1. lead a pricing team\n2. Minerva M, minerva@example.org\n"
        "3. her ProductConf talk on pricing made my team drop our free tier in March\n\n"
        "becoming: a pricing lead\nask: how you chose the first tier\nfoo: bar",
        answers=ADA,
    )
    house.cycle(5)
    minerva = house.book.people[0]
    assert (minerva.becoming, minerva.ask) == ("a pricing lead", "how you chose the first tier")
    assert "becoming:" not in house.book.pending()[0].text
    assert "I know no field “foo”" in told(house)


def test_the_terms_below_an_agreement_are_kept_and_a_zone_of_hers_is_hers(house: House) -> None:
    house.draft_to_minerva()
    house.says("Minerva agreed, 12 months monthly 45 min\n\npurpose: learn pricing\nsuccess: I lead the team")
    house.cycle(5)
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert (agreement.purpose, agreement.success) == ("learn pricing", "I lead the team")
    house.says("timezone: Europe/London", subject="Minerva")
    house.cycle(5)
    assert house.book.protege.zone == "Europe/Madrid"
    assert house.book.people[0].zone == "Europe/London"


def test_notes_by_number_thank_with_the_third_and_offer_the_invite_of_the_fourth(house: House) -> None:
    house.draft_to_minerva()
    house.sends()
    house.cycle(15)
    house.says("coffee with Minerva 5 Nov 15:00 Café Luna")
    house.cycle(5)
    house.sends()
    house.cycle(40)
    house.cycle(3 * 24 * 60)
    while "NOTES of" not in told(house):
        house.cycle(60)
    text = "1. tiers. I will send the memo by 4 December.\n2. nothing\n3. your question on value\n4. Tue 8 Dec 16:00"
    house.says(text, answers=ADA)
    house.cycle(5)
    recap = house.book.recaps[-1]
    assert (recap.used, recap.next_meeting) == ("your question on value", "Tue 8 Dec 16:00")
    assert recap.points == ("tiers.",)
    house.says("why?", answers=ADA)
    house.cycle(5)
    assert ".md" not in told(house)
    house.says("log Minerva")
    house.cycle(5)
    assert "->" not in told(house)
    assert "2026-" not in told(house)
