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
summary-assumed-sales = including assumed sales
summary-more = and { $count } more

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
summary-why = Why it can’t be fewer

# What was noticed, and the files
summary-findings = Findings
summary-finding = Finding
summary-count = How often
summary-what-to-do = What to do
summary-sources = Sources
summary-file = File
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

# The workbook of rows that were left out
left-out-row = Row in the file
left-out-why = Why it was left out
left-out-reason = { $what }. { $help }
left-out-reason-in-column = { $column }: { $what }. { $help }
left-out-sheet = Left out
