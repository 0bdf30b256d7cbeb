"""A folder is read as it stands: codes as text, empty cells as defaults, whatever the editor or the format."""

import numpy as np
import pandas as pd

from faults.small_economy import FILES, edit, write
from hinterland.tables.folder import TABLES, read_folder


def arrays(folder):
    return {name: value for name, value in vars(read_folder(folder)[1]).items() if isinstance(value, np.ndarray)}


def assert_same_bits(left, right):
    assert left.keys() == right.keys()
    for name in left:
        assert left[name].tobytes() == right[name].tobytes(), name


def test_cells_stand_where_their_labels_say(tmp_path):
    described, raw = read_folder(write(tmp_path))
    assert raw.regions.codes == ("AA", "BB") and raw.sectors.codes == ("food", "care")
    assert raw.regions.labels[0].en == "Upper valley"
    # [importer, exporter, sector]: AA buys food for 20 from BB and pays a tenth on it
    assert raw.trade[0, 1, 0] == 20 and raw.trade[1, 0, 0] == 30 and raw.trade[0, 0, 1] == 40
    assert raw.tariff[0, 1, 0] == 0.1 and raw.tariff.sum() == 0.1
    assert raw.inputs[0, 1, 0] == 10 and raw.inputs[1, 0, 1] == 5 and not raw.shares
    assert raw.theta.tolist() == [4, 5] and raw.traded.tolist() == [True, False]
    assert raw.final is None and raw.gross_output is None and not raw.export_tax.any()
    assert described.groups == {"both": ["AA", "BB"]}


def test_namibia_keeps_its_code(tmp_path):
    files = {name.replace(".", "_"): text.replace("AA", "NA") for name, text in FILES.items()}
    _, raw = read_folder(write(tmp_path, **files))
    assert raw.regions.codes == ("NA", "BB") and raw.trade[0, 1, 0] == 20


def test_codes_that_look_like_numbers_stay_text(tmp_path):
    files = {name.replace(".", "_"): text.replace("food", "01").replace("care", "1") for name, text in FILES.items()}
    _, raw = read_folder(write(tmp_path, **files))
    assert raw.sectors.codes == ("01", "1") and raw.trade[:, :, 0].sum() == 190


def test_marks_and_line_ends_of_windows_change_nothing(tmp_path):
    plain = arrays(write(tmp_path / "plain"))
    files = {name.replace(".", "_"): text.replace("\n", "\r\n").encode("utf-8-sig") for name, text in FILES.items()}
    assert_same_bits(arrays(write(tmp_path / "windows", **files)), plain)


def test_empty_lines_and_the_order_of_columns_and_rows_change_nothing(tmp_path):
    plain = arrays(write(tmp_path / "plain"))
    head, *rows = FILES["trade.csv"].splitlines()
    moved = ["\n".join(",".join(reversed(row.split(","))) for row in (head, *reversed(rows))), "", ""]
    assert_same_bits(arrays(write(tmp_path / "moved", trade_csv="\n\n".join(moved))), plain)


def test_parquet_and_csv_give_the_same_bits(tmp_path):
    plain = write(tmp_path / "plain")
    parquet = write(tmp_path / "parquet", **{f"{name}_csv": None for name in ("trade", "inputs", "sectors")})
    for name in ("trade", "inputs", "sectors"):
        labels = list(TABLES[name].labels)
        frame = pd.read_csv(plain / f"{name}.csv", keep_default_na=False)
        # The one as columns, the other as the index that a careful analyst keeps labels in.
        frame = frame.set_index(labels) if name == "trade" else frame
        frame.to_parquet(parquet / f"{name}.parquet")
    assert_same_bits(arrays(parquet), arrays(plain))


def test_shares_words_and_empty_cells(tmp_path):
    folder = write(
        tmp_path,
        inputs_csv="region,input,user,share\nAA,food,food,0.25\nAA,care,food,0.75\n",
        sectors_csv="sector,theta,traded\nfood,4,\ncare,5,No\n",
        **edit("trade.csv", "BB,AA,food,30,0", "BB,AA,food,30,"),
    )
    _, raw = read_folder(folder)
    assert raw.shares and raw.inputs[0, :, 0].tolist() == [0.25, 0.75]
    assert raw.traded.tolist() == [True, False] and raw.tariff[1, 0, 0] == 0


def test_optional_tables(tmp_path):
    folder = write(
        tmp_path,
        final_csv="region,sector,value\nAA,food,50\n",
        production_csv="region,sector,gross_output,production_tax\nAA,food,90,0.05\n",
        elasticities_csv="set,sector,theta\nlow,food,2\nlow,care,3\nhigh,food,8\n",
        emissions_csv="region,sector,co2_kt\nAA,food,7\n",
        employment_csv="region,sector,persons\nBB,care,11\n",
    )
    _, raw = read_folder(folder)
    assert raw.final is not None and raw.final[0, 0] == 50
    assert raw.gross_output is not None and raw.gross_output[0, 0] == 90 and np.isnan(raw.gross_output[1, 1])
    assert raw.value_added is None  # the column is absent
    assert raw.production_tax is not None and raw.production_tax[0, 0] == 0.05 and raw.production_tax[1, 1] == 0
    assert raw.thetas["low"].tolist() == [2, 3] and np.isnan(raw.thetas["high"][1])
    assert raw.extras["co2_kt"][0, 0] == 7 and raw.extras["persons"][1, 1] == 11
