"""Values and counts in one sentence make a single item absurdly cheap."""

CODE = "unit_value_is_implausible"


def test_the_fault_is_named(reading, found, figure):
    (finding,) = found(
        reading(
            "Customs issued 52,000 certificates of origin for goods worth 60 million yuan.",
            figure("52,000 certificates", "certificates_of_origin", 52000.0, "count"),
            figure("60 million yuan", "exports", 60e6),
        ),
        code=CODE,
    )[:1]
    assert finding.evidence == (
        "60 million CNY / 52,000 = 1,154 CNY a certificate of origin, about 160 USD; a certificate "
        "covers a consignment: customs offices report some 10,000 to 500,000 dollars each"
    )
    assert finding.expected is None
    assert (finding.verdict, finding.severity) == ("cannot_tell", "tension")


def test_an_honest_text_passes(reading, found, figure):
    assert not [
        finding
        for finding in found(
            reading(
                "Customs issued 52,000 certificates of origin for goods worth 16 billion yuan.",
                figure("52,000 certificates", "certificates_of_origin", 52000.0, "count"),
                figure("16 billion yuan", "exports", 16e9),
            ),
            code=CODE,
        )
        if finding.verdict != "explained"
    ]
