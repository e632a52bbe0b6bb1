# The readiness summary.

summary-title = Readiness summary
summary-edition = edition { $edition }
summary-as-of = as of { $date } · { $market }
summary-market-developed = developed market
summary-market-developing = developing market

summary-bar-revenue = Revenue
summary-bar-seats = Seats
summary-bar-or-revenue = or revenue
summary-bar-or-seats = or seats

# What is missing, by role
summary-missing = What is missing, by role
summary-role = Role and seat
summary-person = Person
summary-held = Held
summary-to-pass = To pass
summary-nothing = nothing
summary-one-way = { $levels }, one way of several
summary-more-seats = { $count ->
    [one] and 1 more seat
   *[other] and { $count } more seats
}

# Revenue
summary-revenue = Revenue, trailing twelve months
summary-counted = Counted
summary-sales = { $count ->
    [one] 1 sale, { $from } to { $to }
   *[other] { $count } sales, { $from } to { $to }
}
summary-asks = { $level } asks for
summary-short = { $amount } short
summary-reached = reached
summary-no-threshold = { $level } has no threshold for this market
summary-sales-left-out = Sales left out
summary-chart = Line chart of the revenue that counts: { $first } on { $from }, { $last } on { $to }.
summary-chart-run-off = With no new sales it is { $money } on { $day }.

# Right below the heading
summary-assumed = Assumed, not read from a file
summary-with-assumptions = with assumptions
summary-assumed-note = A what-if: this result counts { $what }.
summary-assumed-sales = including assumed sales
summary-more = and { $count } more

# What the user chose
summary-chosen = Chosen for this result
chosen-kept-out = { $count ->
    [one] { $names } takes no seat.
   *[other] { $names } take no seat.
}
chosen-pinned = { $names }.
chosen-pin = { $who } must take a seat as { $role }
chosen-files = Though no column says so, the sales of { $names } count as associated.
chosen-customers = Though no column says so, sales to { $names } count as associated.
chosen-associated = Sales of files without a word on the association count as associated.
chosen-rates = { $names }.
chosen-rate = 1 { $currency } counts as { $rate } { $in }
chosen-full-months = The twelve whole months before the month of that day count, not the twelve months up to that day.

# Who should sit what next
summary-next = Who should sit what next
summary-next-how = { $shown ->
    [one] This is the next step.
   *[other] Any one of these is a step; the best come first.
}{ $more ->
    [0] {""}
    [one] {" "}1 more would do, too.
   *[other] {" "}{ $more } more would do, too.
}
summary-anyone = Anyone
summary-reaches = reaches { $levels }
summary-completes = completes the seats of { $levels }
summary-nearer = brings { $levels } one exam nearer

# Risks and reasons
summary-at-risk = At risk
summary-no-new-sales = With no new sales, on
summary-would-count = counts, in { $currency }
summary-to-sell = to sell for { $level }
summary-why = Why it can’t be fewer

# What was noticed, and the files
summary-findings = Findings that may change the answer
summary-notes = Other things noticed
summary-notes-help = They don’t change the answer. The window and the workbook list them.
summary-finding = Finding
summary-count = How often
summary-what-to-do = What to do
summary-sources = Sources
summary-file = File
summary-changed = Saved on
summary-sum = SHA-256, in short
summary-rows = Rows
summary-taken = Taken
summary-rows-left-out = Left out
summary-more-files = { $count ->
    [one] and 1 more file
   *[other] and { $count } more files
}
summary-no-sources = No file has been imported yet.

# Below each page
summary-file-line = { $file } { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
summary-file-line-left-out = { $file } { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, { $leftout } left out
summary-page = Touchstone { $version } · page { $page } of { $pages }

# The parts of the summary, to choose from
part-verdicts = Verdicts
part-revenue = Revenue and its chart
part-checklist = Checklist by role and seat
part-next = Who should sit what next
part-risks = What is at risk
part-assumed = What is assumed
part-proof = Why it can’t be fewer
part-sources = Files
part-findings = Findings

# The page of one person
person-kept-out = Takes no seat, as was chosen.
person-no-seat = Takes no seat.
person-holds = Held
person-holds-nothing = No exam has been read for this person.
person-next = What to sit next, and why
person-next-nothing = No single exam passed by this person would bring a level nearer now.
person-seats = Seats within reach
person-seats-nothing = These rules ask for no people.
person-id = MCP ID { $id }
person-exam = Exam
person-date = Passed
person-undated = no date
person-counts = Counts
person-where = Read from
person-row = row { $row }
person-why = What it does
person-role = Role
person-far = How far

# The workbook of rows that were left out
left-out-row = Row in the file
left-out-why = Why it was left out
left-out-reason = { $what }. { $help }
left-out-reason-in-column = { $column }: { $what }. { $help }
left-out-sheet = Left out
