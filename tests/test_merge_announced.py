"""What is told of a thing ahead and behind, and what sits beside it, in the articles of other papers."""

from __future__ import annotations

from dataclasses import replace

from bot.records.merging.merge import same
from bot.records.model import Place
from tests.test_merge import record


def test_a_cups_final_announced_and_held_later_in_the_year_is_one() -> None:
    """Announced for April and held in August: a cup is awarded once a year; of the next year or another town it is another."""
    town = Place("江口", "江西", "赣州")
    announced = record("“云帆杯”泳装设计大赛决赛", "2031-04", "event", "upcoming", town)
    held = record("2031“云帆杯”泳装设计大赛", "2031-08-12", "event", "held", town, article="b")
    assert same(announced, held) and same(held, announced)
    assert not same(announced, replace(held, name="“云帆杯”泳装设计大赛", start="2032-03-12"))
    elsewhere = replace(held, name="“云帆杯”泳装设计大赛", place=Place("兴城", "辽宁", "葫芦岛"))
    assert not same(announced, elsewhere)
    assert not same(announced, replace(held, name="2031“海星杯”泳装设计大赛"))
    assert not same(replace(announced, status="held"), held)


def test_a_body_s_members_and_its_council_sit_apart() -> None:
    """三届一次理事会 and the 会员大会 or 换届大会 that elects it fall on one day; one joined by 暨 is both."""
    council = record("江口童装商会三届一次理事会", "2031-12-06")
    for name in ("江口童装商会第三届会员大会暨换届选举大会", "江口童装商会换届大会"):
        assert not same(council, record(name, "2031-12-06", article="b"))
    joint = record("江口童装商会会员大会暨三届一次理事会", "2031-12-06", article="b")
    assert same(council, joint)


def test_a_seasons_fair_of_a_year_s_review_is_the_one_in_that_month() -> None:
    """3月的春季某博览会 of a year's review is the spring fair of March known for short so, none of May or of autumn."""
    fair = replace(
        record("2031福建(石狮)国际经编花边博览会(春季)", "2031-03-27", "event"),
        end="2031-03-29",
        aliases=("花边博览会",),
    )
    told = record("春季花边博览会", "2031-03", "event", article="b")
    assert same(fair, told) and same(told, fair)
    assert not same(fair, replace(told, start="2031-05"))
    assert not same(fair, replace(told, name="秋季花边博览会"))


def test_a_press_conference_goes_by_its_fairs_short_name_too() -> None:
    """石狮春季花边展的新闻发布会 is 2031福建(石狮)国际经编花边博览会(春季)新闻发布会 of that day, none of another day."""
    full = record("2031福建(石狮)国际经编花边博览会(春季)新闻发布会", "2031-03-11")
    short = record("石狮春季花边展的新闻发布会", "--03-11", article="b")
    assert same(full, short)
    assert not same(full, replace(short, start="--04-11", end="--04-11"))


def test_a_tour_of_a_year_is_none_of_its_stops() -> None:
    """2031某巡回展 announced for the year stays apart from its 临沂站; told with that stop's day it is the stop."""
    stop = record("2031缝制设备巡回展(临沂站)", "2031-04-12", "event")
    whole = record("2031缝制设备巡回展", "2031", "event", article="b")
    assert not same(stop, whole, near=True)
    assert same(stop, replace(whole, start="2031-04-12", end="2031-04-12"))
