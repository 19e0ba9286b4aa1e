"""Names of published files, as public programs and pages of cms.gov state them."""

from datetime import date

import pytest

from generator.cms.file_names import Quarter, label_of


@pytest.mark.parametrize(
    ("name", "told"),
    (
        ("ccipra-v323r0-f4.txt", ("practitioner", "2026q4", 4)),
        ("ccioph-v313r0-f1.TXT", ("hospital", "2025q4", 1)),
        (
            "medicare-ncci-2026q3-practitioner-ptp-edits-ccipra-v322r0-f2.zip",
            ("practitioner", "2026q3", 2),
        ),
        ("MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", ("practitioner", "2026q2", 0)),
        ("MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.xlsx", ("hospital", "2026q4", 0)),
        ("MCR_MUE_DMESupplierServices_Eff_01-01-2025.csv", ("dme", "2025q1", 0)),
        (
            "medicare-ncci-2026-q4-practitioner-services-mue-table.zip",
            ("practitioner", "2026q4", 0),
        ),
        ("PPRRVU2026_Oct_nonQPP.csv", (None, "2026q4", 0)),
        ("PPRRVU24_JUL.xlsx", (None, "2024q3", 0)),
        ("PPRRVU25_JAN1.csv", (None, "2025q1", 0)),
        ("rvu26d-updated-08-26-2026.zip", (None, "2026q4", 0)),
        ("RVU24A.zip", (None, "2024q1", 0)),
        ("download.txt", (None, None, 0)),
    ),
)
def test_a_name_says(name: str, told: tuple[str | None, str | None, int]) -> None:
    label = label_of(name)
    assert (label.setting, label.quarter and str(label.quarter), label.part) == told


def test_a_quarter_has_its_days() -> None:
    assert [(Quarter(2026, number).first, Quarter(2026, number).last) for number in (1, 4)] == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ]
