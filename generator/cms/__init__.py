"""CMS's own quarterly files, read as published and kept in a local, ignored store.

What is relied on, and who says so. The files were not opened here (CMS hands the pair files out
behind the AMA's license page); the layouts are those that public programs state for the real files
of 2019 to October 2026.

NCCI pairs, cms.gov "Medicare NCCI Procedure to Procedure (PTP) Edits": practitioner
`ccipra-v323r0-f1` to `-f4`, hospital `ccioph-…`, each a .zip with a tab-separated .txt (or .TXT)
and an .xlsx. v323 is version 32.3, the fourth quarter of 1994 + 32 = 2026. A copyright line, a line
"Column1/Column2 Edits", then a header over four lines; its columns, read downwards: Column 1,
Column 2, *=in existence prior to 1996, Effective Date, Deletion Date *=no data, Modifier 0=not
allowed 1=allowed 9=not applicable, PTP Edit Rationale. Dates are YYYYMMDD; a star or a blank means
no deletion. Rows of all years stand in each file; a deletion date is the last day of the edit
(deletions fall on the last day of a quarter, and the edit that follows begins on the next).

Unlikely edits, cms.gov "Medicare NCCI Medically Unlikely Edits (MUEs)":
`MCR_MUE_PractitionerServices_Eff_10-01-2026`, `…OutpatientHospitalServices…`,
`…DMESupplierServices…`, .csv and .xlsx. A copyright notice in one quoted cell of several lines,
then "HCPCS/CPT Code" (with a line break in the cell), "Practitioner Services MUE Values", "MUE
Adjudication Indicator" ("3 Date of Service Edit: Clinical"), "MUE Rationale". A value of 0 is a
value.

Relative values, cms.gov "PFS Relative Value Files": RVU26D holds `PPRRVU2026_Oct_nonQPP` and
`…_QPP` (before 2026 `PPRRVU24_JUL`), .csv and .xlsx. About nine lines of preamble, the last lines a
header read downwards ("STATUS" over "CODE", "MULT" over "PROC"); some years end lines with a bare
carriage return. Both files carry the same status letters; the nonQPP one is read.

Descriptions (PFS) and rationales (PTP, MUE) are read past and never kept: what is kept must have
the form of a code, a date, a count or an indicator, or the file is refused.

May import: disk, facts, findings.
"""
