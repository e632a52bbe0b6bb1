# The window.

page-overview = Overview
page-checklist = Checklist
page-people = People
page-revenue = Revenue
page-sources = Sources
page-rules = Rules
badge-checklist = { $count ->
    [one] missing exam
   *[other] missing exams
}
badge-sources = { $count ->
    [one] finding to look at
   *[other] findings to look at
}

# Commands
command-import = Import…
    .tooltip = Read exports of certifications or revenue
command-import-files = Import these files
command-cancel-import = Cancel
command-open-sample = Explore the sample
    .tooltip = Look around with the data of an invented company
command-close-sample = Leave the sample
    .tooltip = Start with your own exports
command-remove-source = Remove
    .tooltip = Forget this file; the file itself stays where it is
command-print = Print…
    .tooltip = Save a readiness summary as PDF
command-search = Search
command-show-option = Show this way to attain it
command-use-rulebook = Use these rules
command-assume = Assume passed
command-not-assume = Undo the assumption
command-clear-assumptions = Clear
command-pin = Pin to this seat
    .tooltip = This person takes a seat of this role, whatever it costs
command-unpin = Unpin
command-keep-out = Keep out of the roster
    .tooltip = This person takes no seat
command-let-in = Let in again
command-associated = These customers are associated
    .tooltip = Count sales from files without an association column
command-not-associated = Undo
    .tooltip = Sales from files without an association column don’t count
command-dismiss = Put away
command-type-date = Type a date
command-search-people = Search people
command-search-sales = Search sales
command-filter-sales = Show only some sales
command-sort = Sort
command-select-person = Show this person
command-close-person = Close
window-rolling-tooltip = The twelve months that end on the day
window-full-months-tooltip = The twelve whole months before the day's month
theme-light = Light
theme-dark = Dark
theme-system = As the system
theme = Theme
language = Language

# Top bar
edition = edition { $edition }
edition-from = edition { $edition }, from { $day }
edition-in-force = The edition in force on the day
edition-chosen = You chose this edition
market = Market
as-of = As of
as-of-date = As-of date
date-hint = 2017-06-27 or 27/06/2017
today = Today, { $day }
window-kind = Sales count within
year-before = A year earlier
month-before = A month earlier
month-after = A month later
year-after = A year later
weekday-1 = Mo
weekday-2 = Tu
weekday-3 = We
weekday-4 = Th
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = Su

# File dialogs
dialog-import = Import exports
dialog-exports = Excel, OpenDocument and CSV
dialog-print = Save the readiness summary
dialog-print-name = readiness.pdf

# First screen and notices
start-title = Drop your exports here
start-what = Certifications and revenue, as Excel or CSV, in any order.
start-private = Nothing leaves this computer.
sample-shown = You see an invented company.
drop-hint = Drop to import
import-starting = Reading…
import-progress = Reading { $file }, { $rows } rows so far
notice-imported = { $files ->
    [one] { $file } read
   *[other] { $files } files read
}: { $counts }.
notice-no-import-dialog = The system could not show a file dialog. Drop the files on this window instead.
notice-no-print-dialog = The system could not show a file dialog. In a terminal, touchstone evaluate with --pdf writes the summary.
notice-printed = Summary saved as { $file }
notice-nothing-to-save = No row is left out that could be mended
notice-not-made = The file could not be made ({ $why }). Please report this.
notice-broke = Something went wrong inside the program, and that step was not finished. Your files are as they were. Try again.

# Overview
revenue = Revenue
seats = Seats
met = Met
any-of = Any one of these is enough
at-risk = At risk
way-to-gold = The way to Gold
next = Next
next-revenue = { $money } more revenue
next-any = Any one of these is a step nearer
next-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
clause-and = , and{" "}
chart-title = Trailing { $months } months
chart-products = { $products }: revenue that counts, by day; dashed: no new sales
chart-what = revenue that counts, by day; dashed: no new sales
chart-today = today
chart-falls-short = { $day }: below { $level }
chart-summary = Chart of the trailing { $months } months: { $money } on { $day }
count-sales = { $count ->
    [one] sale counts
   *[other] sales count
}
count-left-out = { $count ->
    [one] doesn’t
   *[other] don’t
}
count-people = { $count ->
    [one] person,
   *[other] people,
}
count-credentials = { $count ->
    [one] credential
   *[other] credentials
}
count-findings = { $count ->
    [one] finding to look at
   *[other] findings to look at
}

# Checklist
from-to = { $from } to { $to }
reached = reached
money-missing = { $money } missing
filled = filled
held = Held
missing = Missing
passed-on = passed { $day }
passed-undated = passed, day not known
tried-on = tried { $day }
expires-on = valid until { $day }
mcp-id = MCP { $id }
role-asks = { $seats ->
    [one] 1 seat · { $exams }
   *[other] { $seats } seats · { $exams } each
}

why = Why
all-seats-filled = All seats are filled.
could-be-lost = What could be lost
essential = essential
pinned = pinned
stand-ins = { $who } could take this seat at no extra exam.
takes-seat = Takes a seat as { $role }
takes-no-seat = Takes no seat here
is-kept-out = Is kept out of the roster
choose-a-person = Click a name to see who else could take the seat, to pin or to keep out.
kept-out = Kept out
assume-who-passed = Assume that { $who } has passed
count-assumed = { $count ->
    [one] 1 assumed
   *[other] { $count } assumed
}

# People
search-people = Search { $count } people…
no-people = No people yet. Import a certification export to see who holds what.
nobody-found = Nobody found. Try another name, e-mail or MCP ID.
column-name = Name
column-takes = Takes
column-to-go = To go as
exams-to-go = Exams to go as { $role }
holds-exam = Holds { $exam }
mark-future = later
mark-failed = failed
mark-expired = expired
mark-no-longer-accepted = too old
credentials = Credentials
counts = Counts
does-not-count = Doesn’t count

# Revenue
search-sales = Search { $count } sales…
no-sales = No sales yet. Import a revenue export to see what counts.
no-sales-found = No sales found. Try another word or show all sales.
filter-show = Show
filter-all = All sales
filter-counting = Those that count
filter-left-out = Those that don’t
column-date = Date
column-customer = Customer
column-product = Product
column-amount = Amount
column-counts = Counts
column-from = From
refund = refund
total-count = { $count ->
    [one] counts
   *[other] count
}
total-left-out = { $count ->
    [one] doesn’t
   *[other] don’t
}
association-unknown = { $count ->
    [one] 1 sale is not shown to be associated.
   *[other] { $count } sales are not shown to be associated.
}
associated-assumed = Sales without a word on it count as associated.

# Sources
remove-file = Remove { $file }
sheet-credentials = certifications
sheet-sales = revenue
sheet-unrecognised = not recognised
sheet-tally = { $rows } rows, { $taken } taken, { $left_out } left out
findings = Findings
no-findings = Nothing to look at: every row was read.
severity-error = left out
severity-warning = please check
severity-note = good to know
finding-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
findings-more = and { $count } more
row-number = row { $row }
same-as-row = same as row { $row }

# Rules
in-force-from = in force from { $day }
exams = Exams
accepted-until = accepted until { $day }
rule-net-new = At least { $money } of net new revenue within { $months } months
rule-revenue = At least { $money } of revenue within { $months } months
rule-developed = in developed markets
rule-developing = in developing markets
rule-no-threshold = No revenue threshold
rule-products = Products: { $products }
rule-associations = Associated with the customer as { $associations }
rule-role = { $seats ->
    [one] 1 person as { $role }: { $exams }
   *[other] { $seats } people as { $role }: { $exams } each
}
rule-different-people = Each seat needs a different person.

# The import page
page-import = To check
badge-import = { $count ->
    [one] file to check
   *[other] files to check
}
command-look-at = Columns…
    .tooltip = See and change how this file is read
command-read-again = Read again
    .tooltip = Read the file again as it stands now
command-use-instead = Use instead of { $file }
    .tooltip = What only the other file holds is forgotten; the file itself stays where it is
command-save-left-out = Save rows left out…
    .tooltip = Save them as they were, each with its reason, to mend and import them
command-choose = Choose
command-type-password = Type the password
command-type-person = Type a name
command-show-table = Show this table
command-take-in = Take in
command-skip-file = Skip this file
command-leave-file = Leave as it was
command-undo = Undo
field-none = Not used
import-title = How { $file } is read
import-place = { $place } of { $of }
count-rows = { $count ->
    [one] 1 row
   *[other] { $number } rows
}
count-records = { $count ->
    [one] 1 record
   *[other] { $number } records
}
count-rows-left-out = { $count ->
   *[other] { $number } left out
}
import-nothing = Nothing can be taken in yet
as-it-stands = As it stands
as-it-is-read = As it will be read
password = Password
password-needed = This workbook is protected by a password.
password-wrong = That is not its password.
password-stays-here = It is used to read the file and kept nowhere.
password-open = Open
ask-date-order = Which day is “{ $value }” in the column { $column }?
ask-decimal-sign = How much is “{ $value }” in the column { $column }?
ask-running-total = Does each amount in the column { $column } hold those before it as well?
ask-running-total-months = Does each month’s amount hold those of the months before as well?
ask-person = Whose credentials are these? The rows name nobody.
ask-needed = Which column of { $place } holds this: { $field }?
ask-year = Of which year is the month “{ $value }”?
ask-kind = This looks like { $kind }, but it may be something else. What does it hold?
kind-neither = Something else: skip the file
no-headings = no row
order-dmy = Day first
order-mdy = Month first
order-ymd = Year first
sign-point = Point
sign-comma = Comma
sign-decimal = { $number }, with decimals
sign-thousands = { $number }, in thousands
amounts-own = Each its own
amounts-running-total = Running total
person-name = Name
person-is-this = Theirs
choose-column = Choose a column
or-skip-file = or skip the file, if it holds something else
choose-sheet = Sheet
choose-table = Table
choose-heading-row = Headings in
choose-kind = Holds
choose-date-order = Dates
choose-decimal-sign = Decimal sign
choose-amounts = Amounts
choose-encoding = Encoding
choose-unsure-encoding = Encoding (a guess)
choose-delimiter = Cells parted by
delimiter-tab = tab
every-sheet = Every sheet
sheet-hidden = { $sheet } (hidden)
table-at = { $sheet }, from row { $row } on: { $kind }
heading-row-words = Row { $row }: { $words }
headings-in-row = Row { $row }
as-recognised = As recognised
as-the-file-tells = As the file tells
column-is = Column { $column }:
no-table = No table was recognised here.
no-table-what-to-do = Click the row that holds the headings.
read-row = Row
read-person = Person
read-exam = Exam
read-passed = Passed
read-result = Result
read-expires = Valid until
read-association = Association
read-renewal = Kind
read-is-passed = passed
read-undated = not told
read-is-new = new
read-is-renewal = renewal
left-out = Left out: { $why }
left-out-value = Left out: { $why } “{ $value }”
left-out-unsaid = Left out
mend-here = You can settle this here
mend-in-the-file = To mend in the file
mend-look = Worth a look
mend-nothing = Good to know
changes-replaced = Compared with before: { $new } new, { $changed } changed, { $known } as before, { $gone } gone.
changes-beside = Compared with the other files: { $new } new, { $changed } different, { $known } the same.
notice-skipped = { $file } was not taken in
notice-left-out-saved = Rows left out saved as { $file }
undo-import = Undo the import
undo-remove = Bring the file back
undo-people = Undo
undo-exam = Undo
undone-import = The import was taken back
undone-remove = The file is back
undone-people = People are as they were
undone-exam = The exam is as it was
read-file-again = Read { $file } again
dialog-left-out = Save the rows left out
dialog-left-out-name = { $file }-left-out.xlsx

# People and exams that the files leave open
command-join = They are one
    .tooltip = Count what both have passed as one person’s
command-part = They are two
    .tooltip = Don’t ask about these two again
command-take-back = Take back
command-read-exam = Read as { $exam }
likely-one = { $count ->
    [one] These may be one person
   *[other] These may be one person, { $count } pairs
}
likeness-contradicted = but each has an MCP ID or an office e-mail of their own
joined = Joined by you
joined-pair = { $a } and { $b } are one
parted-pair = { $a } and { $b } are two
exam-read-as = “{ $written }” is read as { $exam }
join-with = The same person as…
join-can-be-undone = Can be taken back here at any time
search-other = Search by name, e-mail or MCP ID
corrections = What you said
to-the-people = See who
did-import = Imported { $about }
did-remove = Removed { $about }
did-people = Now one person: { $about }
did-exam = Exam read as you said: { $about }

# Opening and saving
file = File
file-untitled = Untitled
file-sample = Sample
file-changed = not saved yet
file-opening = Opening…
recent = Recent
command-new = New
command-open = Open…
command-save = Save
command-save-as = Save as…
command-redo = Redo
command-close = Close the window
command-restore = Restore
command-discard = Discard
answer-save = Save
answer-dont-save = Don’t save
answer-overwrite = Overwrite
answer-reload = Reload
answer-cancel = Cancel
ask-unsaved = Save { $file }?
ask-unsaved-close = It has changes that are not saved. Without saving they are lost when the window closes.
ask-unsaved-other = It has changes that are not saved. Without saving they are lost.
ask-changed = { $file } has changed on disk
ask-changed-what = Somebody else saved it since you opened it. Save as another file to keep both; or overwrite it, and their version stays beside it as the backup; or reload it, and your changes are lost.
read-only = { $file } is open in another window. You can look around here, and save as another file.
read-only-by = { $file } is open in another window ({ $who }). You can look around here, and save as another file.
offer-file = Touchstone ended unexpectedly. { $file } was changed on { $when } and not saved.
offer-untitled = Touchstone ended unexpectedly. Work that had no file yet was changed on { $when }.
notice-not-autosaved = Your changes are not kept against a crash: nothing can be written to the program’s own folder. Save now and then.
notice-no-open-dialog = The system could not show a file dialog. Drop the workspace on this window instead.
notice-no-save-dialog = The system could not show a file dialog, so the workspace is not saved. It is still here.
dialog-open = Open a workspace
dialog-save-as = Save the workspace
dialog-workspace-name = Company.touchstone
moment = { $day } at { $time }
undo-assumption = Undo the assumption
undo-seat = Undo the seat
undo-rules = Undo the choice of rules
undo-setting = Undo the setting
