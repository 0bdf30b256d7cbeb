"""SDMX-CSV 1.0 and its data structure definition, through the sdmx1 package (the extra `sdmx`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import sdmx
from sdmx.message import StructureMessage
from sdmx.model import common, v21

AGENCY, STRUCTURE, VERSION = "HINTERLAND", "LEDGER", "1.0"
DIMENSIONS = ("REF_AREA", "COUNTERPART_AREA", "INDICATOR", "UNIT_MEASURE", "TRANSFORMATION", "OBS_ID", "TIME_PERIOD")
ATTRIBUTES = ("UNIT_MULT", "OBS_STATUS", "COMMENT_OBS")
NOT_STATED = "_Z"  # SDMX's code for "not applicable": a dimension must have a value


def structure() -> bytes:
    """Write the concepts, the data structure and the dataflow as SDMX-ML."""
    flow, concepts = _dataflow()
    message = StructureMessage(
        dataflow={flow.id: flow}, structure={flow.structure.id: flow.structure}, concept_scheme={concepts.id: concepts}
    )
    return bytes(sdmx.to_xml(message, pretty_print=True))


def table(rows: Iterable[dict[str, Any]]) -> bytes:
    """Write observations, rows of the ledger's table, as SDMX-CSV."""
    flow, _ = _dataflow()
    data = v21.StructureSpecificDataSet(described_by=flow, structured_by=flow.structure)
    for row in rows:
        row["OBS_ID"] = row["obs_id"]
        key = flow.structure.make_key(common.Key, {name: row[name] or NOT_STATED for name in DIMENSIONS})
        attached = {name: _attribute(flow, name, row[name]) for name in ATTRIBUTES}
        data.obs.append(v21.Observation(dimension=key, value=row["OBS_VALUE"], attached_attribute=attached))
    frame: Any = sdmx.to_csv(data, rtype=pd.DataFrame, attributes="o")
    return str(frame.to_csv(index=False)).encode()


def _dataflow() -> tuple[Any, Any]:
    agency = common.Agency(id=AGENCY)
    scheme = common.ConceptScheme(id="LEDGER_CONCEPTS", maintainer=agency, version=VERSION)
    named = {name: scheme.setdefault(id=name, name=name) for name in (*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)}
    definition = v21.DataStructureDefinition(id=STRUCTURE, maintainer=agency, version=VERSION, name="Ledger of figures")
    for name in DIMENSIONS:
        kind = v21.TimeDimension if name == "TIME_PERIOD" else v21.Dimension
        definition.dimensions.append(kind(id=name, concept_identity=named[name]))
    definition.measures.append(v21.PrimaryMeasure(id="OBS_VALUE", concept_identity=named["OBS_VALUE"]))
    for name in ATTRIBUTES:
        relation = v21.PrimaryMeasureRelationship()
        definition.attributes.append(common.DataAttribute(id=name, concept_identity=named[name], related_to=relation))
    flow = v21.DataflowDefinition(id=STRUCTURE, maintainer=agency, version=VERSION, structure=definition, name="Ledger")
    return flow, scheme


def _attribute(flow: Any, name: str, value: object) -> Any:
    text = "" if value is None else str(value)
    return common.AttributeValue(value=text, value_for=flow.structure.attributes.get(name))
