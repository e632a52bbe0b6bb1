# Sources
remove-file = Remove { $file }
sheet-credentials = certifications
sheet-sales = revenue
sheet-unrecognised = not recognised
only-sheet = the whole file
count-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
count-sheets = { $count ->
    [one] 1 sheet
   *[other] { $count } sheets
}
count-rows-taken = { $count ->
   *[other] { $number } taken
}
read-at = read on { $moment }
size-kilobytes = { $size } KB
size-megabytes = { $size } MB
source-changed = The file was saved again on { $moment }, after it was read. What you see is as it was before.
source-gone = The file is no longer where it was. What was read of it stays.
command-look-at-files = Look for changed files
command-filter-findings = Show findings of
command-copy-findings = Copy
    .tooltip = Copy these findings as a table, to paste into a spreadsheet or an e-mail
every-file = every file
findings-of = Of
copied-severity = How bad
copied-finding = Finding
copied-file = File
copied-sheet = Sheet
copied-row = Row
copied-column = Column
copied-value = Value
copied-what-to-do = What to do
findings = Findings
no-findings-in-file = Nothing was noticed in this file.
no-findings = Nothing to look at: every row was read.
severity-error = left out
severity-warning = please check
severity-note = good to know
finding-places = { $count ->
    [one] 1 place
   *[other] { $number } places
}
findings-more = and { $count } more
row-number = row { $row }
same-as-row = same as row { $row }
command-show-row = Show this row as it stands in the file
row-being-read = Reading the file…
row-not-there = The file has no such row any more. Read it again to see what it holds now.
