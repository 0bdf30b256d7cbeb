"""Measures as news of trade policy tells them; each construction with what must stay as it was."""

import pytest

from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document


def read(text):
    rows = measures(document("Updated : 2023-10-20\n\n" + text))
    return [(row.instrument, row.status) for row in rows]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what households are to buy
        ("Farmers in Tarn will be encouraged to buy home appliances.", [("market_growth", "suggested")]),
        ("The council lifted limits on vehicle purchasing.", [("market_growth", "done")]),
        ("Oldmere will raise the licence plate quota.", [("market_growth", "planned")]),
        ("Oldmere will buy land.", []),
        # a limit that moves from one rate to another
        ("Tarn raised the limit on foreign ownership of banks from 49% to 60%.", [("investment", "done")]),
        ("Oldmere has lifted the cap on foreign stakes in insurers to 51 percent.", [("investment", "done")]),
        ("Tarn lowered the limit for foreign direct investment from 30% to 20%.", [("investment", "done")]),
        ("Foreign direct investment in Tarn rose from 49% to 60%.", []),
        # waived off is not taken off
        ("Oldmere waived off export duties on rice.", [("tariff", "done")]),
        ("The bank wrote off the loans of small mills.", [("credit", "done")]),
        ("Oldmere will pay off the loans of small firms.", [("credit", "planned")]),
        ("The train took off in March.", []),
        # policies are not asked to do anything, firms are
        ("The minister called for policies to help growth.", [("general_reform", "suggested")]),
        ("The premier has called for measures to speed recovery.", [("general_reform", "suggested")]),
        ("The mayor called for reforms to end delays.", [("general_reform", "suggested")]),
        ("The mayor called on firms to be patient.", []),
        # what is stressed in the form of a gerund is called for
        ("The premier stressed strengthening cooperation with Lesk.", [("international_cooperation", "suggested")]),
        ("The governor stressed improving the business environment.", [("investor_services", "suggested")]),
        ("The minister emphasized opening new markets.", [("market_access", "suggested")]),
        ("The governor stressed that trade was important.", []),
    ],
)
def test_markets_limits_and_calls(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what a measure is in, what support is for
        ("Oldmere will roll out measures in boosting rural consumption.", [("market_growth", "planned")]),
        ("Support will be provided for the growth of tourism.", [("productivity", "planned")]),
        ("Greater support was given for agriculture.", [("productivity", "done")]),
        ("Oldmere will earn money in boosting rural consumption.", []),
        # what is marked by an occasion
        ("The ceremony marked the launch of a new freight line.", [("freight", "done")]),
        ("A train left Tarn on Monday, marking the opening of the railway.", [("rail", "done")]),
        ("The event marked the start of construction of the container terminal.", [("port", "done")]),
        ("The fair marked its tenth anniversary.", []),
        # what somebody calls or says it will be
        ("Oldmere opened what it calls the largest container terminal on the coast.", [("port", "done")]),
        ("Tarn unveiled what he said would be a new free trade zone.", [("free_trade_zone", "done")]),
        ("Tarn will build what officials say is the longest railway.", [("rail", "planned")]),
        ("Tarn opened a hall, said the port.", []),
        # an opportunity that is taken
        ("Tarn will take the fair as an opportunity to expand exports.", [("market_access", "planned")]),
        ("Oldmere should seize the opportunity to widen foreign investment.", [("investment", "suggested")]),
        ("The council plans to use the summit as an opportunity to cut port fees.", [("port", "planned")]),
        # what comes of it, or is only a condition, is no act
        ("The duties came into force in May, leading exports to fall.", [("tariff", "done")]),
        ("The project created thousands of jobs for workers.", []),
        ("If the ports have raised fees, shippers will look elsewhere.", []),
        ("A photo taken on Monday shows the container terminal.", []),
        ("The talks led to a fair deal on steel.", []),
    ],
)
def test_purposes_occasions_and_results(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The state declared plans for a 10 percent tariff on steel.", [("tariff", "planned")]),
        ("Oldmere excluded wine from its list of countermeasures.", [("tariff", "done")]),
        ("Oldmere ordered relief measures for exporters.", [("private_enterprise", "planned")]),
        ("Steel from Brod will face tariffs of 25 percent.", [("tariff", "planned")]),
        ("Oldmere would retaliate with a 30 percent tariff on wine.", [("tariff", "planned")]),
        ("Small firms can qualify for tax refunds.", [("export_rebate", "planned")]),
        ("Tarn will safeguard the multilateral trading system.", [("international_cooperation", "planned")]),
        ("Officials will crack down on counterfeit goods.", [("investor_services", "planned")]),
        ("Mills will face competition in the market.", []),
        ("Mills faced higher tariffs last year.", []),
        ("The mayor ordered 20 trucks.", []),
    ],
)
def test_duties_faced_ordered_or_answered(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oldmere will impose fees on Chinese ships.", [("tariff", "planned")]),
        ("Tarn placed steep fees on foreign-built cars.", [("tariff", "done")]),
        ("Oldmere proposed a tax targeting imported steel.", [("tariff", "suggested")]),
        (
            "Oldmere will impose fees on Chinese ships. The fees will be charged at each port.",
            [("tariff", "planned"), ("tariff", "planned")],
        ),
        ("Oldmere will cut fees for local mills.", [("production_support", "planned")]),
        ("Tarn will cut taxes on foreign firms.", [("investment", "planned")]),
    ],
)
def test_charges_on_foreign_goods_are_tariffs(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what is kept off is not what is protected
        ("Tarn will shield exporters from trade disputes.", [("private_enterprise", "planned")]),
        ("Oldmere will defend steel producers against tariffs.", [("productivity", "planned")]),
        ("Tarn will protect jobs from tariffs.", [("labour", "planned")]),
        ("Tarn will protect its steel by tariffs.", [("tariff", "planned")]),
        # the time that a line saves comes of it
        ("The new train will cut travel time to two hours.", []),
        ("The tunnel will shorten transport time.", []),
        ("The line would reduce delivery time.", []),
        ("Customs will cut clearance time to two hours.", [("market_access", "planned")]),
        # what is asked for beside an act is another one
        (
            "Oldmere will widen the harbour, urging towns to cut port fees.",
            [("port", "planned"), ("port", "suggested")],
        ),
        (
            "The premier stressed cutting port fees as well as advancing rail freight.",
            [("port", "suggested"), ("freight", "suggested")],
        ),
        ("Tarn began raising tariffs as well as widening the port.", [("tariff", "planned"), ("port", "planned")]),
        ("Tarn is seen as raising tariffs.", []),
        # what is threatened in case of something
        ("If talks fail, Oldmere will raise tariffs on steel.", [("tariff", "planned")]),
        ("If it is approved, the council will build a railway.", [("rail", "planned")]),
        ("He'd raise tariffs if elected.", [("tariff", "planned")]),
        ("It is not clear if Oldmere will raise tariffs.", []),
        ("The industry pushed back against tariffs.", []),
    ],
)
def test_dangers_times_and_threats(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what somebody stresses the importance of is called for
        ("The governor stressed the importance of opening new markets.", [("market_access", "suggested")]),
        ("The council underlined the need for cutting port fees.", [("port", "suggested")]),
        ("The premier emphasized the importance of widening the railway.", [("rail", "suggested")]),
        ("The town is aware of the importance of opening new markets.", []),
        # efforts that are called for are not yet made
        ("The meeting called for continued efforts to boost consumption.", [("market_growth", "suggested")]),
        ("He called for more joint efforts to cut port fees.", [("port", "suggested")]),
        ("The mayor urged greater efforts to attract foreign investment.", [("investment", "suggested")]),
        ("The city makes efforts to cut port fees.", [("port", "planned")]),
        # what works from now on
        ("The new container terminal became operational.", [("port", "done")]),
        ("The railway between Tarn and Oldmere is operational.", [("rail", "done")]),
        ("The railway will become operational in May.", [("rail", "planned")]),
        ("The railway may become operational in May.", []),
        # the world's trade body is no trade
        ("Oldmere plans to take legal action at the World Trade Organization.", []),
        ("Tarn will expand automobile consumption across the entire industrial chain.", [("market_growth", "planned")]),
    ],
)
def test_stresses_efforts_and_beginnings(sentence, expected):
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oldmere banned exports of rice in May. The ban was lifted on Monday.",
            [("tariff", "done"), ("tariff", "done")],
        ),
        ("Tarn will restrict the import of used cars.", [("tariff", "planned")]),
        ("The ministry proposed to halt the import of fruit.", [("tariff", "suggested")]),
        ("Tarn expanded the import of fruit.", [("import_support", "done")]),
        ("The council will end the ban on smoking. The ban will be lifted in May.", []),
    ],
)
def test_imports_barred_and_bans_spoken_of_again(text, expected):
    assert read(text) == expected
