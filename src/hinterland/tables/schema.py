"""What `economy.toml` may say. Unknown keys are errors; the JSON schema for editors is generated from these classes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from hinterland.economy.params import Competition, Deficit, Inputs, Labour

Code = Annotated[str, Field(min_length=1, pattern=r"^[^,=*\s]+$", description="the code used in the tables")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class LabelRow(_Strict):
    """Name a region or a sector."""

    code: Code
    en: str = Field(default="", description="English name")
    zh: str = Field(default="", description="Chinese name")


class ClosureRow(_Strict):
    """Say how the economy closes unless a scenario says otherwise."""

    deficit: Deficit = "share"
    labour: Labour = "mobile"
    inputs: Inputs = "linked"
    competition: Competition = "perfect"


class EconomyFile(_Strict):
    """Describe an economy: what its tables measure, where they come from, and the labels they use."""

    title: str = Field(min_length=1)
    title_zh: str = ""
    year: int = Field(ge=1800, le=2200)
    currency: str = Field(min_length=1, description="currency and scale of every value, for example 'million USD'")
    source: str = Field(min_length=1, description="where the numbers come from, as one would cite it")
    licence: str = Field(min_length=1, description="on what terms the numbers may be passed on")
    region: list[LabelRow] = Field(min_length=1)
    sector: list[LabelRow] = Field(min_length=1)
    groups: dict[Code, Annotated[list[Code], Field(min_length=1)]] = Field(
        default={},
        description="named lists of regions, for scenarios",
        json_schema_extra={"additionalProperties": False},  # pydantic leaves names that are no code open
    )
    closures: ClosureRow = ClosureRow()
    most_repair: float = Field(
        default=0.05, ge=0, description="share of world output that calibration may change before it refuses the tables"
    )


def json_schema() -> dict[str, Any]:
    """Give the JSON schema of `economy.toml`."""
    schema = EconomyFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
