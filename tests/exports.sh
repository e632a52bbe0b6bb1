#!/usr/bin/env bash
# Has LibreOffice open the workbooks of the sample, reckon their sums anew and compare them with the JSON result, in both
# languages. Where there is no LibreOffice, it says so and compares nothing.
#   tests/exports.sh [PROGRAM]      the program is target/debug/touchstone when none is named
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-${CARGO_TARGET_DIR:-target}/debug/touchstone}
office=$(command -v soffice || command -v libreoffice || true)
if [ -z "$office" ] || ! command -v python3 >/dev/null; then
    echo "skipped: no LibreOffice, or no Python, to open the workbooks with"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" sample "$folder" >/dev/null
for language in en es; do
    # A rate makes amounts with more decimals than their currency.
    "$program" evaluate "$folder"/alboran-* --as-of 2017-06-27 --rate EUR=1.0923457 --lang "$language" --format json \
        --xlsx "$folder/$language.xlsx" >"$folder/$language.json"
    # The sums that the program wrote beside the formulas go, so that only those that LibreOffice reckons are compared.
    python3 - "$folder/$language.xlsx" "$folder/bare-$language.xlsx" <<'PYTHON'
import re, sys, zipfile
old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
for name in old.namelist():
    content = old.read(name)
    if name.startswith("xl/worksheets/"):
        content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
    new.writestr(name, content)
new.close()
PYTHON
    # 44,34,76: fields parted by commas, quoted, in UTF-8; the last -1 writes every sheet into a file of its own.
    (cd "$folder" && "$office" "-env:UserInstallation=file://$folder/office" --headless --convert-to \
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' "bare-$language.xlsx") >/dev/null 2>&1
    python3 - "$folder" "$language" <<'PYTHON'
import csv, decimal, glob, json, sys
folder, language = sys.argv[1:]
result = json.load(open(f"{folder}/{language}.json", encoding="utf-8"))
title = {"en": "Sales", "es": "Ventas"}[language]
[path] = glob.glob(f"{folder}/bare-{language}-{title}.csv")
rows = list(csv.reader(open(path, encoding="utf-8")))
sums = [decimal.Decimal(cell.replace(",", "")) for cell in rows[-1] if cell.strip() and cell != "Total"]
levels = [level for option in result["options"] for level in option["levels"]]
counted = {it["counted"] for level in levels for it in level["requirements"] if it["kind"] == "revenue"}
assert sums == [decimal.Decimal(it) for it in counted], (sums, counted)
assert len(rows) - 2 == len(result["sales"]), (len(rows), len(result["sales"]))
print(f"{language}: LibreOffice adds up {len(rows) - 2} sales to {sums[0]}, as the JSON result does")
PYTHON
done
