"""The field's own names for what each instrument builds, offers, waives or signs, in sentences made up for them."""

import pytest

from hinterland.ledger.announcements.instruments import kinds, vocabulary
from hinterland.ledger.announcements.measures import measures
from hinterland.ledger.documents.source import document

SAID = {
    "tariff": [
        "The ministry will extend the anti-circumvention inquiry.",
        "Oldmere lowered the de-minimis threshold.",
        "The government granted quota-free access to the islands.",
        "The government lifted the embargo on imports of cotton.",
    ],
    "export_rebate": [
        "Oldmere will clear pending refund claims.",
        "The ministry introduced an inward processing regime.",
        "The government will raise the export bounty.",
    ],
    "import_support": [
        "The bank opened an import credit window.",
        "Oldmere will speed up urgent imports.",
        "The city opened an imported-goods trading centre.",
    ],
    "market_access": [
        "The ministry signed an early-harvest package.",
        "Oldmere will install x-ray scanners.",
        "The government issued veterinary certificates.",
        "The city launched a trade portal.",
        "Oldmere approved an export readiness programme.",
    ],
    "expo": [
        "Oldmere will host a fashion show.",
        "The ministry sent an outward business mission.",
        "The city will build a convention centre.",
        "The ministry will set up a national stand.",
    ],
    "settlement": [
        "The central bank launched a QR payment link.",
        "Oldmere opened special rupee vostro accounts.",
        "The two states signed a barter deal.",
    ],
    "ecommerce": [
        "The city opened a fulfilment centre.",
        "Oldmere will build a village e-commerce hub.",
        "The ministry launched a virtual mall.",
    ],
    "productivity": [
        "Oldmere will build a cassava processing plant.",
        "The county opened a shrimp hatchery.",
        "The ministry approved an aquaculture programme.",
        "Oldmere launched a crop diversification scheme.",
    ],
    "innovation": [
        "Oldmere opened a fintech sandbox.",
        "The ministry set up a centre of excellence.",
        "The city launched an incubation programme.",
        "The government will fund living labs.",
    ],
    "quality": [
        "The ministry introduced halal certificates.",
        "Oldmere will build a calibration laboratory.",
        "The government launched a nation branding.",
    ],
    "market_growth": [
        "The government launched a scrappage premium.",
        "Oldmere will hand out meal coupons.",
        "The city opened a night market.",
    ],
    "credit": [
        "The government issued a green sukuk.",
        "Oldmere set up a fund of funds.",
        "The bank introduced a mortgage holiday.",
        "The state launched weather insurance.",
    ],
    "private_enterprise": [
        "The ministry opened a business clinic.",
        "Oldmere enacted a prompt payment code.",
        "The state set up farmer cooperatives.",
    ],
    "carbon_price": [
        "Oldmere will introduce a landfill levy.",
        "The state set a carbon price floor.",
        "The government will hold emissions allowance auctions.",
    ],
    "production_support": [
        "The government cut the beer excise.",
        "Oldmere offered first-year capital allowances.",
        "The state granted a land lease rebate.",
        "The ministry set an intervention price.",
    ],
    "energy_transition": [
        "Oldmere will roll out prepaid meters.",
        "The state approved a substation.",
        "The ministry introduced net metering.",
        "The city will build a district heating.",
    ],
    "power_plant": [
        "Oldmere will build a floating solar park.",
        "The state approved a small modular reactor.",
        "The ministry commissioned a combined-cycle plant.",
    ],
    "green_park": [
        "Oldmere introduced a deposit return scheme.",
        "The city will open a battery recycling plant.",
        "The state will build a cleantech park.",
    ],
    "labour": [
        "Oldmere launched a furlough scheme.",
        "The state opened a skills centre.",
        "The ministry signed a labour mobility agreement.",
        "The government raised the retirement age.",
    ],
    "talent": [
        "Oldmere introduced a digital nomad visa.",
        "The ministry offered fellowships.",
        "The city held a hackathon.",
    ],
    "freight": [
        "Oldmere signed an open skies agreement.",
        "The state will build silos.",
        "The line launched a weekly feeder service.",
        "The ministry waived cabotage rules.",
    ],
    "rail": [
        "The city will build a tramway.",
        "The state will build a marshalling yard.",
    ],
    "port": [
        "Oldmere will build a breakwater.",
        "The port cut its wharfage.",
        "The state will build a fish landing site.",
        "The ministry approved a bunkering hub.",
    ],
    "infrastructure": [
        "Oldmere will build a desalination plant.",
        "The state will repair the taxiway.",
        "The city will build an underpass.",
        "The ministry launched a subsea cable.",
    ],
    "investment": [
        "The two states signed a double taxation treaty.",
        "Oldmere eased profit repatriation.",
        "The state raised the foreign shareholding cap.",
    ],
    "investor_services": [
        "Oldmere introduced a golden visa.",
        "The ministry will speed up environmental clearances.",
        "The city digitised its land registry.",
        "The state opened an insolvency tribunal.",
    ],
    "zone": [
        "Oldmere will build ready-built factories.",
        "The ministry will allot serviced plots.",
        "Oldmere will build an agro city.",
    ],
    "free_trade_zone": [
        "Oldmere opened a freeport.",
        "The state will set up a foreign-trade zone.",
    ],
    "international_cooperation": [
        "The two states opened a strategic dialogue.",
        "Oldmere opened a consulate.",
        "The two sides formed a joint working group.",
    ],
    "general_reform": [
        "Oldmere will speed up privatisation.",
        "The government approved a five-year development plan.",
        "The state launched a civil-service overhaul.",
    ],
}
UNSAID = [
    "The industrial units stood by a substation.",
    "The copyright of the page is kept.",
    "Mills in Oldmere were near a night market.",
]


@pytest.mark.parametrize(("instrument", "sentence"), [(name, said) for name, rows in SAID.items() for said in rows])
def test_a_name_of_the_field_tells_its_instrument(instrument, sentence):
    assert [row.instrument for row in measures(document(sentence))] == [instrument]


@pytest.mark.parametrize("sentence", UNSAID)
def test_a_name_alone_announces_nothing(sentence):
    assert not measures(document(sentence))


def test_every_instrument_is_said():
    assert set(SAID) == set(kinds())


def test_a_choice_of_several_words_is_spelled_out():
    phrases = vocabulary().phrases
    assert phrases["digital", "nomad", "visas"].instrument == "talent"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The state gazetted a growth triangle.", [("zone", "done")]),
        ("Oldmere will rescind the export cess.", [("tariff", "planned")]),
        ("The county is to desilt the approach channel.", [("port", "planned")]),
        ("The ministry uncapped foreign stakes.", [("investment", "done")]),
        ("Oldmere has forgone its wharfage.", [("port", "done")]),
        ("The state should privatise the railway.", [("rail", "suggested")]),
        ("Oldmere opened an accredited calibration laboratory.", [("quality", "done")]),  # says which, and is no act
        ("The mills await updates on tariffs.", []),
    ],
)
def test_governments_do_this_too(sentence, found):
    assert [(row.instrument, row.status) for row in measures(document(sentence))] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Oldmere will build a stadium.", ["infrastructure"]),
        ("The state introduced a levy.", ["production_support"]),
        ("The state introduced a levy on imported sugar.", ["tariff"]),  # a single word yields to what says more
        ("The county opened a slaughterhouse.", ["productivity"]),
        ("The port will install a lighthouse.", ["port"]),
        ("The city opened a fish landing centre.", ["port"]),
        ("The tug passed the lighthouse.", []),
    ],
)
def test_a_single_noun_is_read_where_nothing_says_more(sentence, found):
    assert [row.instrument for row in measures(document(sentence))] == found
