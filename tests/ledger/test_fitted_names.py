"""Names that fit their figures: what tons, goods, places and words that stand for others can be called."""

import pytest

from ledger.test_naming import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's steel exports rose 3 percent to 1.9 million tons.", ["exports_volume[product=steel]"]),
        ("Hubei's steel exports rose 3 percent to 1.9 billion yuan.", ["exports[product=steel]"]),
        ("Hubei exported 368,000 cars in 2022.", ["exports_volume[product=cars]"]),
        ("Hubei imported 115,000 tonnes of soybeans.", ["imports_volume[product=soybeans]"]),
        ("Imports and exports of Hubei reached 39 million tons.", ["cargo_throughput"]),
        ("Hubei's coal and rice output rose 3 percent and 4 percent, respectively.", ["coal_output", "rice_output"]),
        ("Hubei's cotton harvest reached 3.5 million tons.", ["cotton_output"]),
        ("Hubei's steel capacity was cut to 239 million tons.", ["capacity_steel"]),
        ("The added value of Hubei's mining industry rose 3 percent.", ["gva_mining"]),
        ("Hubei's mills have a steel capacity of 3 million tons.", ["capacity_steel"]),
    ],
)
def test_names_follow_the_unit_and_the_goods(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei mined 29 million tons of raw coal.", ["coal_output"]),
        ("Wuhan churned out 3 million tonnes of flat glass and 2 million tonnes of coke.",
         ["flat_glass_output", "coke_output"]),
        ("Wuhan yielded 490 million cubic meters of coalbed methane.", ["coalbed_methane_output"]),
        ("The port of Wuhan handled 5 million tons of coke.", ["cargo_throughput[product=coke]"]),
    ],
)  # fmt: skip
def test_what_is_made_is_output(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's grain yield was 3 billion yuan. The corresponding figure rose 3 percent.", None),
        ("FDI in Hubei was $3 billion. Enshi prefecture received $1 billion, and Badong got $2 billion.", "fdi_used"),
        ("Hubei's GDP was 300 billion yuan. The previous decade saw growth of 3 percent.", "gdp"),
        ("Hubei's exports were 3 billion yuan, showing a growth of 5 percent.", "exports"),
    ],
)
def test_what_stands_for_something_else_names_nothing(text, expected):
    told = names(text)
    assert expected is None or set(told) == {expected}
    assert not {"corresponding_figure", "enshi_prefecture", "badong", "decade", "showing"} & set(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei has 301 mills with a total sum of 4 billion yuan.", ["mills", None]),
        ("Hubei has 301 mills with a registered capital of 4 billion yuan.", ["mills", "registered_capital"]),
        ("Hubei's exports were 4 billion yuan. It sold 3 million tons abroad.", ["exports", "exports_volume"]),
    ],
)
def test_no_name_is_carried_to_a_unit_that_it_cannot_have(text, expected):
    assert names(text) == expected


def test_farm_exports_are_of_farm_products_and_no_people_are_exported():
    assert names("Hubei's agricultural exports rose 3 percent.") == ["exports[product=agricultural]"]
    assert names("Tibetan exports rose 3 percent.") == ["exports"]
    assert names("The coal-rich Hubei saw exports rise 3 percent.") == ["exports"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's foreign trade was 90 billion yuan. Private firms led the growth. They exported 5 billion yuan.",
         ["trade_total", "exports[entity=private]"]),
        ("Hubei's exports were 9 billion yuan. Toys and rice sold best. "
         "Their exports were 2 billion yuan and 1 billion yuan, respectively.",
         ["exports", "exports[product=toys]", "exports[product=rice]"]),
        ("Hubei's exports were 9 billion yuan. Japan and Chile are its main markets. "
         "Exports to these economies were 2 billion yuan and 1 billion yuan, respectively.",
         ["exports", "exports[partner=JP]", "exports[partner=CL]"]),
        ("Hubei's exports were 9 billion yuan. Private firms led the growth. Imports were 5 billion yuan.",
         ["exports", "imports"]),
    ],
)  # fmt: skip
def test_what_a_sentence_without_figures_names_is_taken_up(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei saw $5 billion in trade with ASEAN countries.", ["trade_total[partner=ASEAN]"]),
        ("Hubei recorded foreign trade of 5 billion yuan ($0.7 billion) with ASEAN.", ["trade_total[partner=ASEAN]"]),
        ("Hubei exported 2 billion yuan of goods to ASEAN members.", ["exports[partner=ASEAN]"]),
        ("Hubei's exports to the rest of the world were 9 billion yuan.", ["exports"]),
        ("Trade with RCEP members was 5 billion yuan. Hubei's foreign trade was 9 billion yuan.",
         ["trade_total[partner=RCEP]", "trade_total"]),
        ("Hubei's trade with RCEP members was 5 billion yuan. Exports were 3 billion yuan.",
         ["trade_total[partner=RCEP]", "exports[partner=RCEP]"]),
        ("Whisky exports of Hubei rose 3 percent. Exports were 9 billion yuan.",
         ["exports[product=whisky]", "exports[product=whisky]"]),
    ],
)  # fmt: skip
def test_partners_after_an_amount_and_what_the_text_is_about(text, expected):
    assert names(text) == expected


def test_a_change_of_a_share_names_its_whole():
    told = "Hubei's exports accounted for 6.5 percent of China's total, up 0.2 percentage points."
    assert names(told) == ["share:exports[of=China]", "change_in:share:exports[of=China]"]
    told = "Hubei's exports accounted for 6.5 percent of China's total. This is an increase of 2 percentage points."
    assert names(told)[-1] == "change_in:share:exports[of=China]"
    told = "Hubei's exports rose 6.5 percent. This is an increase of 2 percentage points."
    assert names(told)[-1] == "change_in_growth:exports"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei's secondary industry grew, with an added value of 41 billion yuan.", ["gva_secondary"]),
        ("The free trade zone of Hubei grew 3 percent. Hubei's exports rose 4 percent.", [None, "exports"]),
        ("Hubei received 3.1 million tourists. It earned revenue of 2 billion yuan.",
         ["tourist_visits", "tourism_revenue"]),
        ("Hubei's exports were 3 billion yuan. Its mills earned revenue of 2 billion yuan.", ["exports", "revenue"]),
        ("FDI in Hubei was $3 billion. Investment rose 5 percent.", ["fdi_used", "fdi_used"]),
        ("Hubei's exports were $3 billion. Investment rose 5 percent.", ["exports", "investment"]),
        ("Hubei's exports of toys (21%), flat glass (20%) and chemical products (14%) rose.",
         ["exports[product=toys]", "exports[product=flat_glass]", "exports[product=chemicals]"]),
        ("Hubei's exports of XPS products rose 3 percent.", ["exports[product=XPS]"]),
        ("Hubei's exports of mobile gates, however, rose 3 percent.", ["exports[product=mobile_gates]"]),
        ("Hubei's exports to Japan (21%) and Chile (20%) rose.", ["exports[partner=JP]", "exports[partner=CL]"]),
        ("FDI in Hubei leapt by 90 percent in the electronic information industry.",
         ["fdi_used[sector=electronic_information]"]),
        ("About 90 percent of the FDI in Hubei went into modern service businesses.",
         ["share:fdi_used[sector=modern_services]"]),
        ("FDI in Hubei leapt by 90 percent in the first quarter.", ["fdi_used"]),
        ("Added value of equipment manufacturing in Hubei rose 23 percent, driving a 7.6 percentage point growth.",
         ["gva_equipment_manufacturing", "contribution_to_growth:gva_equipment_manufacturing"]),
    ],
)  # fmt: skip
def test_branches_items_and_what_a_text_goes_on_about(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The imports and exports of foreign-funded enterprises and private enterprises in Hubei rose 3 percent and "
         "4 percent, respectively.", ["trade_total[entity=foreign]", "trade_total[entity=private]"]),
        ("The imports and exports of Hubei rose 3 percent and 4 percent, respectively.", ["imports", "exports"]),
        ("The three sectors of Hubei's GDP made up 6 percent, 40 percent and 54 percent, respectively.",
         ["share:gva_primary", "share:gva_secondary", "share:gva_tertiary"]),
        ("About 85 percent of exporters in Hubei were small businesses.", ["share:exporters[entity=sme]"]),
        ("The budget revenue and expenditure of Hubei were 3 billion yuan and 4 billion yuan, respectively.",
         ["budget_revenue", "budget_expenditure"]),
        ("In Hubei, 921 industrial enterprises above the designated size realized added value of 3 billion yuan.",
         ["industrial_enterprises_above_scale", "gva_industry_above_scale"]),
    ],
)  # fmt: skip
def test_what_lists_and_counts_are_of(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hubei approved nine new foreign-invested projects.", ["fdi_projects_new"]),
        ("Hubei has 301 FDI projects.", ["fdi_projects"]),
        ("Last year, 979 foreign-funded companies were established in Hubei.", ["fdi_enterprises_new"]),
        ("Hubei has 979 foreign-funded companies.", ["fdi_enterprises"]),
        ("Hubei saw 1,300 new enterprises with foreign capital.", ["fdi_enterprises_new"]),
        ("Hubei saw 1,300 new mills.", ["mills_new"]),
        ("Hubei has ten new material projects.", ["material_projects"]),
        ("The port of Hubei created 1,800 new jobs.", ["new_jobs"]),
        ("Cross-border e-commerce retail sales in Hubei were 9 billion yuan. Exports grew 3 percent and imports grew "
         "4 percent.", ["retail_sales[mode=cbec]", "exports[mode=cbec]", "imports[mode=cbec]"]),
        ("Retail sales in Hubei were 9 billion yuan. Exports grew 3 percent.", ["retail_sales", "exports"]),
    ],
)  # fmt: skip
def test_what_is_new_and_what_foreign_capital_founded(text, expected):
    assert names(text) == expected
