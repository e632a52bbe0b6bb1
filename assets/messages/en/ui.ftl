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
    [one] 1 file read
   *[other] { $files } files read
}: { $rows } rows, { $left_out } left out
notice-no-import-dialog = The system could not show a file dialog. Drop the files on this window instead.
notice-no-print-dialog = The system could not show a file dialog. In a terminal, touchstone evaluate with --pdf writes the summary.
notice-printed = Summary saved as { $file }
notice-no-pdf = The summary could not be made ({ $why }). Please report this.
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
