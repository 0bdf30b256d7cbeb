import pytest

from hinterland.errors import InputError, Problems
from hinterland.labels import Axis, nearest


def test_all_faults_come_at_once():
    problems = Problems()
    problems.raise_if_any()
    problems.add("region 'UAS'", where="trade.csv:3", expected="a code of economy.toml", remedy="write 'USA'")
    problems.add("value -2", where="trade.csv:4", expected="a value ≥ 0", remedy="remove the row")
    with pytest.raises(InputError) as raised:
        problems.raise_if_any()
    assert str(raised.value).splitlines() == [
        "trade.csv:3: region 'UAS'; expected a code of economy.toml; write 'USA'",
        "trade.csv:4: value -2; expected a value ≥ 0; remove the row",
    ]


def test_the_nearest_name_is_offered_only_when_one_is_close():
    assert nearest("Usa", ["CHN", "USA"]) == "USA"
    assert nearest("Atlantis", ["CHN", "USA"]) is None
    with pytest.raises(KeyError, match="did you mean 'USA'"):
        Axis.of("region", ["CHN", "USA"]).index("UAS")
